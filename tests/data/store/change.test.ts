/**
 * Packs change at random, one update after another, each applied to what is stored; after each every answer is that of
 * a store that took the same state whole. `CHANGES=2000 npx vitest run tests/data/store/change.test.ts` for many.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Entry, RecordEntry } from '../../../data/model';
import { findInBlocks } from '../../../data/store/find-mentions';
import { installPack } from '../../../data/store/install';
import { searchRecords } from '../../../data/store/search-records';
import { settleSearch } from '../../../data/store/settle';
import { openStore, type Store } from '../../../data/store/store';
import { syncStore } from '../../../data/store/sync-store';
import { viewTopics } from '../../../data/store/topic-view';
import { viewBriefs } from '../../../data/store/topics';
import type { ChangedBucket, Flip } from '../../../data/sync/client/port';
import { lineChanges, makeDelta } from '../../../data/sync/delta';
import { changedLines } from '../../../data/sync/lines';
import { makeSnapshot, readPart, type State, stateOf } from '../../../data/sync/snapshot';
import { keyOf, type PackLine } from '../../../data/sync/state';
import { headOf, packLine } from '../sync/publisher';
import { card, english, harbour, memory } from './example';

const RUNS = Number(process.env.CHANGES ?? 40);

/** So few that most are met more than once, and more than buckets, so that what belongs together stands apart. */
const ids = (letter: string, count: number) =>
  fc.integer({ min: 0, max: count - 1 }).map((n) => `${letter}${n}`);
const topicId = ids('t', 6);
const actorId = ids('a', 6);
const sourceId = ids('s', 5);
const recordId = ids('r', 10);
const BUCKETS = 8;

const WORDS = ['dam', 'wall', 'crack', 'flood', 'valley', 'turbine'] as const;
const word = fc.constantFrom(...WORDS);
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
/** Many on one day, so that ids decide. */
const date = fc.constantFrom('2024-10-18', '2024-10', '2024-10-19', '2023');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const urls = ['https://one.example/a', 'https://two.example/b'] as const;

const rule = fc.oneof(
  word,
  fc.constant('$lake'),
  fc.constant(['$lake', 'wall']),
  fc.record({ all: fc.tuple(word, word) }),
);

const topic = fc.record({
  kind: fc.constant('topic' as const),
  id: topicId,
  name: words,
  mention: maybe(rule),
  sameAs: maybe(fc.constantFrom(['Q7'], ['harbour#tolls'], ['Q7', 'Q8'])),
});
const actor = fc.record({
  kind: fc.constant('actor' as const),
  id: actorId,
  name: words,
  of: maybe(actorId),
  aliases: maybe(fc.array(word, { maxLength: 2 })),
});
const source = fc.record({
  kind: fc.constant('source' as const),
  id: sourceId,
  publisher: words,
  url: maybe(fc.constantFrom(...urls)),
});
const relations = fc.dictionary(
  fc.constantFrom('denies', 'corroborates', 'corrects', 'supersedes'),
  fc.uniqueArray(recordId, { minLength: 1, maxLength: 3 }),
  { maxKeys: 2, noNullPrototype: true },
);
const record = fc.record({
  kind: fc.constantFrom('claim', 'denial', 'event'),
  id: recordId,
  about: fc.uniqueArray(topicId, { minLength: 1, maxLength: 3 }),
  by: fc.uniqueArray(actorId, { minLength: 1, maxLength: 2 }),
  made: maybe(date),
  when: maybe(date),
  text: words,
  sources: fc.array(
    fc.record({
      source: sourceId,
      quote: maybe(fc.record({ exact: fc.constant('the old wall') })),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  relations: maybe(relations),
});
const tombstone = fc.record({
  kind: fc.constant('tombstone' as const),
  id: recordId,
  about: fc.uniqueArray(topicId, { minLength: 1, maxLength: 2 }),
  withdrawn: fc.constant('2025-01-01'),
  reason: words,
});

type Edit =
  | { readonly put: Entry }
  | { readonly drop: number }
  | { readonly text: number; readonly words: string }
  | { readonly head: Partial<PackLine> };

const put = (entry: fc.Arbitrary<unknown>, weight: number) => ({
  weight,
  // What is undefined does not travel.
  arbitrary: entry.map((value): Edit => ({ put: JSON.parse(JSON.stringify(value)) as Entry })),
});

const edit: fc.Arbitrary<Edit> = fc.oneof(
  put(topic, 3),
  put(actor, 3),
  put(source, 3),
  put(record, 8),
  put(tombstone, 1),
  { weight: 3, arbitrary: fc.nat(1000).map((drop): Edit => ({ drop })) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(1000), words).map(([text, said]): Edit => ({ text, words: said })),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      word.map((lake): Edit => ({ head: { terms: { lake: [lake] } } })),
      fc.constantFrom('en', 'ru').map((language): Edit => ({ head: { language } })),
      words.map((name): Edit => ({ head: { name } })),
      word.map((edition): Edit => ({ head: { edition } })),
    ),
  },
);

/** What an author has. */
class Draft {
  line: PackLine = { ...packLine, terms: { lake: ['lake'] } };
  readonly entries = new Map<string, Entry>();

  apply(change: Edit): void {
    if ('put' in change) this.entries.set(keyOf(change.put), change.put);
    else if ('head' in change) this.line = { ...this.line, ...change.head };
    else {
      const n = 'drop' in change ? change.drop : change.text;
      const entry = [...this.entries.values()][n % Math.max(1, this.entries.size)];
      if (!entry) return;
      if ('drop' in change) this.entries.delete(keyOf(entry));
      else if ('text' in entry) {
        this.entries.set(keyOf(entry), { ...(entry as RecordEntry), text: change.words });
      }
    }
  }

  state(): State {
    return stateOf(this.line, [...this.entries.values()], BUCKETS);
  }
}

async function flipOf(state: State, seq: number): Promise<Flip> {
  const head = headOf(await makeSnapshot(state), { seq });
  return { head, subscription: { pack: packLine.pack } as Flip['subscription'] };
}

/** As a client that has none of it. */
async function take(store: Store, state: State, seq: number): Promise<void> {
  const port = syncStore(store);
  const snapshot = await makeSnapshot(state);
  const { head, subscription } = await flipOf(state, seq);
  await port.stage(head);
  for (const [i, part] of snapshot.parts.entries()) {
    const bytes = snapshot.files[i]?.bytes ?? new Uint8Array();
    const content = await readPart(bytes, part, snapshot.parts[i - 1]?.to ?? 0, BUCKETS);
    await port.putPart(head, i, content);
  }
  await port.flipSnapshot({ head, subscription });
}

/** As a client that has the state before. */
async function follow(store: Store, before: State, after: State, seq: number): Promise<void> {
  const port = syncStore(store);
  const delta = makeDelta(before, after);
  if (!delta) throw new Error('the layouts differ');
  const touched = [...delta.buckets];
  const chunks = await port.buckets(
    packLine.pack,
    touched.map(([bucket]) => bucket),
  );
  const buckets = new Map<number, ChangedBucket>();
  touched.forEach(([bucket, changes], i) => {
    const chunk = chunks[i];
    if (!chunk) throw new Error('no chunk');
    const lines = changedLines(chunk, lineChanges(changes));
    buckets.set(bucket, { before: chunk, after: lines, keys: [...changes.keys()] });
  });
  const digests = { pack: new Uint8Array(), buckets: new Uint8Array() };
  await port.flipBuckets(await flipOf(after, seq), { pack: delta.pack, buckets, digests });
  await port.settle(packLine.pack);
}

const keys = Array.from({ length: 6 }, (_, i) => `${packLine.pack}#t${i}`);
const blocks = [
  { id: 1, text: 'The dam has a wall, the wall a crack; a flood came to the lake in the valley.' },
  { id: 2, text: 'A turbine stands by the lake. People spoke of the old wall of the dam.' },
];

/** Everything that anybody can ask. */
async function answers(store: Store) {
  const asking = { ...card, page: [urls[0]], sentence: 'The dam wall said the flood was a crack.' };
  const views = await viewTopics(store, [...keys, 'harbour#tolls'], english, asking);
  const found = await searchesOf(store);
  return {
    views,
    found,
    mentions: await Promise.all(
      [[], [urls[0]], [urls[1]]].map((page) =>
        findInBlocks(store, blocks, english, { page, muted: new Set() }),
      ),
    ),
    briefs: await viewBriefs(store, keys, english),
    row: await store.db.packs
      .get(packLine.pack)
      .then((row) => row && { ...row, generation: 0, revision: 0 }),
  };
}

const searchesOf = (store: Store) =>
  Promise.all(
    [...WORDS, 'da', 'dam wall', '2024', 'varn'].map(async (query) => {
      // What is offered where nothing is found goes by all words that were ever met: dead documents' too.
      const { hits, total, facets } = await searchRecords(store, query, 50, english);
      return { hits, total, facets };
    }),
  );

it('a pack that is updated answers as one that was taken whole', async () => {
  const steps = fc.array(fc.array(edit, { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 4,
  });
  const begun = fc.array(edit, { minLength: 20, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(begun, steps, async (first, then) => {
      const draft = new Draft();
      for (const one of first) draft.apply(one);
      let before = draft.state();
      const store = await openStore(memory());
      await installPack(store.db, { version: 'one', pack: harbour }, true);
      await take(store, before, 1);
      await answers(store);
      for (const [step, edits] of then.entries()) {
        for (const one of edits) draft.apply(one);
        const after = draft.state();
        await follow(store, before, after, step + 2);
        const whole = await openStore(memory());
        await installPack(whole.db, { version: 'one', pack: harbour }, true);
        await take(whole, after, step + 2);
        expect(await answers(store)).toEqual(await answers(whole));
        whole.db.close();
        before = after;
      }
      const expected = await answers(store);
      await settleSearch(store.db, packLine.pack, { small: Infinity, many: 0, dead: 0, share: 0 });
      const searchParts = await store.db.sidecars.filter(({ name }) => /^search\/\d+$/.test(name));
      expect(await searchParts.count()).toBeLessThanOrEqual(2);
      expect(await answers(store)).toEqual(expected);
      store.db.close();
    }),
    { numRuns: RUNS, endOnFailure: process.env.CHANGES !== undefined },
  );
}, 600_000);
