/** The sentences that are labelled with the records that should stand first. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import inventedSentences from './invented.json' with { type: 'json' };
import labels from './labels.json' with { type: 'json' };

export interface Sentence {
  /** Id of its text. */
  readonly text: string;
  readonly lang: string;
  readonly topic: string;
  /** The sentence itself. */
  readonly words: string;
  /** Ids of the records of which any may stand first. */
  readonly first: readonly string[];
  /** Its text is not looked at while anything is tuned. */
  readonly heldOut: boolean;
}

const invented: readonly Omit<Sentence, 'heldOut'>[] = inventedSentences;
const TEXTS = join(import.meta.dirname, '../../../../shared/mentions-dev/texts');

/** A third of the texts, by their number, so that it was settled before any was looked at. */
const isHeldOut = (text: string) => Number(text) % 3 === 0;

/** @returns the labelled sentences of ../shared, or where it is not here our own, with what they are */
export function readSentences(): { kind: string; sentences: Sentence[] } {
  if (!existsSync(TEXTS)) {
    console.error(`${TEXTS} is not here: sentences of our own instead`);
    return {
      kind: 'sentences of our own',
      sentences: invented.map((one) => ({ ...one, heldOut: false })),
    };
  }
  const sentences = labels.map(({ text, lang, start, end, topic, first }) => ({
    text,
    lang,
    topic,
    first,
    words: readFileSync(join(TEXTS, `${text}.txt`), 'utf8')
      .replace(/^\ufeff/, '')
      .slice(start, end),
    heldOut: isHeldOut(text),
  }));
  return { kind: 'the labelled texts of ../shared/mentions-dev', sentences };
}
