/** Which actors a sentence names, and whether as somebody who says or does something, or as a place. */

import { foldedSet, LONGEST_SENTENCE } from '../figures/words';
import { fold } from '../mentions/fold';
import { withoutClitics } from '../mentions/inflect/ar';
import { kindsOf, numberTermKey, textKeys } from '../mentions/keys';
import type { Pattern } from '../mentions/patterns';
import { readWords } from '../mentions/tokenize';
import { DOTTED, JOINED } from '../mentions/words';
import type { Actor } from '../model';
import { beginning, namesOf } from './name-patterns';
import { ownersOf } from './owners';
import { isVerb, KOREAN_PLACE, KOREAN_SUBJECT, OF_PLACE, PLACE_BEFORE, SAID_BY } from './speech';

/** How a sentence names an actor: it is said to speak or act, is named, or is where something is or goes. */
export type Naming = 'says' | 'named' | 'place';

interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly folded: string;
  readonly flags: number;
  readonly value: number;
  readonly gap: string;
}

interface Span {
  readonly actor: string;
  /** Numbers of words, half-open. */
  readonly from: number;
  readonly to: number;
}

function read(sentence: string): Word[] {
  const text = sentence.slice(0, LONGEST_SENTENCE);
  const { count, starts, ends, flags, values } = readWords(text);
  return Array.from({ length: count }, (_, i) => {
    const [start, end] = [starts[i] as number, ends[i] as number];
    const word = text.slice(start, end);
    const gap = text.slice(i === 0 ? 0 : ends[i - 1], start);
    const [flag, value] = [flags[i] as number, values[i] as number];
    return { start, end, text: word, folded: fold(word), flags: flag, value, gap };
  });
}

/** The beginnings that a name may have which begins with the word, bare of what Arabic writes together with it. */
function beginningsOf({ folded }: Word): ReadonlySet<string> {
  const begun = new Set<string>();
  for (const word of [folded, folded.replaceAll('.', ''), ...withoutClitics(folded)]) {
    const begins = beginning(word);
    begun.add(begins).add(begins.slice(0, 1));
  }
  return begun;
}

interface Candidate {
  readonly actor: string;
  readonly pattern: Pattern;
  /** Numbers of the words that it may begin with. */
  readonly from: readonly number[];
}

/** The names that may stand in the sentence, by how they begin. */
function candidates(words: readonly Word[], actors: ReadonlyMap<string, Actor>): Candidate[] {
  const places = new Map<string, number[]>();
  words.forEach((word, i) => {
    for (const begins of beginningsOf(word)) {
      places.set(begins, [...(places.get(begins) ?? []), i]);
    }
  });
  const found: Candidate[] = [];
  for (const [actor, entry] of actors) {
    for (const { begins, patterns } of namesOf(entry)) {
      const from = places.get(begins);
      if (from) found.push(...patterns().map((pattern) => ({ actor, pattern, from })));
    }
  }
  return found;
}

function keysOf(word: Word, kinds: ReturnType<typeof kindsOf>): ReadonlySet<string> {
  if (!Number.isNaN(word.value)) return new Set([numberTermKey(word.value)]);
  const keys = textKeys(word.text, word.flags, kinds);
  // "U.N." is UN.
  const bare = word.text.replaceAll('.', '');
  if ((word.flags & DOTTED) !== 0) keys.push(...textKeys(bare, 0, kinds));
  return new Set(keys);
}

function spansOf(words: readonly Word[], actors: ReadonlyMap<string, Actor>): Span[] {
  const names = candidates(words, actors);
  if (names.length === 0) return [];
  const kinds = kindsOf(names.flatMap(({ pattern }) => pattern));
  const known: ReadonlySet<string>[] = [];
  // Most words of a sentence nobody asks for: the inflections of eight languages cost some microseconds each.
  const keysAt = (at: number): ReadonlySet<string> | undefined => {
    const word = words[at];
    if (word === undefined) return undefined;
    known[at] ??= keysOf(word, kinds);
    return known[at];
  };
  const isAt = (pattern: Pattern, from: number) =>
    pattern.every((key, i) => {
      const joined = i === 0 || ((words[from + i]?.flags ?? 0) & JOINED) !== 0;
      return joined && keysAt(from + i)?.has(key) === true;
    });
  const spans: Span[] = [];
  for (const { actor, pattern, from: places } of names) {
    for (const from of places) {
      if (isAt(pattern, from)) spans.push({ actor, from, to: from + pattern.length });
    }
  }
  // "Ukraine's military intelligence" does not name Ukraine.
  const longest = spans.filter(
    (span) =>
      !spans.some(
        (other) =>
          other.to - other.from > span.to - span.from &&
          other.from <= span.from &&
          other.to >= span.to,
      ),
  );
  return withOwners(words, longest, actors);
}

/** "Держдума РФ": whom an actor belongs to, right behind its name, is part of the name. */
function withOwners(
  words: readonly Word[],
  spans: readonly Span[],
  actors: ReadonlyMap<string, Actor>,
): Span[] {
  const isOwner = (owner: Span, span: Span) =>
    owner.from === span.to &&
    /^\s$/.test(words[span.to]?.gap ?? '') &&
    ownersOf(span.actor, actors).includes(owner.actor);
  return spans
    .filter((owner) => !spans.some((span) => isOwner(owner, span)))
    .map((span) => {
      const owner = spans.find((other) => isOwner(other, span));
      return owner ? { ...span, to: owner.to } : span;
    });
}

/** Words behind a name in which its verb may stand: "The Pentagon on Monday also said". */
const VERB_REACH = 4;
const CLAUSE_ENDS = /[;:()—–]|,\s/;

function hasVerbBehind(
  words: readonly Word[],
  { to }: Span,
  isName: (at: number) => boolean,
): boolean {
  for (let at = to; at < words.length && at < to + VERB_REACH; at++) {
    const word = words[at] as Word;
    if (CLAUSE_ENDS.test(word.gap) || isName(at)) return false;
    if (isVerb(word.folded)) return true;
  }
  return false;
}

function namingOf(words: readonly Word[], span: Span, isName: (at: number) => boolean): Naming {
  const last = words[span.to - 1] as Word;
  const before = words[span.from - 1];
  const beforeThat = words[span.from - 2];
  const after = words[span.to];
  if (/[가-힣]$/.test(last.text)) {
    if (after && SAID_BY().has(after.folded)) return 'says';
    return KOREAN_SUBJECT.test(last.text)
      ? 'says'
      : KOREAN_PLACE.test(last.text)
        ? 'place'
        : 'named';
  }
  const isClose = (words[span.from]?.gap ?? '').trim() === '' || words[span.from]?.gap === "'";
  const saidBy = [before, beforeThat].some(
    (word) => word !== undefined && SAID_BY().has(word.folded),
  );
  if (saidBy && isClose) return 'says';
  // sagte Patel, заявила разведка, قالت موسكو; but not "told Putin", where somebody stands before the verb.
  if (before && isVerb(before.folded) && !isName(span.from - 2)) return 'says';
  const possessive = /['’]s$/.test(last.text);
  if (possessive && after) {
    const isPlace = OF_PLACE().has(after.folded) || /^\p{Lu}/u.test(after.text);
    return isPlace ? 'place' : hasVerbBehind(words, span, isName) ? 'says' : 'named';
  }
  const preceded = [
    before,
    /^(?:the|el|la|den|dem|der|les?)$/.test(before?.folded ?? '') ? beforeThat : undefined,
  ];
  const isPlace = (word: Word) => PLACE_BEFORE().has(word.folded) || word.text === 'à';
  if (preceded.some((word) => word !== undefined && isPlace(word))) return 'place';
  return hasVerbBehind(words, span, isName) ? 'says' : 'named';
}

const JOINS = foldedSet('and und et y и та і й و or oder ou o');
/** "Kyiv, Washington and Seoul said": what is said of the last is said of all. */
function shareVerbs(words: readonly Word[], spans: readonly Span[], namings: Naming[]): void {
  let isList: boolean = false;
  for (let i = spans.length - 2; i >= 0; i--) {
    const [one, next] = [spans[i] as Span, spans[i + 1] as Span];
    const between = words.slice(one.to, next.from);
    const isBeside = between.length === 0;
    // 미국과 한국도
    const isKorean = isBeside && /[와과]$/.test(words[one.to - 1]?.text ?? '');
    const isLast = between.length === 1 && JOINS().has(between[0]?.folded ?? '');
    // A comma alone may as well begin another clause: "Belmark, Arvenia says, is wrong".
    const isComma: boolean = isList && isBeside && /^,\s$/.test(words[next.from]?.gap ?? '');
    isList = isKorean || isLast || isComma;
    const mayGain = isKorean || (isList && namings[i] === 'named');
    if (mayGain && namings[i + 1] === 'says') namings[i] = 'says';
  }
}

const STRENGTH: readonly Naming[] = ['place', 'named', 'says'];
/** @returns whether the first says more than the second */
export const isStronger = (one: Naming, other: Naming | undefined): boolean =>
  other === undefined || STRENGTH.indexOf(one) > STRENGTH.indexOf(other);

/**
 * Finds the actors that a sentence names by any of their names, inflected as on pages.
 * @param sentence any text; beyond 4,000 UTF-16 units it is not read
 * @param actors by id
 * @returns by id how each is named; in the strongest way where it is named more than once
 */
export function namedActors(
  sentence: string,
  actors: ReadonlyMap<string, Actor>,
): Map<string, Naming> {
  const words = read(sentence);
  const spans = spansOf(words, actors).sort((a, b) => a.from - b.from || a.to - b.to);
  const isName = (at: number) => spans.some(({ from, to }) => from <= at && at < to);
  const namings = spans.map((span) => namingOf(words, span, isName));
  shareVerbs(words, spans, namings);
  const named = new Map<string, Naming>();
  spans.forEach(({ actor }, i) => {
    const naming = namings[i] as Naming;
    if (isStronger(naming, named.get(actor))) named.set(actor, naming);
  });
  return named;
}
