/** One part of a pack's index, opened. All parts of all packs are searched as if they were one. */
import { readNumber } from './bytes';
import { expandExactly, expandMistyped, expandWord } from './expand';
import { ENTITY_FIELDS, type SearchIndex } from './index-file';

export interface Segment {
  readonly index: SearchIndex;
  /** Whose records it has. */
  readonly pack: {
    readonly id: string;
    /** Folded words of its id, its name and its publisher's. */
    readonly words: readonly string[];
  };
  /** By document: 1 where it does not count, since it is gone or stands in a later part. Null where all count. */
  readonly hidden: Uint8Array | null;
}

/** Ways to look a word up in a dictionary. */
const LOOK_UPS = { word: expandWord, exact: expandExactly, typo: expandMistyped } as const;
export type LookUp = keyof typeof LOOK_UPS;
type Expanded<H extends LookUp> = ReturnType<(typeof LOOK_UPS)[H]>;

/** Look-ups that are remembered of an index: the next key changes one word only. */
const REMEMBERED = 64;
const remembered = new WeakMap<SearchIndex, Map<string, unknown>>();

/** @returns where the postings of a word stand, looked up so */
export function expansions<H extends LookUp>(
  { index }: Segment,
  word: string,
  how: H,
): Expanded<H> {
  const known = remembered.get(index) ?? new Map<string, unknown>();
  remembered.set(index, known);
  const key = `${how} ${word}`;
  let found = known.get(key) as Expanded<H> | undefined;
  if (!found) {
    found = LOOK_UPS[how](index.dictionary, word) as Expanded<H>;
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, found);
  }
  return found;
}

const SPEAKER = ENTITY_FIELDS.indexOf('speaker');
const speakerIds = new WeakMap<SearchIndex, readonly string[]>();

/** @returns the ids of the speakers, in the order of their numbers */
export function speakersOf({ index }: Segment): readonly string[] {
  let ids = speakerIds.get(index);
  if (!ids) {
    ids = new TextDecoder().decode(index.speakers).split('\n').slice(0, -1);
    speakerIds.set(index, ids);
  }
  return ids;
}

/** @returns the number of the first speaker among the entities */
export const firstSpeaker = ({ index }: Segment): number => index.entityEnds[SPEAKER - 1] ?? 0;

/** The speakers of each document: `numbers` from the document's entry in `starts` up to the next one's. */
export interface Speaking {
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
}

const speaking = new WeakMap<SearchIndex, Speaking>();

function eachSpeech(segment: Segment, visit: (document: number, speaker: number) => void): void {
  const { entities, entityStarts } = segment.index;
  const first = firstSpeaker(segment);
  const count = speakersOf(segment).length;
  for (let speaker = 0; speaker < count; speaker++) {
    const reading = { at: entityStarts[first + speaker] as number };
    const end = entityStarts[first + speaker + 1] as number;
    let document = 0;
    while (reading.at < end) {
      document += readNumber(entities, reading);
      visit(document, speaker);
    }
  }
}

/** @returns who speaks in which document, turned round once for an index */
export function speakingIn(segment: Segment): Speaking {
  const known = speaking.get(segment.index);
  if (known) return known;
  const starts = new Uint32Array(segment.index.documents + 1);
  eachSpeech(segment, (document) => {
    starts[document + 1] = (starts[document + 1] as number) + 1;
  });
  for (let i = 1; i < starts.length; i++)
    starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  const fill = starts.slice();
  const numbers = new Uint32Array(starts.at(-1) ?? 0);
  eachSpeech(segment, (document, speaker) => {
    numbers[fill[document] as number] = speaker;
    fill[document] = (fill[document] as number) + 1;
  });
  const found = { starts, numbers };
  speaking.set(segment.index, found);
  return found;
}
