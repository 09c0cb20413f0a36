/**
 * The record types of On Record and their validation, in one place.
 *
 * An author writes these shapes in YAML (docs/pack-format.md); the JSON Schema that editors use and
 * the types that the rest of the code uses are both derived from the schemas below.
 */
import * as v from 'valibot';
import { isDate } from './dates';

/** Ids are slugs: they end up in addresses, file names and other people's links, for good. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Caps on what a pack may hold. A pack is hostile until shown otherwise; each cap is several times
 * the largest honest value met while the first pack was written.
 */
export const LIMITS = {
  /** One authored file, in UTF-8 bytes, checked before it is parsed. */
  fileBytes: 8 * 1024 * 1024,
  id: 80,
  name: 200,
  text: 2000,
  url: 2000,
  /** Words in a quoted passage, prefix and suffix included: enough to find it, too few to copy it. */
  quoteWords: 8,
  refs: 64,
  termsPerList: 2000,
  ruleDepth: 8,
  ruleParts: 64,
} as const;

const id = v.pipe(
  v.string('an id is text in quotes or a plain slug'),
  v.maxLength(LIMITS.id, `an id has at most ${LIMITS.id} characters`),
  v.regex(ID, 'an id is lower-case letters, digits and single hyphens, such as "troops-in-kursk"'),
);

/** `id` in the same pack, or `pack#id` in another. */
const ref = v.pipe(
  v.string('a reference is the id of an entry'),
  v.maxLength(2 * LIMITS.id + 1),
  v.regex(
    /^(?:[a-z0-9]+(?:-[a-z0-9]+)*#)?[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'a reference is an id of this pack, or pack#id of another',
  ),
);

const language = v.pipe(
  v.string('a language is a BCP-47 tag'),
  v.maxLength(35),
  v.check((tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length === 1;
    } catch {
      return false;
    }
  }, 'a language is a BCP-47 tag, such as "en", "uk" or "pt-BR"'),
);

/** An EDTF date (https://www.loc.gov/standards/datetime/). YAML reads a bare year as a number. */
const date = v.pipe(
  v.union(
    [v.string(), v.pipe(v.number(), v.integer(), v.transform(String))],
    'a date is EDTF text, such as 2024-10-24, 2024-10~ or 2022/..',
  ),
  v.check(
    isDate,
    'this is not an EDTF date; write 2024-10-24, 2024-10, 2024, 2024-10~ (about) or 2022/.. (since)',
  ),
);

/** Only http and https: anything else could run in the reader's browser. */
const url = v.pipe(
  v.string('an address is text'),
  v.maxLength(LIMITS.url, `an address has at most ${LIMITS.url} characters`),
  v.check((text) => {
    try {
      return /^https?:$/.test(new URL(text).protocol);
    } catch {
      return false;
    }
  }, 'an address begins with https:// or http://'),
);

const words = (max: number) =>
  v.pipe(
    v.string('this is text'),
    v.check((text) => text.trim() !== '', 'this text is empty; write it or leave the line out'),
    v.maxLength(max, `this text has at most ${max} characters`),
  );

const translated = v.strictObject({ text: words(LIMITS.text), by: words(LIMITS.name) });

/** One string, or one a language; a translation may name its translator. */
const localText = (max: number) =>
  v.union(
    [
      words(max),
      v.pipe(
        v.record(language, v.union([words(max), translated])),
        v.check((texts) => Object.keys(texts).length > 0, 'give the text in at least one language'),
      ),
    ],
    'this is text, or one text a language: {en: …, ru: …}',
  );

const refs = (max: number = LIMITS.refs) =>
  v.pipe(v.array(ref, 'this is a list of ids: [a, b]'), v.maxLength(max, `at most ${max} here`));

const someRefs = (what: string) => v.pipe(refs(), v.minLength(1, `name at least one ${what}`));

/* ---------------------------------------------------------------- mention rules */

/**
 * One surface to look for. `{a|b}` expands, a trailing `*` on a word matches any ending, `#` is any
 * figure in digits, `#100+` one of at least that value.
 */
const term = v.union([
  words(LIMITS.name),
  v.strictObject({
    text: words(LIMITS.name),
    /** Decides how the words may inflect. Default: the pack's language. */
    lang: v.optional(language),
    /** Upper and lower case must be as written ("US", "WHO"). */
    case: v.optional(v.boolean()),
    /** `light`: what the language does regularly (default). `exact`: as written, folded. */
    forms: v.optional(v.picklist(['light', 'exact'])),
  }),
]);

export type Term = v.InferOutput<typeof term>;

/** A mention rule as the author writes it. Semantics: docs/pack-format.md, "Mention rules". */
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

const parts: v.GenericSchema<Rule[]> = v.pipe(
  v.array(
    v.lazy(() => rule),
    'this is a list of terms and rules: [$a, $b]',
  ),
  v.minLength(1, 'an empty list can never match'),
  v.maxLength(LIMITS.ruleParts, `at most ${LIMITS.ruleParts} parts`),
);

const ruleNode: v.GenericSchema<RuleNode> = v.pipe(
  v.strictObject({
    any: v.optional(parts),
    all: v.optional(parts),
    near: v.optional(parts),
    distance: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50))),
    ordered: v.optional(v.boolean()),
    within: v.optional(v.picklist(['sentence', 'paragraph'])),
    not: v.optional(parts),
    given: v.optional(parts),
  }),
  v.check(
    (node) => [node.any, node.all, node.near].filter(Boolean).length === 1,
    'a rule has exactly one of any, all, near',
  ),
  v.check(
    (node) => node.near !== undefined || (node.distance ?? node.ordered) === undefined,
    'distance and ordered belong to near',
  ),
);

const rule: v.GenericSchema<Rule> = v.union(
  [term, v.lazy(() => parts), v.lazy(() => ruleNode)],
  'a rule is a term, a $list, or one of {any: […]}, {all: […]}, {near: […]}',
);

/* ---------------------------------------------------------------- entries */

const sameAs = v.optional(
  v.pipe(
    v.array(
      v.union(
        [v.pipe(v.string(), v.regex(/^Q\d+$/)), url],
        'a Wikidata id such as Q12345, or an address',
      ),
    ),
    v.maxLength(LIMITS.refs),
  ),
);

const topic = v.strictObject({
  id,
  name: localText(LIMITS.name),
  summary: v.optional(localText(LIMITS.text)),
  mention: v.optional(rule),
  sameAs,
});

const actor = v.strictObject({
  id,
  name: localText(LIMITS.name),
  /** What the person or body is: "NATO secretary general". */
  role: v.optional(localText(LIMITS.name)),
  of: v.optional(ref),
  aliases: v.optional(v.pipe(v.array(words(LIMITS.name)), v.maxLength(LIMITS.refs))),
  url: v.optional(url),
  sameAs,
});

const source = v.strictObject({
  id,
  publisher: words(LIMITS.name),
  title: v.optional(words(LIMITS.name * 2)),
  /** Left out when it is not known; never invented. */
  url: v.optional(url),
  archive: v.optional(url),
  /** Where it stands in print, for a source without an address. */
  print: v.optional(words(LIMITS.name)),
  published: v.optional(date),
  language: v.optional(language),
});

const countWords = (text: string) => text.split(/\s+/u).filter(Boolean).length;

/** W3C Web Annotation TextQuoteSelector, kept short. */
const quote = v.pipe(
  v.strictObject({
    exact: words(LIMITS.name),
    prefix: v.optional(words(LIMITS.name)),
    suffix: v.optional(words(LIMITS.name)),
  }),
  v.check(
    (q) => countWords(`${q.prefix ?? ''} ${q.exact} ${q.suffix ?? ''}`) <= LIMITS.quoteWords,
    `a quote has at most ${LIMITS.quoteWords} words, prefix and suffix included; shorten it`,
  ),
);

const sourceRef = v.strictObject({
  source: ref,
  quote: v.optional(quote),
  /** When the editor read it. */
  retrieved: v.optional(date),
  /** A page, paragraph or minute. */
  at: v.optional(words(LIMITS.name)),
});

const integer = v.pipe(
  v.number('a number in digits without quotes or separators: 12000'),
  v.integer('whole numbers only'),
  v.safeInteger(),
);

export const QUALIFIERS = ['about', 'at-least', 'up-to', 'nearly', 'over'] as const;

const figure = {
  value: integer,
  unit: words(60),
  qualifier: v.optional(v.picklist(QUALIFIERS)),
};

const quantity = v.strictObject({
  ...figure,
  parts: v.optional(v.pipe(v.array(v.strictObject(figure)), v.maxLength(LIMITS.refs))),
});

export const RELATIONS = ['denies', 'corroborates', 'qualifies', 'corrects', 'supersedes'] as const;
export type RelationType = (typeof RELATIONS)[number];

const relations = v.strictObject({
  denies: v.optional(refs()),
  corroborates: v.optional(refs()),
  qualifies: v.optional(refs()),
  corrects: v.optional(refs()),
  supersedes: v.optional(refs()),
});

const recordBase = {
  id,
  about: someRefs('topic in about'),
  /** When it was said. */
  made: v.optional(date),
  /** When the thing said happened. */
  when: v.optional(date),
  text: localText(LIMITS.text),
  quantity: v.optional(v.pipe(v.array(quantity), v.maxLength(LIMITS.refs))),
  sources: v.pipe(
    v.array(sourceRef, 'sources is a list: [{source: id}]'),
    v.minLength(1, 'every record has a source; add {source: id}'),
    v.maxLength(LIMITS.refs),
  ),
  relations: v.optional(relations),
};

const by = someRefs('actor in by');

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
const statement = v.strictObject({ ...recordBase, by, form: v.picklist(STATEMENT_FORMS) });
const event = v.strictObject({ ...recordBase, by: v.optional(by) });

/** What stays of a withdrawn record: shown struck through, with the reason. */
const tombstone = v.strictObject({
  id,
  about: someRefs('topic in about'),
  withdrawn: date,
  reason: localText(LIMITS.text),
  /** The words that were withdrawn, when they may still be shown. */
  text: v.optional(localText(LIMITS.text)),
  replacedBy: v.optional(ref),
});

/* ---------------------------------------------------------------- the pack */

const list = <const S extends v.GenericSchema>(item: S) =>
  v.optional(v.array(item, 'this is a list; begin each entry with "- "'), []);

const termList = v.pipe(
  v.array(term, 'a list of terms: ["North Korean troops", {text: "КНДР", lang: ru}]'),
  v.minLength(1, 'an empty list can never match'),
  v.maxLength(LIMITS.termsPerList),
);

const publisher = v.strictObject({
  name: words(LIMITS.name),
  url: v.optional(url),
  /** Where readers may write: an address of a page, or mailto:. */
  contact: v.optional(
    v.union(
      [url, v.pipe(v.string(), v.regex(/^mailto:[^\s?&]+@[^\s?&]+$/))],
      'https:// or mailto:',
    ),
  ),
});

export const packSchema = v.strictObject({
  pack: id,
  name: localText(LIMITS.name),
  summary: v.optional(localText(LIMITS.text)),
  language,
  /** SPDX identifier. */
  licence: v.pipe(v.string(), v.regex(/^[A-Za-z0-9.+-]+$/, 'an SPDX id, such as CC-BY-4.0')),
  publisher,
  /** The editors' version: raise it with every publication. */
  edition: v.optional(words(40)),
  terms: v.optional(v.record(id, termList), {}),
  topics: list(topic),
  actors: list(actor),
  sources: list(source),
  claims: list(claim),
  denials: list(denial),
  statements: list(statement),
  events: list(event),
  tombstones: list(tombstone),
});

export type Pack = v.InferOutput<typeof packSchema>;
export type Topic = v.InferOutput<typeof topic>;
export type Actor = v.InferOutput<typeof actor>;
export type Source = v.InferOutput<typeof source>;
export type SourceRef = v.InferOutput<typeof sourceRef>;
export type Quantity = v.InferOutput<typeof quantity>;
export type Relations = v.InferOutput<typeof relations>;
export type LocalText = v.InferOutput<ReturnType<typeof localText>>;
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
