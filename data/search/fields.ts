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

/** Higher is better; at most 15, see {@link WEIGHT_BITS}. Who said it counts more than what about. */
const WEIGHTS = {
  speaker: 8,
  topic: 6,
  text: 5,
  figure: 5,
  date: 3,
  source: 2,
  pack: 1,
} as const;

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

const monthNames = (() => {
  const formats = LOCALES.flatMap((locale) =>
    (['long', 'short'] as const).map(
      (month) => new Intl.DateTimeFormat(intlLocale(locale), { month, timeZone: 'UTC' }),
    ),
  );
  const names = new Map<number, string>();
  return (month: number): string => {
    const known = names.get(month);
    if (known !== undefined) return known;
    const said = formats.map((format) => format.format(Date.UTC(2024, month, 1))).join(' ');
    names.set(month, said);
    return said;
  };
})();

/** The words people look a date up by: year, day, and the month's names, as far as they are given. */
function dateWords(edtf: string): string {
  const { earliest, latest } = dateBounds(edtf);
  const months = new Set(
    [earliest, latest].filter(Number.isFinite).map((at) => new Date(at).getUTCMonth()),
  );
  const names = /\d{4}-\d\d/.test(edtf) ? [...months].map(monthNames) : [];
  return [edtf.replace(/\D+/g, ' '), ...names].join(' ');
}

/** Every text that finds a record, with its weight. */
function* fieldsOf(
  entry: Entry,
  { actors, sources, topics, pack }: Referred,
): Generator<readonly [text: string, weight: number]> {
  if (!('about' in entry)) return;
  for (const text of textsOf(pack)) yield [text, WEIGHTS.pack];
  for (const id of entry.about) {
    for (const name of textsOf(topics.get(id)?.name)) yield [name, WEIGHTS.topic];
  }
  for (const text of textsOf(entry.text)) yield [text, WEIGHTS.text];
  if (!isRecord(entry)) return;
  for (const id of entry.by ?? []) {
    const actor = actors.get(id);
    const names = [...textsOf(actor?.name), ...textsOf(actor?.role), ...(actor?.aliases ?? [])];
    for (const name of names) yield [name, WEIGHTS.speaker];
  }
  for (const { source } of entry.sources) {
    const { publisher = '', title = '' } = sources.get(source) ?? {};
    yield [publisher, WEIGHTS.source];
    yield [title, WEIGHTS.source];
  }
  for (const quantity of entry.quantity ?? []) {
    for (const { value, unit } of [quantity, ...(quantity.parts ?? [])]) {
      yield [`${value} ${unit}`, WEIGHTS.figure];
    }
  }
  for (const date of [entry.made, entry.when]) {
    if (date !== undefined) yield [dateWords(date), WEIGHTS.date];
  }
}

/**
 * @param entry a record or tombstone; anything else has no words
 * @returns every folded word that finds it, with the weight of the best field it stands in
 */
export function searchWords(entry: Entry, referred: Referred): Map<string, number> {
  const words = new Map<string, number>();
  for (const [text, weight] of fieldsOf(entry, referred)) {
    for (const { word } of foldWords(text)) {
      if (weight > (words.get(word) ?? 0)) words.set(word, weight);
    }
  }
  return words;
}
