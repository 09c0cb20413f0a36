/** Words of a text that look like a term and are none of its forms: a form that the author may have missed. */
import { fold } from './fold';
import { listsIn, type Trace, type TracedBlock, type TracedList, type WrittenTerm } from './trace';

export interface Lookalike {
  /** UTF-16 offsets into the block, half-open. */
  readonly start: number;
  readonly end: number;
  readonly term: WrittenTerm;
}

/** First and last word of a stretch of a block. */
interface Scope {
  readonly first: number;
  readonly last: number;
}

/** Of a shorter word too many others begin alike. */
const SHORTEST = 4;
/** How many letters another form of a word may have behind what is common; Slavic endings have up to three. */
const MOST_LETTERS = 3;

/** Whether one word may be a form of the other: the same but for an ending. Both folded. */
function looksLike(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter < SHORTEST || Math.abs(a.length - b.length) > MOST_LETTERS) return false;
  let same = 0;
  while (same < shorter && a[same] === b[same]) same++;
  return same >= shorter - 1 && Math.max(a.length, b.length) - same <= MOST_LETTERS;
}

/** The words of a surface, folded; none for one with a figure or any ending: those are met or not. */
const wordsOf = (surface: string) => (/[*#]/.test(surface) ? [] : fold(surface).split(/[\s\-–]+/));

/** undefined: the pack's own language. */
const languageOf = ({ term }: WrittenTerm) => (typeof term === 'string' ? undefined : term.lang);

/** The languages of terms that stand in a block: it is in one of them. */
function languagesIn(trace: Trace, block: TracedBlock): Set<string | undefined> {
  const lists = trace.topics.flatMap(({ rule }) => [...listsIn(rule)]);
  const met = lists.flatMap((list) =>
    block.finds(list.rule).flatMap((find) => block.written(list, find).slice(0, 1)),
  );
  return new Set(met.map(languageOf));
}

const wordsOfLists = new WeakMap<readonly WrittenTerm[], readonly (readonly string[])[]>();

/**
 * @param trace the pack
 * @param block where to look
 * @returns for a list and a scope in which it has no find, the first words that look like one of its
 *   terms, word by word, or null
 */
export function openLookalikes(trace: Trace, block: TracedBlock) {
  const here = block.words.map(({ start, end }) => fold(block.text.slice(start, end)));
  const languages = languagesIn(trace, block);
  const known = new Map<string, (Scope & { term: WrittenTerm })[]>();

  function inBlock(list: TracedList) {
    const found = known.get(list.rule.id) ?? [];
    if (known.has(list.rule.id)) return found;
    known.set(list.rule.id, found);
    const terms = trace.surfaces(list);
    const wanted = wordsOfLists.get(terms) ?? terms.map(({ surface }) => wordsOf(surface));
    wordsOfLists.set(terms, wanted);
    wanted.forEach((words, i) => {
      const term = terms[i];
      if (term === undefined || words.length === 0 || !languages.has(languageOf(term))) return;
      for (let first = 0; first + words.length <= here.length; first++) {
        if (!words.every((word, n) => looksLike(word, here[first + n] ?? ''))) continue;
        found.push({ first, last: first + words.length - 1, term });
      }
    });
    return found;
  }

  return (list: TracedList, { first, last }: Scope): Lookalike | null => {
    const like = inBlock(list).find((other) => other.first >= first && other.last <= last);
    if (like === undefined) return null;
    const start = block.words[like.first]?.start ?? 0;
    return { start, end: block.words[like.last]?.end ?? start, term: like.term };
  };
}
