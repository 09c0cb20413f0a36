/** What of a record can be searched, and how much each part counts. */
import { dateBounds } from '../dates';
import { intlLocale, LOCALES } from '../locale';
import { foldWords } from '../mentions/tokenize';
import {
  type Actor,
  type Entry,
  isRecord,
  type LocalText,
  type Source,
  type Topic,
} from '../model';
import { WEIGHT_BITS } from './index-file';

/** Higher is better. Who said it counts more than what about. */
const WEIGHTS = {
  speaker: 8,
  topic: 6,
  text: 5,
  figure: 5,
  date: 3,
  source: 2,
  pack: 1,
} as const;

type Field = keyof typeof WEIGHTS;

/** What a posting of the index has room for. */
const MAX_WEIGHT = 2 ** WEIGHT_BITS - 1;

/** The parts of a pack that records refer to, by id. */
export interface Referred {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly topics: ReadonlyMap<string, Topic>;
  /** The pack's own name. */
  readonly pack: LocalText;
}

function textsOf(text: LocalText | undefined): string[] {
  if (text === undefined) return [];
  if (typeof text === 'string') return [text];
  return Object.values(text).map((one) => (typeof one === 'string' ? one : one.text));
}

/** Not before a pack is installed: making these takes a waking worker 25 ms. */
const monthFormats = () =>
  LOCALES.flatMap((locale) =>
    (['long', 'short'] as const).map(
      (month) => new Intl.DateTimeFormat(intlLocale(locale), { month, timeZone: 'UTC' }),
    ),
  );

let formats: readonly Intl.DateTimeFormat[] | null = null;
const namesOfMonths = new Map<number, string>();

function monthNames(month: number): string {
  const known = namesOfMonths.get(month);
  if (known !== undefined) return known;
  formats ??= monthFormats();
  const said = formats.map((format) => format.format(Date.UTC(2024, month, 1))).join(' ');
  namesOfMonths.set(month, said);
  return said;
}

/** Months of an interval that find it; of a longer one only its ends do, or it would be found by any. */
const MAX_MONTHS = 24;

/** Counted from the year 0, so that months can be walked through. */
function monthNumber(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** @returns the months that a date covers, numbered as above; an open end has none */
function monthsIn(edtf: string): number[] {
  const { earliest, latest } = dateBounds(edtf);
  const ends = [earliest, latest].filter(Number.isFinite).map(monthNumber);
  const [from = 0, to = from] = ends;
  const count = to - from + 1;
  return count > MAX_MONTHS ? ends : Array.from({ length: count }, (_, i) => from + i);
}

/** The words people look a date up by: year, day, and the month's names, as far as they are given. */
function dateWords(edtf: string): string {
  const months = /\d{4}-\d\d/.test(edtf) ? monthsIn(edtf) : [];
  const years = new Set(months.map((month) => Math.floor(month / 12)));
  const names = new Set(months.map((month) => monthNames(((month % 12) + 12) % 12)));
  return [edtf.replace(/\D+/g, ' '), ...years, ...names].join(' ');
}

/** Every text that finds an entry, by the field it stands in. */
function* fieldsOf(
  entry: Entry,
  { actors, sources, topics, pack }: Referred,
): Generator<readonly [field: Field, texts: readonly string[]]> {
  if (!('about' in entry)) return;
  yield ['pack', textsOf(pack)];
  yield ['topic', entry.about.flatMap((id) => textsOf(topics.get(id)?.name))];
  yield ['text', textsOf(entry.text)];
  if (!isRecord(entry)) return;
  yield [
    'speaker',
    (entry.by ?? []).flatMap((id) => {
      const actor = actors.get(id);
      return [...textsOf(actor?.name), ...textsOf(actor?.role), ...(actor?.aliases ?? [])];
    }),
  ];
  yield [
    'source',
    entry.sources.flatMap(({ source }) => {
      const { publisher = '', title = '' } = sources.get(source) ?? {};
      return [publisher, title];
    }),
  ];
  yield [
    'figure',
    (entry.quantity ?? [])
      .flatMap((quantity) => [quantity, ...(quantity.parts ?? [])])
      .map(({ value, unit }) => `${value} ${unit}`),
  ];
  yield ['date', [entry.made, entry.when].filter((date) => date !== undefined).map(dateWords)];
}

/**
 * @param entry a record or tombstone; anything else has no words
 * @returns every folded word that finds it, with the sum of the weights of the fields that say it,
 *   at most 15; saying it twice in one field counts once
 */
export function searchWords(entry: Entry, referred: Referred): Map<string, number> {
  const words = new Map<string, number>();
  for (const [field, texts] of fieldsOf(entry, referred)) {
    const said = new Set(texts.flatMap((text) => foldWords(text).map(({ word }) => word)));
    for (const word of said) {
      words.set(word, Math.min((words.get(word) ?? 0) + WEIGHTS[field], MAX_WEIGHT));
    }
  }
  return words;
}
