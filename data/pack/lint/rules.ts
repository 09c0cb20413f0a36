/** Mention rules that cannot be compiled, can never match, or match nearly everything. */
import { listName, openLists } from '../../mentions/lists';
import { expand } from '../../mentions/patterns';
import { RuleError } from '../../mentions/rule-error';
import { resolveRule } from '../../mentions/rules';
import type { Pack, Rule, Term } from '../../model';
import type { Path } from '../problem';
import { closest } from '../suggest';
import type { Check, LintContext } from './context';
import { isCommon, needsCase } from './frequent-words';

/**
 * Every term of a rule with where it stands.
 * @param path where the rule stands
 */
function termsIn(rule: Rule, path: Path): { term: Term; path: Path }[] {
  if (typeof rule === 'string') return [{ term: rule, path }];
  if (Array.isArray(rule)) return rule.flatMap((part, index) => termsIn(part, [...path, index]));
  if ('text' in rule) return [{ term: rule, path }];
  return (['any', 'all', 'near', 'not', 'given'] as const).flatMap((key) =>
    rule[key] ? termsIn(rule[key], [...path, key]) : [],
  );
}

/** The lists that a rule names, without "$". */
export function listNames(rule: Rule): string[] {
  return termsIn(rule, []).flatMap(({ term }) => nameOf(term) ?? []);
}

const nameOf = (term: Term) => (typeof term === 'string' ? listName(term) : null);

/** A term's surfaces; none where the compiler has an error to tell of it. */
function surfacesOf(text: string): string[] {
  try {
    return expand(text);
  } catch {
    return [];
  }
}

/** `$lists` that the pack does not have. */
export const unknownLists: Check = ({ pack, say }) => {
  const names = Object.keys(pack.terms);
  const rules: [Rule, Path][] = [
    ...names.map((name): [Rule, Path] => [pack.terms[name] ?? [], ['terms', name]]),
    ...pack.topics.map(({ mention }, index): [Rule, Path] => [
      mention ?? [],
      ['topics', index, 'mention'],
    ]),
  ];
  for (const { term, path } of rules.flatMap(([rule, path]) => termsIn(rule, path))) {
    const name = nameOf(term);
    if (name === null || Object.hasOwn(pack.terms, name)) continue;
    const near = closest(name, names);
    const mend = near ? `Did you mean "$${near}"?` : `Add it under terms, or name another`;
    say('error', path, `there is no list "$${name}"`, mend);
  }
};

/** What the compiler refuses: unbalanced braces, `*` behind too few letters, circles of lists. */
export const refusedRules: Check = ({ pack, say }) => {
  let lists = openLists(pack.terms, pack.language);
  const attempt = (path: Path, work: () => unknown) => {
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      // After an error the lists' own state is spent.
      lists = openLists(pack.terms, pack.language);
      const at = error.list === undefined ? path : ['terms', error.list];
      say('error', [...at, ...error.path], error.message, sentence(error.mend));
      return false;
    }
  };
  const missing = (rule: Rule) => listNames(rule).some((name) => !Object.hasOwn(pack.terms, name));
  let sound = true;
  for (const [name, list] of Object.entries(pack.terms)) {
    for (const [index, term] of list.entries()) {
      if (nameOf(term) !== null) continue;
      const path = ['terms', name, index];
      sound = attempt(path, () => lists.term(term)) && sound;
    }
    if (missing(list)) sound = false;
  }
  for (const name of sound ? Object.keys(pack.terms) : []) {
    sound = attempt(['terms', name], () => lists.named(name)) && sound;
  }
  for (const [index, { mention }] of sound ? pack.topics.entries() : []) {
    if (mention === undefined || missing(mention)) continue;
    attempt(['topics', index, 'mention'], () => resolveRule(mention, lists));
  }
};

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

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
    const name = nameOf(rule);
    if (name === null) return { terms: [written(pack, rule, path)], only: true };
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
    alone(pack, rule.not, [...path, 'not']).terms.flatMap(({ text }) =>
      surfacesOf(text).map(folded),
    ),
  );
  const isOut = ({ terms, only }: Alone) =>
    only &&
    terms.every(({ text }) => surfacesOf(text).every((surface) => out.has(folded(surface))));
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
      const surfaces = surfacesOf(term.text);
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
