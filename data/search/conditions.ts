/** What a query asks of a document, as conditions that hold or not. */
import { monthWord } from './date-words';
import type { Expansion } from './expand';
import { EXACT, FORM, PREFIX } from './expand';
import type { Facet } from './facets';
import { ALL_FIELDS, fieldBit } from './fields';
import { UNDATED } from './index-file';
import { KINDS, kindsNamed } from './kinds';
import { markEntity, markWords, maskOf, scoreOf, within } from './masks';
import { monthsNamed } from './months';
import type {
  DatePart,
  KindPart,
  PackPart,
  PhrasePart,
  Query,
  QueryPart,
  SpeakerPart,
  WordPart,
} from './parse';
import { markPhrase } from './phrases';
import { expansions, firstSpeaker, type Segment, speakersOf } from './segments';
import { mayBeMistyped } from './typos';

export interface Condition {
  /** The parts of the query that say it. */
  readonly parts: readonly QueryPart[];
  readonly facet: Facet | null;
  /**
   * Looks at a segment's documents.
   * @param failed gets `bit` where the condition does not hold
   * @param scores of documents that no condition failed yet
   */
  apply(segment: Segment, failed: Uint32Array, scores: Uint32Array, bit: number): void;
}

let scratch = new Uint32Array(0);

/** @returns zeros, good until the next call */
function emptyMasks(documents: number): Uint32Array {
  if (scratch.length < documents) scratch = new Uint32Array(documents);
  return scratch.fill(0, 0, documents);
}

function settle(masks: Uint32Array, failed: Uint32Array, scores: Uint32Array, bit: number): void {
  for (let i = 0; i < failed.length; i++) {
    const mask = masks[i] as number;
    if (mask === 0) failed[i] = (failed[i] as number) | bit;
    else if (failed[i] === 0) scores[i] = (scores[i] as number) + scoreOf(mask);
  }
}

const KIND = fieldBit('kind');
const SPEAKER = fieldBit('speaker');
const DATE = fieldBit('date');
const PACK = fieldBit('pack');

/** A word that nobody says as it stands, and what was looked up instead. */
export interface Slip {
  readonly part: WordPart;
  /** The best of what it may have been meant for; null where there is none. */
  readonly read: string | null;
}

/** @returns what a word is looked up as; slips only where no segment has the word or a form of it */
function howToRead(
  segments: readonly Segment[],
  { word }: Pick<WordPart, 'word'>,
): { readonly mistyped: boolean; readonly known: boolean } {
  const isNamed =
    kindsNamed(word).length > 0 ||
    monthsNamed(word).length > 0 ||
    segments.some(({ pack }) => pack.words.includes(word));
  const isWhole = ({ quality }: Expansion) => quality === EXACT || quality === FORM;
  const whole =
    isNamed || segments.some((segment) => expansions(segment, word, 'word').some(isWhole));
  const known = whole || segments.some((segment) => expansions(segment, word, 'word').length > 0);
  return { mistyped: !whole && mayBeMistyped(word), known };
}

function wordCondition(segments: readonly Segment[], part: WordPart): Condition {
  const { word } = part;
  const kinds = kindsNamed(word);
  const months = monthsNamed(word);
  const { mistyped } = howToRead(segments, part);
  return {
    parts: [part],
    facet: null,
    apply(segment, failed, scores, bit) {
      const { index, pack } = segment;
      const masks = emptyMasks(index.documents);
      markWords(index, expansions(segment, word, 'word'), ALL_FIELDS, masks);
      if (mistyped) markWords(index, expansions(segment, word, 'typo'), ALL_FIELDS, masks);
      for (const month of months) {
        markWords(index, expansions(segment, monthWord(month), 'exact'), DATE, masks);
      }
      if (kinds.length > 0) {
        for (let i = 0; i < index.documents; i++) {
          if (kinds.includes(index.kinds[i] as number))
            masks[i] = (masks[i] as number) | maskOf(KIND, EXACT);
        }
      }
      if (pack.words.some((one) => one.startsWith(word))) {
        const bits = maskOf(PACK, pack.words.includes(word) ? EXACT : PREFIX);
        for (let i = 0; i < index.documents; i++) masks[i] = (masks[i] as number) | bits;
      }
      settle(masks, failed, scores, bit);
    },
  };
}

function phraseCondition(part: PhrasePart): Condition {
  const { words, open } = part;
  return {
    parts: [part],
    facet: null,
    apply(segment, failed, scores, bit) {
      const masks = emptyMasks(segment.index.documents);
      const last = words.length - 1;
      const read = words.map((word, i) =>
        expansions(segment, word, open && i === last ? 'word' : 'exact'),
      );
      markPhrase(segment.index, read, ALL_FIELDS, masks);
      if (part.type === 'phrase') settle(masks, failed, scores, bit);
      else {
        for (let i = 0; i < failed.length; i++) {
          if (masks[i] !== 0) failed[i] = (failed[i] as number) | bit;
        }
      }
    },
  };
}

/** @returns a mark for each document of whom a query means by `by:` */
function speakerMasks(segment: Segment, { value, words }: SpeakerPart, byId: boolean): Uint8Array {
  const { index } = segment;
  const held = new Uint8Array(index.documents);
  if (byId) {
    const number = speakersOf(segment).indexOf(value.toLowerCase());
    if (number < 0) return held;
    const masks = emptyMasks(index.documents);
    markEntity(index, firstSpeaker(segment) + number, SPEAKER, masks);
    for (let i = 0; i < held.length; i++) held[i] = masks[i] === 0 ? 0 : 1;
    return held;
  }
  held.fill(1);
  for (const word of words) {
    const masks = emptyMasks(index.documents);
    markWords(index, expansions(segment, word, 'word'), SPEAKER, masks);
    for (let i = 0; i < held.length; i++)
      if (within(masks[i] as number, SPEAKER) === 0) held[i] = 0;
  }
  return held;
}

function speakerCondition(segments: readonly Segment[], parts: readonly SpeakerPart[]): Condition {
  const read = parts.map((part) => ({
    part,
    byId: segments.some((segment) => speakersOf(segment).includes(part.value.toLowerCase())),
  }));
  return {
    parts,
    facet: 'by',
    apply(segment, failed, _scores, bit) {
      const held = read.map(({ part, byId }) => speakerMasks(segment, part, byId));
      for (let i = 0; i < failed.length; i++) {
        if (!held.some((one) => one[i] === 1)) failed[i] = (failed[i] as number) | bit;
      }
    },
  };
}

function kindCondition(parts: readonly KindPart[]): Condition {
  const asked = KINDS.map((kind) => parts.some(({ kinds }) => kinds.includes(kind)));
  return {
    parts,
    facet: 'kind',
    apply({ index }, failed, _scores, bit) {
      for (let i = 0; i < failed.length; i++) {
        if (!asked[index.kinds[i] as number]) failed[i] = (failed[i] as number) | bit;
      }
    },
  };
}

function packCondition(segments: readonly Segment[], parts: readonly PackPart[]): Condition {
  const ids = new Set(segments.map(({ pack }) => pack.id));
  const means = (pack: Segment['pack'], { value, words }: PackPart) =>
    ids.has(value)
      ? pack.id === value
      : words.every((word) => pack.words.some((one) => one.startsWith(word)));
  return {
    parts,
    facet: 'in',
    apply({ pack }, failed, _scores, bit) {
      if (parts.some((part) => means(pack, part))) return;
      for (let i = 0; i < failed.length; i++) failed[i] = (failed[i] as number) | bit;
    },
  };
}

const MINUTE_MS = 60_000;

function dateCondition(parts: readonly DatePart[]): Condition {
  const from = Math.max(...parts.map((part) => part.from)) / MINUTE_MS;
  const to = Math.min(...parts.map((part) => part.to)) / MINUTE_MS;
  return {
    parts,
    facet: 'date',
    apply({ index: { starts, ends } }, failed, _scores, bit) {
      for (let i = 0; i < failed.length; i++) {
        const start = starts[i] as number;
        // What is not known to the day counts wherever it may fit.
        if (start === UNDATED || start > to || (ends[i] as number) + 1 <= from || from > to) {
          failed[i] = (failed[i] as number) | bit;
        }
      }
    },
  };
}

const of = <T extends QueryPart['type']>(parts: readonly QueryPart[], type: T) =>
  parts.filter((part): part is Extract<QueryPart, { type: T }> => part.type === type);

/** @returns all conditions of a query, words first; parts of one facet are one condition */
export function conditionsOf(segments: readonly Segment[], { parts }: Query): Condition[] {
  const speakers = of(parts, 'by');
  const kinds = of(parts, 'kind');
  const packs = of(parts, 'in');
  const dates = of(parts, 'date');
  const found = parts.flatMap((part) =>
    part.type === 'word'
      ? [wordCondition(segments, part)]
      : part.type === 'phrase' || part.type === 'not'
        ? [phraseCondition(part)]
        : [],
  );
  return [
    ...found,
    ...(kinds.length > 0 ? [kindCondition(kinds)] : []),
    ...(speakers.length > 0 ? [speakerCondition(segments, speakers)] : []),
    ...(packs.length > 0 ? [packCondition(segments, packs)] : []),
    ...(dates.length > 0 ? [dateCondition(dates)] : []),
  ];
}

/** @returns the words of a query that no record says as they stand */
export function slipsOf(segments: readonly Segment[], { parts }: Query): Slip[] {
  return of(parts, 'word').flatMap((part): Slip[] => {
    const { mistyped, known } = howToRead(segments, part);
    if (!mistyped) return known ? [] : [{ part, read: null }];
    // Whoever says more is the likelier one.
    const said = new Map<string, number>();
    for (const segment of segments) {
      for (const { word, from, to } of expansions(segment, part.word, 'typo')) {
        said.set(word, (said.get(word) ?? 0) + to - from);
      }
    }
    const [best] = [...said].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    if (best) return known ? [] : [{ part, read: best[0] }];
    return known ? [] : [{ part, read: null }];
  });
}
