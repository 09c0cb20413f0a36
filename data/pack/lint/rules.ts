/** Mention rules that can never match, or match nearly everything. What a rule cannot say at all is the compiler's to tell. */
import type { Pack, Rule, Term } from '../../model';
import type { Path } from '../problem';
import type { Check, LintContext } from './context';
import { isCommon, needsCase } from './frequent-words';

const LIST = /^\$([a-z0-9]+(?:-[a-z0-9]+)*)$/;
/** Alternatives of one term that are looked at; the compiler has its own cap. */
const MAX_EXPANDED = 200;

/** The lists that a rule names, without "$". */
export function listNames(rule: Rule): string[] {
  if (typeof rule === 'string') return LIST.exec(rule)?.slice(1, 2) ?? [];
  if (Array.isArray(rule)) return rule.flatMap(listNames);
  if ('text' in rule) return [];
  const { any, all, near, not, given } = rule;
  return [any, all, near, not, given].flatMap((parts) => (parts ?? []).flatMap(listNames));
}

/** `{a|b} c` as "a c" and "b c"; braces nest. */
export function expand(text: string): string[] {
  const open = text.indexOf('{');
  if (open < 0) return [text];
  let depth = 0;
  let from = open + 1;
  const options: string[] = [];
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}') depth--;
    if ((text[at] === '|' && depth === 1) || depth === 0) {
      options.push(text.slice(from, at));
      from = at + 1;
    }
    if (depth === 0) {
      const rest = text.slice(at + 1);
      return options
        .flatMap((option) => expand(`${text.slice(0, open)}${option}${rest}`))
        .slice(0, MAX_EXPANDED);
    }
  }
  return [text];
}

/** A term as written somewhere in the pack. */
interface Written {
  readonly text: string;
  readonly lang: string;
  readonly exactCase: boolean;
  readonly path: Path;
}

interface Alone {
  /** Each of these alone is enough for the rule to hold. */
  readonly terms: readonly Written[];
  /** Whether nothing else is. */
  readonly only: boolean;
}

const NOTHING: Alone = { terms: [], only: false };

const union = (all: readonly Alone[]): Alone => ({
  terms: all.flatMap(({ terms }) => terms),
  only: all.every(({ only }) => only),
});

/** @param visited list names on the way here: a list that names itself is the compiler's to tell */
function alone(pack: Pack, rule: Rule, path: Path, visited: readonly string[] = []): Alone {
  const each = (parts: readonly Rule[], at: Path) =>
    union(parts.map((part, index) => alone(pack, part, [...at, index], visited)));
  if (Array.isArray(rule)) return each(rule, path);
  if (typeof rule === 'string' || 'text' in rule) {
    const [name] = listNames(rule);
    if (name === undefined) return { terms: [written(pack, rule, path)], only: true };
    const list = pack.terms[name];
    if (!list || visited.includes(name)) return NOTHING;
    const inside = [...visited, name];
    return union(list.map((term, index) => alone(pack, term, ['terms', name, index], inside)));
  }
  if (rule.given) return NOTHING;
  if (rule.any) return each(rule.any, [...path, 'any']);
  const [key, parts] = rule.all ? (['all', rule.all] as const) : (['near', rule.near] as const);
  return parts?.length === 1 ? each(parts, [...path, key]) : NOTHING;
}

function written(pack: Pack, term: Term, path: Path): Written {
  const { text, lang, case: exactCase } = typeof term === 'string' ? { text: term } : { ...term };
  return { text, lang: lang ?? pack.language, exactCase: exactCase ?? false, path };
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().trim();

function excludedParts(context: LintContext, rule: Rule, path: Path): void {
  if (typeof rule === 'string') return;
  if (Array.isArray(rule)) {
    for (const [index, part] of rule.entries()) excludedParts(context, part, [...path, index]);
    return;
  }
  if ('text' in rule) return;
  for (const key of ['any', 'all', 'near', 'given'] as const) {
    if (rule[key]) excludedParts(context, rule[key], [...path, key]);
  }
  if (!rule.not) return;
  const { pack, say } = context;
  const out = new Set(
    alone(pack, rule.not, [...path, 'not']).terms.flatMap(({ text }) => expand(text).map(folded)),
  );
  const isOut = ({ terms, only }: Alone) =>
    only && terms.every(({ text }) => expand(text).every((surface) => out.has(folded(surface))));
  const message = 'this can never match: "not" excludes all of it';
  const mend = 'Remove the term from "not", or exclude the longer phrase that you mean';
  if (rule.any && isOut(alone(pack, rule.any, path))) say('error', [...path, 'any'], message, mend);
  for (const key of ['all', 'near'] as const) {
    for (const [index, part] of (rule[key] ?? []).entries()) {
      const at = [...path, key, index];
      if (isOut(alone(pack, part, at))) say('error', at, message, mend);
    }
  }
}

/** Rules whose `not` takes away what they look for. */
export const selfExcludingRules: Check = (context) => {
  for (const [index, { mention }] of context.pack.topics.entries()) {
    if (mention !== undefined) excludedParts(context, mention, ['topics', index, 'mention']);
  }
};

/** Terms that are enough alone and stand on nearly every page. */
export const commonTerms: Check = ({ pack, say }) => {
  const said = new Set<string>();
  for (const [index, { id, mention }] of pack.topics.entries()) {
    if (mention === undefined) continue;
    for (const term of alone(pack, mention, ['topics', index, 'mention']).terms) {
      const place = term.path.join(' ');
      if (said.has(place)) continue;
      const surfaces = expand(term.text);
      const plain = surfaces.find((surface) => isCommon(surface, term.lang, term.exactCase));
      const acronym = surfaces.find((surface) => needsCase(surface, term.lang));
      if (acronym !== undefined && !term.exactCase) {
        const word = acronym.toLowerCase();
        say(
          'warning',
          term.path,
          `"${acronym}" also finds the word "${word}"`,
          `Write {text: "${acronym}", case: true}`,
        );
      } else if (plain !== undefined) {
        say(
          'warning',
          term.path,
          `"${plain}" alone is enough for ${id}, and stands on nearly every page`,
          'Use a longer phrase, or combine it: {all: [it, another]}',
        );
      } else continue;
      said.add(place);
    }
  }
};
