/** Rules and what kept them from holding, in words for their author. */
import type { Found } from '../../mentions/explain';
import { listName } from '../../mentions/lists';
import type { Gap, Present } from '../../mentions/near-miss';
import type { TracedRule, WrittenTerm } from '../../mentions/trace';
import type { Rule } from '../../model';
import { shown } from '../problem';

/** A phrase of a text among other words; more is cut. */
const MAX_PHRASE = 48;
/** Names of a rule with many alternatives. */
const MAX_NAMES = 3;
/** Excluding terms of one rule are told apart by the first; a nested rule is named by its parts. */
const MAX_NAME = 60;

/** What stands in a text, on one line and safe to print. */
export const flat = (text: string, max = MAX_PHRASE) => shown(text.replace(/\s+/g, ' '), max);

/** What a find covers: its parts, with an ellipsis for what stands between. */
export function phraseOf(text: string, { parts }: Pick<Found, 'parts'>): string {
  return flat(parts.map(([start, end]) => text.slice(start, end)).join(' … '));
}

const quoted = (text: string, found: Pick<Found, 'parts'>) => `“${phraseOf(text, found)}”`;

const orList = (names: readonly string[]): string => {
  const distinct = [...new Set(names)];
  const more = distinct.length - MAX_NAMES;
  // One more is named as quickly as counted.
  if (more > 1) return `${distinct.slice(0, MAX_NAMES).join(', ')} or ${more} more`;
  return distinct.length < 2
    ? distinct.join('')
    : `${distinct.slice(0, -1).join(', ')} or ${distinct.at(-1)}`;
};

function nameOfTerms(rule: Rule): string[] {
  if (typeof rule === 'string') return [listName(rule) === null ? `"${flat(rule)}"` : rule];
  if (Array.isArray(rule)) return rule.flatMap(nameOfTerms);
  return 'text' in rule ? [`"${flat(rule.text)}"`] : (rule.any ?? []).flatMap(nameOfTerms);
}

function namesOf(rule: TracedRule): string[] {
  if (rule.op === 'list') return nameOfTerms(rule.authored);
  if (rule.op === 'any') return rule.parts.flatMap(namesOf);
  return [rule.parts.map((part) => orList(namesOf(part))).join(' with ')];
}

/** `$kursk`, `"sank"`, `$nk or $kim`, `$nk with $soldiers` */
export const nameOf = (rule: TracedRule) => flat(orList(namesOf(rule)), MAX_NAME);

/** "all, in one sentence" */
export function headOf(rule: TracedRule): string {
  if (rule.op === 'list') return nameOf(rule);
  const scope = rule.rule.paragraph ? 'in one paragraph' : 'in one sentence';
  if (rule.op !== 'near') return rule.op === 'all' ? `all, ${scope}` : 'any';
  const { distance, ordered } = rule.rule;
  const words = distance === 1 ? '1 word' : `${distance} words`;
  const reach = rule.rule.paragraph ? ', in one paragraph' : '';
  return `near, at most ${words} apart${ordered ? ', in this order' : ''}${reach}`;
}

/** The term that stood somewhere: its list if the rule does not name it, what is written, its language. */
export function termWords(rule: TracedRule, term: WrittenTerm | undefined): string {
  if (term === undefined) return nameOf(rule);
  const options = typeof term.term === 'string' ? null : term.term;
  const flags = [options?.lang, options?.case && 'case', options?.forms === 'exact' && 'exact'];
  const said = flags.filter((flag) => flag).join(', ');
  const written = `${flat(term.surface)}${said ? ` (${said})` : ''}`;
  if (term.list === null) return `"${flat(term.surface)}"${said ? ` (${said})` : ''}`;
  const list = `$${term.list}`;
  const own = rule.op === 'list' && typeof rule.authored === 'string' ? rule.authored : list;
  return own === list ? `${list}: ${written}` : `${own} → ${list}: ${written}`;
}

function sentencesAway(sentences: number): string {
  if (sentences === 0) return 'beyond it';
  if (sentences === 1) return 'in the next sentence';
  if (sentences === -1) return 'in the sentence before';
  return `${Math.abs(sentences)} sentences ${sentences > 0 ? 'later' : 'earlier'}`;
}

function presentWords(text: string, { rule, found }: Present): string {
  return `${quoted(text, found)} (${termWords(rule, found.terms[0])})`;
}

/**
 * What kept a rule from holding, as the rest of a sentence.
 * @param gap what was wrong
 * @param text the block that offsets lead into
 */
export function gapWords(gap: Gap, text: string): string {
  switch (gap.kind) {
    case 'missing': {
      const { rule, elsewhere, lookalike } = gap;
      const nothing = `nothing of ${nameOf(rule)} in this ${elsewhere ? 'sentence' : 'paragraph'}`;
      if (lookalike !== null) {
        const { start, end, term } = lookalike;
        const like = `“${flat(text.slice(start, end))}” is no form of "${flat(term.surface)}"`;
        return `${nothing}; ${like}`;
      }
      if (elsewhere === null) return nothing;
      const { found, sentences } = elsewhere;
      return `${nothing}; ${quoted(text, found)} stands ${sentencesAway(sentences)}`;
    }
    case 'excluded': {
      const { rule, by } = gap;
      const scope =
        rule.op === 'near'
          ? 'too near'
          : `in this ${rule.rule.paragraph ? 'paragraph' : 'sentence'}`;
      return `not: ${presentWords(text, by)} stands ${scope}`;
    }
    case 'given': {
      const why = gap.gaps.map((inner) => gapWords(inner, text)).join('; ');
      return `given: ${why || `${nameOf(gap.rule)} does not hold`}`;
    }
    case 'distance': {
      const [before, after] = [quoted(text, gap.before), quoted(text, gap.after)];
      return `${gap.words} words between ${before} and ${after}; at most ${gap.rule.rule.distance} may be`;
    }
    case 'order': {
      const order = gap.order.map((found) => quoted(text, found)).join(', then ');
      return `${order}: the rule is ordered, ${gap.rule.parts.map(nameOf).join(', then ')}`;
    }
    case 'fit':
      return gap.rule.op === 'near'
        ? 'its parts stand here, but one reaches into another'
        : 'its parts stand here, but those closest to each other stand elsewhere';
  }
}
