/**
 * The record types of On Record and their validation, in one place.
 *
 * An author writes these shapes in YAML (docs/pack-format.md); the JSON Schema that editors use and
 * the types that the rest of the code uses are both derived from the schemas below.
 */
import * as v from 'valibot';
import { isDate } from './dates';
import { LIMITS } from './limits';

export { LIMITS };

/** Ids are slugs: they end up in addresses, file names and other people's links, for good. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/*
 * Messages below say what is wrong of a value, as the predicate of a sentence, and after "; " what to
 * do: `"made"` + `is not an EDTF date` + `("24 Oct 2024").` + `Write 2024-10-24.` What valibot can say
 * by itself (a list is missing, a name is unknown) data/pack/explain.ts words for all of them alike.
 * Descriptions are what an editor shows beside a key, through public/pack.schema.json.
 */

/** What an editor shows beside a value. */
const described = <const S extends v.GenericSchema>(schema: S, text: string) =>
  v.pipe(schema, v.description(text));

/**
 * A union that looks at a value before it validates it, so that errors speak of what was meant and
 * never of every branch that it is not.
 * @param pick the branch that a value was meant for
 */
function either<S extends v.GenericSchema>(
  union: S,
  pick: (value: unknown) => v.GenericSchema,
): v.GenericSchema<v.InferInput<S>, v.InferOutput<S>> {
  return v.lazy((value) => (value === undefined ? union : pick(value))) as v.GenericSchema<
    v.InferInput<S>,
    v.InferOutput<S>
  >;
}

const isMapping = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const atMost = (max: number, what: string) =>
  `is longer than ${max} ${what}; Shorten it to ${max} ${what} or fewer`;

const id = v.pipe(
  v.string(),
  v.maxLength(LIMITS.id, atMost(LIMITS.id, 'characters')),
  v.regex(
    ID,
    'is not an id; Use lower-case letters, digits and single hyphens, such as "troops-in-kursk"',
  ),
);

/** `id` in the same pack, or `pack#id` in another. */
const ref = v.pipe(
  v.string(),
  v.maxLength(2 * LIMITS.id + 1, atMost(2 * LIMITS.id + 1, 'characters')),
  v.regex(
    /^(?:[a-z0-9]+(?:-[a-z0-9]+)*#)?[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'is not a reference; Write the id of an entry of this pack, or pack#id of another',
  ),
);

/** Asking costs as much as all else that is checked of a record, and a pack has a handful of languages. */
const knownLanguages = new Set<string>();
const MAX_KNOWN = 100;

function isLanguage(tag: string): boolean {
  if (knownLanguages.has(tag)) return true;
  try {
    // A first part of five letters or more ("english") is well-formed, and no language.
    if (!/^[a-z]{2,3}(?:-|$)/i.test(tag) || Intl.getCanonicalLocales(tag).length !== 1)
      return false;
  } catch {
    return false;
  }
  if (knownLanguages.size < MAX_KNOWN) knownLanguages.add(tag);
  return true;
}

const language = v.pipe(
  v.string(),
  v.maxLength(35, atMost(35, 'characters')),
  v.check(isLanguage, 'is not a language; Write a BCP-47 tag, such as "en", "uk" or "pt-BR"'),
);

const DATE =
  'is not an EDTF date; Write 2024-10-24, 2024-10, 2024, 2024-10~ (about) or 2022/.. (since)';

/** An EDTF date (https://www.loc.gov/standards/datetime/). YAML reads a bare year as a number. */
const date = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.integer(), v.transform(String))], DATE),
  v.check(isDate, DATE),
  v.examples(['2024-10-24', '2024-10', '2024', '2024-10~', '2022/..']),
);

/** Only http and https: anything else could run in the reader's browser. */
const url = v.pipe(
  v.string(),
  v.maxLength(LIMITS.url, atMost(LIMITS.url, 'characters')),
  v.check((text) => {
    try {
      const { protocol, username, password } = new URL(text);
      // "https://news.example@evil.example/" shows one host and opens another.
      return /^https?:$/.test(protocol) && username === '' && password === '';
    } catch {
      return false;
    }
  }, 'is not an address; Write one that begins with https:// or http://, without a name before an @'),
);

const words = (max: number) =>
  v.pipe(
    v.string(),
    v.check((text) => text.trim() !== '', 'is empty; Write it, or leave the line out'),
    v.maxLength(max, atMost(max, 'characters')),
  );

const translated = v.strictObject({
  text: words(LIMITS.text),
  by: described(words(LIMITS.name), 'Who translated it.'),
});

/** A text in one language; a translation names its translator. */
const inLanguage = (max: number) => {
  const one = words(max);
  return either(v.union([one, translated]), (value) => (isMapping(value) ? translated : one));
};

/** One text, or one a language. */
const localText = (max: number, text: ReturnType<typeof inLanguage>) => {
  const one = words(max);
  const byLanguage = v.pipe(
    v.record(language, text),
    v.check(
      (texts) => Object.keys(texts).length > 0,
      'has no text; Give it in at least one language: {en: …}',
    ),
  );
  return either(v.union([one, byLanguage]), (value) => (isMapping(value) ? byLanguage : one));
};

const nameInLanguage = inLanguage(LIMITS.name);
const localName = localText(LIMITS.name, nameInLanguage);
const passageInLanguage = inLanguage(LIMITS.text);
const localPassage = localText(LIMITS.text, passageInLanguage);

const few = (max: number) => `holds more than ${max} entries; Keep ${max} or fewer`;

const refs = v.pipe(v.array(ref), v.maxLength(LIMITS.refs, few(LIMITS.refs)));

const someRefs = (what: string) =>
  v.pipe(refs, v.minLength(1, `is empty; Name at least one ${what}, by id`));

/* ---------------------------------------------------------------- mention rules */

const surface = words(LIMITS.term);

const termNode = v.strictObject({
  text: surface,
  lang: v.optional(
    described(language, "Decides how the words may inflect. Default: the pack's language."),
  ),
  case: v.optional(described(v.boolean(), 'Upper and lower case must be as written (US, WHO).')),
  forms: v.optional(
    described(
      v.picklist(['light', 'exact']),
      'light: what the language does regularly (default). exact: as written, folded.',
    ),
  ),
});

/**
 * One surface to look for. `{a|b}` expands, a trailing `*` on a word matches any ending, `#` is any
 * figure in digits, `#100+` one of at least that value.
 */
const term = either(v.union([surface, termNode]), (value) =>
  isMapping(value) ? termNode : surface,
);

export type Term = v.InferOutput<typeof term>;

/** A mention rule as the author writes it. Semantics: docs/mention-rules.md. */
export type Rule = Term | Rule[] | RuleNode;

export interface RuleNode {
  any?: Rule[] | undefined;
  all?: Rule[] | undefined;
  near?: Rule[] | undefined;
  /** `near`: at most so many words between neighbouring parts. */
  distance?: number | undefined;
  /** `near`: the parts stand in the order written. */
  ordered?: boolean | undefined;
  within?: 'sentence' | 'paragraph' | undefined;
  /** Nothing of this may stand in the same scope. */
  not?: Rule[] | undefined;
  /** Must hold somewhere in the same paragraph; paints nothing. */
  given?: Rule[] | undefined;
}

const rule: v.GenericSchema<Rule> = v.lazy((value) => {
  if (value === undefined) return anyRule;
  if (Array.isArray(value)) return parts;
  if (!isMapping(value)) return surface;
  return 'text' in value ? termNode : ruleNode;
});

const parts: v.GenericSchema<Rule[]> = v.pipe(
  v.array(rule),
  v.minLength(1, 'is empty and can never match; Name at least one term'),
  v.maxLength(LIMITS.ruleParts, few(LIMITS.ruleParts)),
);

const DISTANCE = 'is no distance; Write a whole number of words from 0 to 50';

const ruleNode: v.GenericSchema<RuleNode> = v.pipe(
  v.strictObject({
    any: v.optional(described(parts, 'One of these is enough.')),
    all: v.optional(described(parts, 'Each of these stands in one sentence (see within).')),
    near: v.optional(described(parts, 'Each of these, a few words apart (see distance).')),
    distance: v.optional(
      described(
        v.pipe(
          v.number(DISTANCE),
          v.integer(DISTANCE),
          v.minValue(0, DISTANCE),
          v.maxValue(50, DISTANCE),
        ),
        'near: at most so many words between neighbouring parts.',
      ),
    ),
    ordered: v.optional(described(v.boolean(), 'near: the parts stand in the order written.')),
    within: v.optional(
      described(v.picklist(['sentence', 'paragraph']), 'How far apart the parts of all may stand.'),
    ),
    not: v.optional(described(parts, 'Nothing of this may stand in the same scope.')),
    given: v.optional(
      described(parts, 'Must hold somewhere in the same paragraph; is not marked on the page.'),
    ),
  }),
  v.check(
    (node) => [node.any, node.all, node.near].filter(Boolean).length === 1,
    'has not exactly one of any, all, near; Keep one of them, and nest the others: {any: [{all: […]}, …]}',
  ),
  v.check(
    (node) => node.near !== undefined || (node.distance ?? node.ordered) === undefined,
    'has distance or ordered without near; Write near: […], or remove them',
  ),
);

const anyRule: v.GenericSchema<Rule> = v.union([surface, termNode, parts, ruleNode]);

function ruleDepth(node: Rule): number {
  if (typeof node === 'string' || 'text' in node) return 1;
  const inner = Array.isArray(node)
    ? node
    : [node.any, node.all, node.near, node.not, node.given].flatMap((list) => list ?? []);
  return 1 + inner.reduce((deepest, part) => Math.max(deepest, ruleDepth(part)), 0);
}

const mention = v.pipe(
  rule,
  v.check(
    (node) => ruleDepth(node) <= LIMITS.ruleDepth,
    `is nested more than ${LIMITS.ruleDepth} levels deep; Move parts of it into a list of terms`,
  ),
  v.description('When a page mentions the topic: a term, a $list, or a rule of these.'),
);

/* ---------------------------------------------------------------- entries */

const wikidataId = v.pipe(v.string(), v.regex(/^Q\d+$/));

const sameAs = v.optional(
  described(
    v.pipe(
      v.array(
        v.union(
          [wikidataId, url],
          'is neither a Wikidata id nor an address; Write Q12345 or https://…',
        ),
      ),
      v.maxLength(LIMITS.refs, few(LIMITS.refs)),
    ),
    'The same thing elsewhere: Wikidata ids (Q12345) or addresses.',
  ),
);

/** Topics of several packs are shown side by side where they name one thing, or one of them the other. */
const sameTopicAs = v.optional(
  described(
    v.pipe(
      v.array(
        v.union(
          [
            wikidataId,
            v.pipe(
              v.string(),
              v.maxLength(2 * LIMITS.id + 1),
              v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*#[a-z0-9]+(?:-[a-z0-9]+)*$/),
            ),
            url,
          ],
          'is no Wikidata id, address or topic of another pack; Write Q12345, https://… or pack#topic',
        ),
      ),
      v.maxLength(LIMITS.refs, few(LIMITS.refs)),
    ),
    'The same topic elsewhere: Wikidata ids (Q12345), addresses, or topics of other packs (pack#topic).',
  ),
);

const topic = v.strictObject({
  id,
  name: localName,
  summary: v.optional(localPassage),
  mention: v.optional(mention),
  sameAs: sameTopicAs,
});

const actor = v.strictObject({
  id,
  name: localName,
  role: v.optional(described(localName, 'What the person or body is: "NATO secretary general".')),
  of: v.optional(described(ref, 'The actor that this one belongs to.')),
  aliases: v.optional(
    described(
      v.pipe(v.array(words(LIMITS.name)), v.maxLength(LIMITS.refs, few(LIMITS.refs))),
      'Other names, for search and for sentences that name the speaker.',
    ),
  ),
  url: v.optional(url),
  sameAs,
});

const source = v.strictObject({
  id,
  publisher: described(words(LIMITS.name), 'Who published it: "Al-Ahram Weekly".'),
  title: v.optional(words(LIMITS.name * 2)),
  url: v.optional(described(url, 'Left out when it is not known; never invented.')),
  archive: v.optional(described(url, 'An archived copy.')),
  print: v.optional(
    described(words(LIMITS.name), 'Where it stands in print, for a source without an address.'),
  ),
  published: v.optional(described(date, 'When it was published (EDTF).')),
  language: v.optional(language),
});

/** Scripts without spaces between words; two characters a word is about their average. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}]/u;
const WORDS = new RegExp(`${UNSPACED.source}{1,2}|[^\\s]+?(?=${UNSPACED.source}|\\s|$)`, 'gu');

const countWords = (text: string) => text.match(WORDS)?.length ?? 0;

/** W3C Web Annotation TextQuoteSelector, kept short. */
const quote = v.pipe(
  v.strictObject({
    exact: described(words(LIMITS.name), "The source's own words."),
    prefix: v.optional(described(words(LIMITS.name), 'The words right before, to find the place.')),
    suffix: v.optional(described(words(LIMITS.name), 'The words right after, to find the place.')),
  }),
  v.check(
    (q) => countWords(`${q.prefix ?? ''} ${q.exact} ${q.suffix ?? ''}`) <= LIMITS.quoteWords,
    `has more than ${LIMITS.quoteWords} words, prefix and suffix included; Shorten it`,
  ),
);

const sourceRef = v.strictObject({
  source: described(ref, 'The id of a source.'),
  quote: v.optional(quote),
  retrieved: v.optional(described(date, 'When the editor read it (EDTF).')),
  at: v.optional(described(words(LIMITS.name), 'A page, paragraph or minute.')),
});

const INTEGER = 'is not a whole number; Write it in digits, without quotes or separators: 12000';
const integer = v.pipe(v.number(INTEGER), v.integer(INTEGER), v.safeInteger(INTEGER));

export const QUALIFIERS = ['about', 'at-least', 'up-to', 'nearly', 'over'] as const;

const figure = {
  value: integer,
  unit: described(words(60), 'What is counted, in the plural: soldiers.'),
  qualifier: v.optional(v.picklist(QUALIFIERS)),
};

const quantity = v.strictObject({
  ...figure,
  parts: v.optional(
    described(
      v.pipe(v.array(v.strictObject(figure)), v.maxLength(LIMITS.refs, few(LIMITS.refs))),
      'What the figure is made up of.',
    ),
  ),
});

export const RELATIONS = ['denies', 'corroborates', 'qualifies', 'corrects', 'supersedes'] as const;
export type RelationType = (typeof RELATIONS)[number];

const relations = v.strictObject({
  denies: v.optional(described(refs, 'The records that this one denies.')),
  corroborates: v.optional(described(refs, 'The records that this one agrees with.')),
  qualifies: v.optional(
    described(refs, 'The records that this one narrows or adds a condition to.'),
  ),
  corrects: v.optional(described(refs, 'The records in which this one puts a mistake right.')),
  supersedes: v.optional(described(refs, 'The records that this one takes the place of.')),
});

const recordBase = {
  id: described(id, 'Frozen at first publication: others link to it.'),
  about: described(someRefs('topic'), 'The topics, by id; the first is its home.'),
  made: v.optional(described(date, 'When it was said (EDTF).')),
  when: v.optional(described(date, 'When the thing said happened (EDTF).')),
  text: described(localPassage, 'What was said, in your own words, without the speaker.'),
  quantity: v.optional(
    described(
      v.pipe(v.array(quantity), v.maxLength(LIMITS.refs, few(LIMITS.refs))),
      'The figures in it, for comparing them.',
    ),
  ),
  sources: described(
    v.pipe(
      v.array(sourceRef),
      v.minLength(1, 'is empty; Every record has a source: add {source: id}'),
      v.maxLength(LIMITS.refs, few(LIMITS.refs)),
    ),
    'Where it can be checked.',
  ),
  relations: v.optional(relations),
};

const by = described(someRefs('actor'), 'Who said it, by id.');

export const STATEMENT_FORMS = [
  'remark',
  'assessment',
  'forecast',
  'provision',
  'non-denial',
  'confirmation',
  'editor-note',
] as const;

const claim = v.strictObject({ ...recordBase, by });
const denial = v.strictObject({ ...recordBase, by });
const statement = v.strictObject({
  ...recordBase,
  by,
  form: described(v.picklist(STATEMENT_FORMS), 'What kind of statement it is.'),
});
const event = v.strictObject({ ...recordBase, by: v.optional(by) });

/** What stays of a withdrawn record: shown struck through, with the reason. */
const tombstone = v.strictObject({
  id: described(id, 'The id of the withdrawn record.'),
  about: someRefs('topic'),
  withdrawn: described(date, 'When it was withdrawn (EDTF).'),
  reason: localPassage,
  text: v.optional(
    described(localPassage, 'The words that were withdrawn, when they may still be shown.'),
  ),
  replacedBy: v.optional(described(ref, 'The record that stands in its place.')),
});

/* ---------------------------------------------------------------- the pack */

const list = <const S extends v.GenericSchema>(item: S) => v.optional(v.array(item), []);

const termList = v.pipe(
  v.array(term),
  v.minLength(1, 'is empty and can never match; Name at least one term'),
  v.maxLength(LIMITS.termsPerList, few(LIMITS.termsPerList)),
);

const publisher = v.strictObject({
  name: words(LIMITS.name),
  url: v.optional(url),
  contact: v.optional(
    described(
      v.union(
        [url, v.pipe(v.string(), v.regex(/^mailto:[^\s?&]+@[^\s?&]+$/))],
        'is no way to write to you; Give an address (https://…) or mailto:name@example.org',
      ),
      'Where readers may write: the address of a page, or mailto:.',
    ),
  ),
});

export const packSchema = v.strictObject({
  pack: described(id, 'The id of the pack, frozen at first publication.'),
  name: localName,
  summary: v.optional(localPassage),
  language: described(language, 'The language the pack is written in (BCP-47).'),
  licence: described(
    v.pipe(
      v.string(),
      v.regex(/^[A-Za-z0-9.+-]+$/, 'is not an SPDX id; Write one such as CC-BY-4.0'),
    ),
    'Under what terms others may use it (SPDX id).',
  ),
  publisher,
  edition: v.optional(
    described(words(40), "The editors' version: raise it with every publication."),
  ),
  terms: v.optional(
    described(v.record(id, termList), 'Named lists of terms, used in rules as $name.'),
    {},
  ),
  topics: list(topic),
  actors: list(actor),
  sources: list(source),
  claims: list(claim),
  denials: list(denial),
  statements: list(statement),
  events: list(event),
  tombstones: list(tombstone),
});

/** The schemas that recur, by the names that the JSON Schema gives them. */
export const NAMED_SCHEMAS: Readonly<Record<string, v.GenericSchema>> = {
  id,
  reference: ref,
  language,
  date,
  url,
  localName,
  nameInLanguage,
  localPassage,
  passageInLanguage,
  term,
  termNode,
  rule,
  parts,
  ruleNode,
  topic,
  actor,
  source,
  sourceRef,
  quote,
  quantity,
  relations,
  claim,
  denial,
  statement,
  event,
  tombstone,
};

export type Pack = v.InferOutput<typeof packSchema>;
export type Topic = v.InferOutput<typeof topic>;
export type Actor = v.InferOutput<typeof actor>;
export type Source = v.InferOutput<typeof source>;
export type Quote = v.InferOutput<typeof quote>;
export type SourceRef = v.InferOutput<typeof sourceRef>;
export type Quantity = v.InferOutput<typeof quantity>;
export type Relations = v.InferOutput<typeof relations>;
export type LocalText = v.InferOutput<typeof localPassage>;
export type Tombstone = v.InferOutput<typeof tombstone>;
export type StatementForm = (typeof STATEMENT_FORMS)[number];

export const RECORD_KINDS = ['claim', 'denial', 'statement', 'event'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** A record of any kind, in one shape, as the rest of the code handles it. */
export type RecordEntry = { kind: RecordKind } & Omit<v.InferOutput<typeof claim>, 'by'> & {
    by?: string[] | undefined;
    form?: StatementForm | undefined;
  };

/** Any entry of a pack, told apart by `kind`. */
export type Entry =
  | ({ kind: 'topic' } & Topic)
  | ({ kind: 'actor' } & Actor)
  | ({ kind: 'source' } & Source)
  | RecordEntry
  | ({ kind: 'tombstone' } & Tombstone);

/** The named lists of a pack file and the kind of the entries in them. */
export const SECTIONS = {
  topics: 'topic',
  actors: 'actor',
  sources: 'source',
  claims: 'claim',
  denials: 'denial',
  statements: 'statement',
  events: 'event',
  tombstones: 'tombstone',
} as const;
export type Section = keyof typeof SECTIONS;

/**
 * All entries of a pack with their kind, in the order of the file's sections.
 * @param pack a validated pack
 */
export function entriesOf(pack: Pack): Entry[] {
  return (Object.keys(SECTIONS) as Section[]).flatMap((section) =>
    pack[section].map((entry) => ({ kind: SECTIONS[section], ...entry }) as Entry),
  );
}

/** @returns whether an entry is one of the four kinds of record */
export function isRecord(entry: Entry): entry is RecordEntry {
  return (RECORD_KINDS as readonly string[]).includes(entry.kind);
}
