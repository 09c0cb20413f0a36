/** The store's side of a sync: what is held, staged and flipped, each step one transaction. */
import type { Entry } from '../model';
import { joined } from '../sync/bytes';
import type { Digests, Staging, SyncPort } from '../sync/client/port';
import type { Head } from '../sync/head';
import type { PartContent } from '../sync/snapshot';
import type { PackLine } from '../sync/state';
import { deriveSidecars, type Sidecar } from './derive';
import { ALL, beginStaging, drop, flip, inWrites, stageSidecars } from './generations';
import { rowFor } from './pack-row';
import type { Database, PackRow, StagingRow } from './schema';
import type { Store } from './store';

/** The sidecar that holds the digests which a state's is made of. */
const DIGESTS = 'digests';

/** What of a staged snapshot is not in chunks yet: `part/N`, gone with the flip. */
interface StagedPart extends Digests {
  readonly line: PackLine | null;
}

const stagedName = (index: number) => `part/${index}`;

type StorePort = Omit<SyncPort, 'get'>;

/** @returns the store's half of a {@link SyncPort} */
export function syncStore({ db }: Store): StorePort {
  return {
    async digests(pack) {
      const row = await db.packs.get(pack);
      const sidecar = row && (await db.sidecars.get([pack, row.generation, DIGESTS]));
      return (sidecar?.body as Digests | undefined) ?? null;
    },

    async bucket(pack, bucket) {
      const row = await db.packs.get(pack);
      const chunk = row && (await db.chunks.get([pack, row.generation, bucket]));
      return chunk?.entries ?? [];
    },

    async stage(head): Promise<Staging> {
      const staging = await stagingOf(db, head);
      if (staging) return { staged: staging.parts ?? 0 };
      const { pack, generation } = await beginStaging(db, head.pack);
      await db.stagings.put({ pack, generation, digest: head.state.digest, parts: 0 });
      return { staged: 0 };
    },

    async putPart(head, index, content) {
      await db.transaction('rw', db.stagings, db.chunks, db.sidecars, async () => {
        const staging = await stagingOf(db, head);
        if (!staging || staging.parts !== index) throw new Error('a part out of its turn');
        const { pack, generation } = staging;
        await db.chunks.bulkPut(
          content.buckets.map(({ bucket, entries }) => ({ pack, generation, bucket, entries })),
        );
        await db.sidecars.put({
          pack,
          generation,
          name: stagedName(index),
          body: stagedPart(content),
        });
        await db.stagings.put({ ...staging, parts: index + 1 });
      });
    },

    async stagedDigests(head) {
      const parts = await stagedParts(db, head);
      return parts && digestsOf(parts);
    },

    async unstage(head) {
      await db.transaction('rw', ALL, async () => {
        const staging = await stagingOf(db, head);
        if (staging) await drop(db, [staging.pack, staging.generation]);
      });
    },

    async flipSnapshot({ head, subscription }) {
      const staging = await stagingOf(db, head);
      const parts = await stagedParts(db, head);
      const line = parts?.[0]?.line;
      if (!staging || !parts || !line) throw new Error('nothing is staged');
      const { pack, generation } = staging;
      const chunks = await chunksOf(db, pack, generation, head.state.buckets);
      const sidecars = await derived(line, chunks, digestsOf(parts));
      const at = { pack, generation, base: (await db.packs.get(pack))?.generation ?? null };
      for (const slice of inWrites(sidecars)) await stageSidecars(db, at, slice);
      const row = rowOf(head, line, chunks);
      await flip(
        db,
        at,
        row,
        { chunks: chunks.length, sidecars: sidecars.length },
        { subscription, discard: parts.map((_, i) => stagedName(i)) },
      );
    },

    async flipBuckets({ head, subscription }, changes) {
      const { pack } = head;
      const row = await db.packs.get(pack);
      const line =
        changes.pack ?? (row && (await db.sidecars.get([pack, row.generation, 'head']))?.body);
      if (!row || !line) throw new Error('nothing to change');
      const held = await chunksOf(db, pack, row.generation, row.buckets);
      const chunks = held.map((entries, bucket) => changes.buckets.get(bucket) ?? entries);
      const sidecars = await derived(line as PackLine, chunks, changes.digests);
      await db.transaction('rw', ALL, async () => {
        const now = await db.packs.get(pack);
        if (now?.generation !== row.generation || now.version !== row.version) {
          throw new Error(`pack ${pack} changed while an update was made ready`);
        }
        const { generation } = row;
        await db.chunks.bulkPut(
          [...changes.buckets].map(([bucket, entries]) => ({
            pack,
            generation,
            bucket,
            entries,
          })),
        );
        await db.sidecars.bulkPut(sidecars.map((sidecar) => ({ pack, generation, ...sidecar })));
        await db.packs.put({ ...rowOf(head, line as PackLine, chunks), id: pack, generation });
        await db.subscriptions.put(subscription);
      });
    },

    async flipHead({ head, subscription }) {
      await db.transaction('rw', ALL, async () => {
        const row = await db.packs.get(head.pack);
        if (!row) throw new Error('nothing to prolong');
        await db.packs.put({ ...row, ...datesOf(head) });
        await db.subscriptions.put(subscription);
      });
    },
  };
}

const stagedPart = ({ pack, buckets }: PartContent): StagedPart => ({
  line: pack?.line ?? null,
  pack: pack?.digest ?? new Uint8Array(),
  buckets: joined(buckets.map(({ digest }) => digest)),
});

/** @returns the staging of this very snapshot, if there is one */
async function stagingOf(db: Database, { pack, state }: Head): Promise<StagingRow | null> {
  const rows = await db.stagings.where(':id').between([pack, 0], [pack, Infinity]).toArray();
  return rows.find(({ digest }) => digest === state.digest) ?? null;
}

/** @returns what is staged of each part, in order; null unless all are */
async function stagedParts(db: Database, head: Head): Promise<StagedPart[] | null> {
  const staging = await stagingOf(db, head);
  if (staging?.parts !== head.snapshot.length) return null;
  const { pack, generation } = staging;
  const rows = await db.sidecars.bulkGet(
    head.snapshot.map((_, i) => [pack, generation, stagedName(i)]),
  );
  const parts = rows.flatMap((row) => (row ? [row.body as StagedPart] : []));
  return parts.length === head.snapshot.length ? parts : null;
}

const digestsOf = (parts: readonly StagedPart[]): Digests => ({
  pack: parts[0]?.pack ?? new Uint8Array(),
  buckets: joined(parts.map(({ buckets }) => buckets)),
});

async function chunksOf(
  db: Database,
  pack: string,
  generation: number,
  buckets: number,
): Promise<(readonly Entry[])[]> {
  const rows = await db.chunks
    .where(':id')
    .between([pack, generation, 0], [pack, generation, buckets])
    .toArray();
  if (rows.length !== buckets)
    throw new Error(`pack ${pack} has ${rows.length} of ${buckets} chunks`);
  return rows.map(({ entries }) => entries);
}

async function derived(
  line: PackLine,
  chunks: readonly (readonly Entry[])[],
  digests: Digests,
): Promise<Sidecar[]> {
  return [...(await deriveSidecars(line, chunks)), { name: DIGESTS, body: digests }];
}

/** A day of a head, as packs' rows have it. */
const day = (moment: string) => moment.slice(0, 'YYYY-MM-DD'.length);

const datesOf = ({ issued, expires }: Head) => ({ updated: day(issued), expires: day(expires) });

function rowOf(
  head: Head,
  line: PackLine,
  chunks: readonly (readonly Entry[])[],
): Omit<PackRow, 'id' | 'generation'> {
  return rowFor(line, chunks, {
    version: head.state.digest,
    bundled: false,
    signed: true,
    ...datesOf(head),
  });
}
