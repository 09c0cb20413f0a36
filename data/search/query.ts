/** Looks words up in a search index. */
import { foldWords } from '../mentions/tokenize';
import { type SearchIndex, WEIGHT_BITS } from './index-file';

/** A whole word counts as much as a prefix in twice as good a field. */
const EXACT = 2;

/** Words of a query that are looked at: more than anybody types. */
const MAX_WORDS = 16;
/** UTF-16 units of a query that are looked at. */
const MAX_QUERY = 200;

export interface Found {
  readonly bucket: number;
  readonly slot: number;
  readonly score: number;
  /** Milliseconds since 1970; Infinity when undated. */
  readonly date: number;
}

/** @returns the distinct folded words of a query */
export function queryWords(query: string): string[] {
  const words = foldWords(query.slice(0, MAX_QUERY)).map(({ word }) => word);
  return [...new Set(words)].slice(0, MAX_WORDS);
}

/** Compares word `i` of the index with a prefix: negative before, 0 when it begins so, else after. */
function comparePrefix({ units, unitStarts }: SearchIndex, i: number, prefix: string): number {
  const start = unitStarts[i] ?? 0;
  const length = (unitStarts[i + 1] ?? 0) - start;
  for (let j = 0; j < prefix.length; j++) {
    if (j === length) return -1;
    const difference = (units[start + j] ?? 0) - prefix.charCodeAt(j);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** @returns the first word for which `before` no longer holds */
function firstWord(index: SearchIndex, before: (i: number) => boolean): number {
  let low = 0;
  let high = index.words;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The best score of a query word in each document, 0 where no word begins with it. */
function scoreWord(index: SearchIndex, word: string): Uint8Array {
  const scores = new Uint8Array(index.documents);
  const from = firstWord(index, (i) => comparePrefix(index, i, word) < 0);
  const to = firstWord(index, (i) => comparePrefix(index, i, word) <= 0);
  for (let i = from; i < to; i++) {
    const length = (index.unitStarts[i + 1] ?? 0) - (index.unitStarts[i] ?? 0);
    const factor = length === word.length ? EXACT : 1;
    for (let p = index.postingStarts[i] ?? 0; p < (index.postingStarts[i + 1] ?? 0); p++) {
      const posting = index.postings[p] ?? 0;
      const document = posting >>> WEIGHT_BITS;
      const score = (posting & (2 ** WEIGHT_BITS - 1)) * factor;
      if (score > (scores[document] ?? 0)) scores[document] = score;
    }
  }
  return scores;
}

/**
 * @param words folded, from {@link queryWords}; each must begin some word of a document
 * @param limit how many to return
 * @param isHidden says of a document's place that it does not count
 * @returns how many match, and the best of them: by score, then newest, undated last
 */
export function lookUp(
  index: SearchIndex,
  words: readonly string[],
  limit: number,
  isHidden: (bucket: number, slot: number) => boolean = () => false,
): { total: number; found: Found[] } {
  if (words.length === 0) return { total: 0, found: [] };
  const scores = words.map((word) => scoreWord(index, word));
  const matches: { document: number; score: number }[] = [];
  for (let document = 0; document < index.documents; document++) {
    let sum = 0;
    for (const score of scores) {
      const one = score[document] ?? 0;
      if (one === 0) {
        sum = 0;
        break;
      }
      sum += one;
    }
    if (sum === 0 || isHidden(index.buckets[document] ?? 0, index.slots[document] ?? 0)) continue;
    matches.push({ document, score: sum });
  }
  matches.sort((a, b) => b.score - a.score || a.document - b.document);
  const found = matches.slice(0, limit).map(({ document, score }) => ({
    bucket: index.buckets[document] ?? 0,
    slot: index.slots[document] ?? 0,
    score,
    date: index.dates[document] ?? Infinity,
  }));
  return { total: matches.length, found };
}

/**
 * @param words folded, from {@link queryWords}
 * @returns half-open UTF-16 ranges of the words in `text` that begin with one of them
 */
export function marksIn(text: string, words: readonly string[]): [start: number, end: number][] {
  return foldWords(text)
    .filter(({ word }) => words.some((prefix) => word.startsWith(prefix)))
    .map(({ start, end }) => [start, end]);
}
