import type { DBCore, DBCoreTable, DexieOptions } from 'dexie';
import { describe, expect, it } from 'vitest';
import { entriesIn, NO_CHUNK } from '../../../data/store/chunk';
import { findInBlocks } from '../../../data/store/find-mentions';
import { beginStaging, flip, stageChunks, stageSidecars } from '../../../data/store/generations';
import { ensureBundled, installPack } from '../../../data/store/install';
import { storeProblem } from '../../../data/store/problem';
import { type Database, declareDatabase, FORMAT } from '../../../data/store/schema';
import { openStore } from '../../../data/store/store';
import { viewTopics } from '../../../data/store/topic-view';
import { card, english, first, harbour, memory, second } from './example';

/** Everything that is stored, for comparing states. */
async function dump(db: Database) {
  // Blobs show nothing of what is in them.
  const sidecars = (await db.sidecars.toArray()).map(async (row) => ({
    ...row,
    body: row.body instanceof Blob ? await row.body.arrayBuffer() : row.body,
  }));
  return {
    packs: await db.packs.toArray(),
    chunks: await db.chunks.toArray(),
    sidecars: await Promise.all(sidecars),
    stagings: await db.stagings.toArray(),
  };
}

/** Generations do not count when two states are compared. */
const withoutGenerations = (state: Awaited<ReturnType<typeof dump>>) =>
  Object.fromEntries(
    Object.entries(state).map(([table, rows]) => [
      table,
      rows.map((row) => ({ ...row, generation: 0 })),
    ]),
  );

class Stopped extends Error {
  override name = 'Stopped';
}

/** Makes the nth write fail and every one after it, as if the worker had been stopped there. */
function stopAtWrite(db: Database, nth: number, error: () => Error = () => new Stopped()) {
  let writes = 0;
  db.use({
    stack: 'dbcore',
    name: 'stop',
    create: (core: DBCore): DBCore => ({
      ...core,
      table(name: string): DBCoreTable {
        const table = core.table(name);
        return {
          ...table,
          mutate: (request) => (++writes >= nth ? Promise.reject(error()) : table.mutate(request)),
        };
      },
    }),
  });
  return { writes: () => writes };
}

/** What is left after an install of `second` over `first` that fails from its nth write on. */
async function stoppedInstall(nth: number, error?: () => Error) {
  const options: DexieOptions = memory();
  const before = await openStore(options);
  await installPack(before.db, first, true);
  before.db.close();

  const stopping = declareDatabase(options);
  const { writes } = stopAtWrite(stopping, nth, error);
  const outcome = await installPack(stopping, second, true).catch((failed: unknown) => failed);
  stopping.close();
  const after = await openStore(options);
  return { after, outcome, writes: writes(), options };
}

const reference = async (which: typeof first) => {
  const store = await openStore(memory());
  await installPack(store.db, which, true);
  return withoutGenerations(await dump(store.db));
};

describe('a pack that ships', () => {
  it('is stored once a version', async () => {
    const { db } = await openStore(memory());
    let loads = 0;
    const load = (pack: typeof first) => async () => {
      loads++;
      return pack;
    };
    const shipped = (pack: typeof first) => ({ id: pack.pack.pack, version: pack.version });
    await ensureBundled(db, shipped(first), load(first));
    const stored = await dump(db);
    await ensureBundled(db, shipped(first), load(first));
    expect(loads).toBe(1);
    expect(await dump(db)).toEqual(stored);
    await ensureBundled(db, shipped(second), load(second));
    expect(loads).toBe(2);
    expect(withoutGenerations(await dump(db))).toEqual(await reference(second));
  });

  it('is in as many chunks as it needs, records with their topic', async () => {
    const { db } = await openStore(memory());
    const claims = Array.from({ length: 700 }, (_, i) => ({
      id: `claim-${i}`,
      about: [`topic-${i % 40}`],
      by: ['port'],
      text: `Claim ${i}.`,
      sources: [{ source: 'gazette' }],
    }));
    const topics = Array.from({ length: 40 }, (_, i) => ({ id: `topic-${i}`, name: `Topic ${i}` }));
    const pack = { ...harbour, topics, claims, denials: [], statements: [], events: [] };
    await installPack(db, { version: 'large', pack: { ...pack, tombstones: [] } }, true);
    const chunks = (await db.chunks.toArray()).map(entriesIn);
    expect(chunks).toHaveLength(8);
    for (const entries of chunks) {
      for (const entry of entries) {
        if (!('about' in entry)) continue;
        const home = chunks.find((chunk) => chunk.some(({ id }) => id === entry.about[0]));
        expect(home).toContain(entry);
      }
    }
    const [view] = await viewTopics(await openStoreOf(db), ['harbour#topic-7'], english, card);
    expect(view?.records).toHaveLength(18);
  });
});

const openStoreOf = async (db: Database) => ({ db, memory: new Map() });

describe('an update that is stopped', () => {
  it('at any write leaves the old version or the new, and the next update completes', async () => {
    const old = await reference(first);
    const updated = await reference(second);
    let nth = 1;
    for (; ; nth++) {
      const { after, outcome } = await stoppedInstall(nth);
      const state = withoutGenerations(await dump(after.db));
      if (outcome === undefined) {
        expect(state).toEqual(updated);
        break;
      }
      expect(state, `stopped at write ${nth}`).toEqual(old);
      await installPack(after.db, second, true);
      expect(withoutGenerations(await dump(after.db))).toEqual(updated);
    }
    // Begin, chunks, sidecars, and the flip with what it drops.
    expect(nth).toBeGreaterThan(6);
  });

  it('by a full disk says so and keeps the old version', async () => {
    const full = () => Object.assign(new Error('quota'), { name: 'QuotaExceededError' });
    const { after, outcome } = await stoppedInstall(3, full);
    expect(storeProblem(outcome)).toBe('full');
    expect(withoutGenerations(await dump(after.db))).toEqual(await reference(first));
  });
});

describe('a staging', () => {
  const row = {
    version: 'v',
    format: FORMAT,
    revision: 0,
    buckets: 1,
    bundled: false,
    name: 'Harbour',
    language: 'en',
    publisher: 'Desk',
    edition: null,
    licence: 'CC0-1.0',
    contact: null,
    signed: false,
    updated: null,
    expires: null,
    counts: { topic: 0, claim: 0, denial: 0, statement: 0, event: 0 },
  };

  it('that is not whole cannot be flipped to', async () => {
    const { db } = await openStore(memory());
    await installPack(db, first, true);
    const before = await dump(db);
    const staging = await beginStaging(db, 'harbour');
    await stageChunks(db, staging, [{ bucket: 0, ...NO_CHUNK }]);
    await expect(
      flip(db, staging, row, { chunks: 2, sidecars: 0 }, { version: null }),
    ).rejects.toThrow('not staged');
    expect(await db.packs.toArray()).toEqual(before.packs);
  });

  it('that another one replaced can neither write nor flip', async () => {
    const { db } = await openStore(memory());
    const one = await beginStaging(db, 'harbour');
    const two = await beginStaging(db, 'harbour');
    await expect(stageChunks(db, one, [{ bucket: 0, ...NO_CHUNK }])).rejects.toThrow('replaced');
    await expect(stageSidecars(db, one, [{ name: 'head', body: 1 }])).rejects.toThrow('replaced');
    await expect(flip(db, one, row, { chunks: 0, sidecars: 0 }, { version: null })).rejects.toThrow(
      'replaced',
    );
    await flip(db, two, row, { chunks: 0, sidecars: 0 }, { version: null });
    expect((await db.packs.get('harbour'))?.generation).toBe(two.generation);
  });

  it('loses to one that flipped while it was written', async () => {
    const { db } = await openStore(memory());
    const slow = await beginStaging(db, 'harbour');
    await installPack(db, first, true);
    await expect(
      flip(db, slow, row, { chunks: 0, sidecars: 0 }, { version: null }),
    ).rejects.toThrow('changed');
    expect((await db.packs.get('harbour'))?.version).toBe('one');
  });
});

describe('a large pack', () => {
  it('is compiled in slices, and pages are answered meanwhile from what was there before', async () => {
    const store = await openStore(memory());
    await installPack(store.db, first, true);
    const names = Array.from({ length: 2000 }, (_, i) => `nameless${i} {of|in|by|at|on} the lake`);
    const large = {
      version: 'large',
      pack: {
        ...second.pack,
        pack: 'large',
        terms: {
          names,
          more: names.map((name) => `more ${name}`),
          most: names.map((name) => `most ${name}`),
        },
      },
    };
    let stored = false;
    const storing = installPack(store.db, large, false).then(() => {
      stored = true;
    });
    const answers: boolean[] = [];
    while (!stored) {
      const { mentions } = await findInBlocks(
        store,
        [{ id: 0, text: 'The new quay is dredged.' }],
        english,
      );
      answers.push(stored);
      expect(mentions.length).toBeGreaterThan(0);
      await new Promise((resume) => setTimeout(resume));
    }
    await storing;
    expect(answers.filter((late) => !late).length).toBeGreaterThan(1);
  });
});
