/** Asks what stands first for a sentence, as the card would: the topic's records in order of date, with their English texts. */
import { join } from 'node:path';
import { type Actor, entriesOf, isRecord, type RecordEntry } from '../../../data/model';
import { nameIn } from '../../../data/named/name-in';
import { readPack } from '../../../data/pack/read';
import { pickText } from '../../../data/store/language';
import { compareRecords, recordOrder } from '../../../data/store/order';
import type { Sentence } from './sentences';

export interface Judged extends Sentence {
  /** Id of the record that stands first; null where the sentence is found to name none. */
  readonly shown: string | null;
  /** Id of the record that stands first as long as nothing is named: the earliest. */
  readonly earliest: string | null;
}

interface Topics {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly records: (topic: string) => readonly RecordEntry[];
}

const FOLDER = join(import.meta.dirname, '../../../data/packs/dprk-russia-2024');

/** @throws when the first pack cannot be read */
export async function readTopics(): Promise<Topics> {
  const { pack } = await readPack(FOLDER);
  if (!pack) throw new Error(`${FOLDER} cannot be read: npm run -s cli -- lint ${FOLDER}`);
  const entries = entriesOf(pack);
  const actors = entries.filter((entry) => entry.kind === 'actor');
  const records = entries.filter(isRecord);
  return {
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    records: (topic) =>
      records
        .filter(({ about }) => about.includes(topic))
        .map((entry) => ({ entry, order: recordOrder(entry) }))
        .sort((a, b) => compareRecords(a.order, b.order))
        .map(({ entry }) => entry),
  };
}

export function judge(sentence: Sentence, { actors, records }: Topics): Judged {
  const ofTopic = records(sentence.topic);
  const named = nameIn(
    sentence.words,
    ofTopic.map(({ id, by = [], quantity, made, when, text }) => ({
      key: id,
      by,
      quantity,
      made,
      when,
      text: pickText(text, 'en', 'en').text,
    })),
    actors,
  );
  return {
    ...sentence,
    shown: named.records[0]?.key ?? null,
    earliest: ofTopic[0]?.id ?? null,
  };
}
