/** A search without an index: every word of every record is compared with every word of the query. Simple and slow. */
import { dateBounds, dateOrder } from '../../../data/dates';
import { foldWords } from '../../../data/mentions/tokenize';
import { type Entry, isRecord } from '../../../data/model';
import { dateWords, monthWord } from '../../../data/search/date-words';
import {
  actorTexts,
  datesOf,
  figureTexts,
  sourceTexts,
  textsOf,
  WEIGHTS,
} from '../../../data/search/fields';
import { formsOf } from '../../../data/search/forms';
import { KINDS, kindsNamed } from '../../../data/search/kinds';
import { monthsNamed } from '../../../data/search/months';
import { parseQuery, type QueryPart } from '../../../data/search/parse';
import { mayBeMistyped } from '../../../data/search/typos';
import { placingDate } from '../../../data/store/order';

type Field = keyof typeof WEIGHTS;
interface Read {
  readonly entry: Entry;
  readonly fields: ReadonlyMap<Field, readonly string[][]>;
}

const words = (text: string) => foldWords(text).map(({ word }) => word);

/** The optimal string alignment distance (Damerau 1964), in full. */
function slips(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(
        (rows[i - 1]?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (rows[i - 1]?.[j - 1] ?? 0) + same,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j] ?? 0, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      }
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

const isNear = (word: string, said: string) =>
  slips(word, said) <= 1 ||
  (word.length >= 6 &&
    [-1, 0, 1].some(
      (more) =>
        said.length >= word.length + more && slips(word, said.slice(0, word.length + more)) <= 1,
    ));

const FACTORS = { exact: 6, form: 5, prefix: 3, slip: 1 };

/** Remembered: the same words come with every record. */
const formsOfWords = new Map<string, ReturnType<typeof formsOf>>();
const factors = new Map<string, number>();

function formsKnown(word: string) {
  const known = formsOfWords.get(word);
  if (known !== undefined) return known;
  const forms = formsOf(word);
  formsOfWords.set(word, forms);
  return forms;
}

function factorOf(word: string, said: string, forgives: boolean): number {
  const key = `${word} ${said} ${forgives}`;
  const known = factors.get(key);
  if (known !== undefined) return known;
  const factor = compared(word, said, forgives);
  factors.set(key, factor);
  return factor;
}

function compared(word: string, said: string, forgives: boolean): number {
  if (said === word) return FACTORS.exact;
  if (formsKnown(word)?.has(said)) return FACTORS.form;
  if (said.startsWith(word)) return FACTORS.prefix;
  return forgives && isNear(word, said) ? FACTORS.slip : 0;
}

export function bruteForce(
  entries: readonly Entry[],
  pack: { id: string; words: readonly string[] },
) {
  const of = (kind: string, id: string) =>
    entries.find((entry) => entry.kind === kind && entry.id === id);
  const read = entries.flatMap((entry): Read[] => {
    if (!('about' in entry)) return [];
    const fields = new Map<Field, string[][]>();
    const put = (field: Field, texts: readonly string[]) =>
      fields.set(field, [...(fields.get(field) ?? []), ...texts.map(words)]);
    for (const id of entry.about) {
      const topic = of('topic', id);
      if (topic?.kind === 'topic') put('topic', textsOf(topic.name));
    }
    put('text', textsOf(entry.text));
    put('figure', figureTexts(entry));
    fields.set('date', datesOf(entry).map(dateWords));
    fields.set('kind', [[entry.kind]]);
    fields.set('pack', [[...pack.words]]);
    if (isRecord(entry)) {
      for (const id of entry.by ?? []) {
        const actor = of('actor', id);
        if (actor?.kind === 'actor') put('speaker', actorTexts(actor));
      }
      for (const { source: id } of entry.sources) {
        const source = of('source', id);
        if (source?.kind === 'source') put('source', sourceTexts(source));
      }
    }
    return [{ entry, fields }];
  });
  const allWords = new Set(
    read.flatMap(({ fields }) =>
      [...fields].flatMap(([field, texts]) => (field === 'kind' ? [] : texts.flat())),
    ),
  );

  const forgiving = new Map<string, boolean>();
  function forgives(word: string): boolean {
    const known = forgiving.get(word);
    if (known !== undefined) return known;
    const isSaid = [...allWords].some((said) => said === word || formsKnown(word)?.has(said));
    const isNamed = kindsNamed(word).length > 0 || monthsNamed(word).length > 0;
    const found = !isSaid && !isNamed && mayBeMistyped(word);
    forgiving.set(word, found);
    return found;
  }

  function scoreOf({ entry, fields }: Read, part: QueryPart): number {
    const holds = (is: boolean) => (is ? 0 : Number.NaN);
    switch (part.type) {
      case 'word': {
        let score = 0;
        const { word } = part;
        for (const [field, texts] of fields) {
          let factor = 0;
          for (const said of texts.flat()) {
            const own =
              field === 'kind' ? 0 : factorOf(word, said, field !== 'pack' && forgives(word));
            factor = Math.max(
              factor,
              field === 'pack' && own === FACTORS.form
                ? said.startsWith(word)
                  ? FACTORS.prefix
                  : 0
                : own,
            );
          }
          if (field === 'kind' && kindsNamed(word).some((kind) => KINDS[kind] === entry.kind))
            factor = FACTORS.exact;
          if (
            field === 'date' &&
            monthsNamed(word).some((month) => texts.flat().includes(monthWord(month)))
          )
            factor = FACTORS.exact;
          score += factor * WEIGHTS[field];
        }
        return score === 0 ? Number.NaN : score;
      }
      case 'phrase':
      case 'not': {
        let score = 0;
        for (const [field, texts] of fields) {
          if (field === 'kind' || field === 'pack') continue;
          const stands = texts.some((said) =>
            said.some((_, i) =>
              part.words.every((word, j) => {
                const at = said[i + j] ?? '';
                const isOpen = part.open && j === part.words.length - 1;
                return isOpen ? factorOf(word, at, false) > 0 : at === word;
              }),
            ),
          );
          if (stands) score += FACTORS.exact * WEIGHTS[field];
        }
        if (part.type === 'not') return holds(score === 0);
        return score === 0 ? Number.NaN : score;
      }
      case 'by': {
        if (!isRecord(entry)) return Number.NaN;
        const isId = entries.some(({ kind, id }) => kind === 'actor' && id === part.value);
        const said = (fields.get('speaker') ?? []).flat();
        return holds(
          isId
            ? (entry.by ?? []).includes(part.value)
            : part.words.every((word) => said.some((one) => factorOf(word, one, false) > 0)),
        );
      }
      case 'in':
        return holds(
          part.value === pack.id ||
            part.words.every((word) => pack.words.some((one) => one.startsWith(word))),
        );
      case 'kind':
        return holds(part.kinds.some((kind) => kind === entry.kind));
      case 'date': {
        const date = placingDate(entry);
        if (date === undefined) return Number.NaN;
        return holds(dateOrder(date) <= part.to && dateBounds(date).latest >= part.from);
      }
    }
  }

  /** @returns the ids of what is found, the best first, with their scores */
  return (query: string): { id: string; score: number }[] => {
    const { parts } = parseQuery(query);
    const found = read.flatMap((one) => {
      const score = parts.reduce((sum, part) => sum + scoreOf(one, part), 0);
      const date = placingDate(one.entry);
      return Number.isNaN(score)
        ? []
        : [{ id: one.entry.id, score, at: date === undefined ? -Infinity : dateOrder(date) }];
    });
    return found.sort((a, b) => b.score - a.score || b.at - a.at);
  };
}
