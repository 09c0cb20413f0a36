/** The store's side of a sync: what is held, staged and flipped, each step one transaction. */
import { diffEntries } from '../pack/diff';
import { joined } from '../sync/bytes';
import type { Digests, Staging, SyncPort } from '../sync/client/port';
import type { Head } from '../sync/head';
import type { PartContent } from '../sync/snapshot';
import { DIGEST_BYTES, type PackLine } from '../sync/state';
import { changeSidecars, isOfAll } from './change';
import { type Chunk, NO_CHUNK, newChunk, rechunked } from './chunk';
import { chunksIn } from './chunk-rows';
import { type ChangedEntry, changedEntries, type TouchedBucket } from './consequences';
import { HEAD, type PackHead } from './derive';
import { ALL, beginStaging, DIGESTS, drop, flip } from './generations';
import { type Provenance, rowFor } from './pack-row';
import { stageAndFlip, stageDerived } from './restage';
import type { Database, PackRow, StagingRow } from './schema';
import { settleSearch } from './settle';
import { isSameState, type Store } from './store';
import { type ComingVersion, keepVersion } from './versions';

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

    async buckets(pack, wanted) {
      const row = await db.packs.get(pack);
      return row ? chunksIn(db, [pack, row.generation])(wanted) : wanted.map(() => NO_CHUNK);
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
          content.buckets.map(({ bucket, lines }) => ({
            pack,
            generation,
            bucket,
            ...newChunk(lines),
          })),
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
      const { buckets } = head.state;
      const now = await db.packs.get(pack);
      const at = { pack, generation, base: now?.generation ?? null };
      const digests = digestsOf(parts);
      const { sidecars, counts } = await stageDerived(db, at, {
        head: line,
        buckets,
        more: [{ name: DIGESTS, body: digests }],
      });
      await flip(
        db,
        at,
        rowFor(line, { buckets, counts, revision: 0 }, provenanceOf(head)),
        { chunks: buckets, sidecars },
        {
          version: versionOf(head, line, await comparedWith(db, now, at, digests)),
          ...(now && { of: now }),
          subscription,
          discard: parts.map((_, i) => stagedName(i)),
        },
      );
    },

    async flipBuckets({ head, subscription }, changes) {
      const { pack } = head;
      const row = await db.packs.get(pack);
      const before = row && (await db.sidecars.get([pack, row.generation, HEAD]))?.body;
      if (!row || !before) throw new Error('nothing to change');
      const heads = { before: before as PackHead, after: changes.pack ?? (before as PackHead) };
      const line = heads.after;
      const touched = new Map<number, TouchedBucket>();
      for (const [bucket, { before, after, keys }] of changes.buckets) {
        touched.set(bucket, { before, after: rechunked(before, after), keys });
      }
      const entries = changedEntries(touched);
      const version = versionOf(
        head,
        line,
        diffEntries(
          entries.flatMap(({ before }) => before ?? []),
          entries.flatMap(({ after }) => after ?? []),
        ),
      );
      const { generation, buckets } = row;
      const digests = { name: DIGESTS, body: changes.digests };
      const changed = isOfAll(heads.before, heads.after)
        ? null
        : await changeSidecars(db, row, heads, touched, entries);
      if (!changed) {
        const stored = chunksIn(db, [pack, generation]);
        await stageAndFlip(
          db,
          {
            head: line,
            buckets,
            read: async (wanted) => {
              const held = await stored(wanted);
              return wanted.map((bucket, i) => touched.get(bucket)?.after ?? (held[i] as Chunk));
            },
            more: [digests],
          },
          (counts) => rowFor(line, { buckets, counts, revision: 0 }, provenanceOf(head)),
          { version, of: row, subscription },
        );
        return;
      }
      const { put, gone, counts } = changed;
      const revision = row.revision + 1;
      await db.transaction('rw', ALL, async () => {
        if (!isSameState(await db.packs.get(pack), row)) {
          throw new Error(`pack ${pack} changed while an update was made ready`);
        }
        await db.chunks.bulkPut(
          [...touched].map(([bucket, { after }]) => ({ pack, generation, bucket, ...after })),
        );
        await db.sidecars.bulkPut(
          [...put, digests].map((sidecar) => ({ pack, generation, ...sidecar })),
        );
        await db.sidecars.bulkDelete(gone.map((name) => [pack, generation, name] as const));
        await keepVersion(db, version);
        await db.packs.put({
          ...rowFor(line, { buckets, counts, revision }, provenanceOf(head)),
          id: pack,
          generation,
        });
        await db.subscriptions.put(subscription);
      });
    },

    async settle(pack) {
      // What is answered is right without it, and the next flip tries again.
      await settleSearch(db, pack).catch(() => {});
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

/** A day of a head, as packs' rows have it. */
const day = (moment: string) => moment.slice(0, 'YYYY-MM-DD'.length);

const datesOf = ({ issued, expires }: Head) => ({ updated: day(issued), expires: day(expires) });

const provenanceOf = (head: Head): Provenance => ({
  version: head.state.digest,
  bundled: false,
  signed: true,
  ...datesOf(head),
});

const versionOf = (
  { pack, seq, issued }: Head,
  { edition }: PackHead,
  diff: ComingVersion['diff'],
): ComingVersion => ({ pack, seq, issued, edition: edition ?? null, diff });

/**
 * Compares a staged snapshot with what is read now: the buckets whose digests differ, some at a time.
 * @returns null where the two have different layouts
 */
async function comparedWith(
  db: Database,
  now: PackRow | undefined,
  { pack, generation }: { readonly pack: string; readonly generation: number },
  digests: Digests,
): Promise<ComingVersion['diff']> {
  if (!now) return [];
  const held = (await db.sidecars.get([pack, now.generation, DIGESTS]))?.body as
    | Digests
    | undefined;
  if (held?.buckets.length !== digests.buckets.length) return null;
  const differing = Array.from({ length: now.buckets }, (_, bucket) => bucket).filter((bucket) => {
    const [from, to] = [bucket * DIGEST_BYTES, (bucket + 1) * DIGEST_BYTES];
    return !held.buckets.subarray(from, to).every((byte, i) => byte === digests.buckets[from + i]);
  });
  const changes: ChangedEntry[] = [];
  for (const bucket of differing) {
    const [[before = NO_CHUNK], [after = NO_CHUNK]] = await Promise.all([
      chunksIn(db, [pack, now.generation])([bucket]),
      chunksIn(db, [pack, generation])([bucket]),
    ]);
    const keys = [...before.keys, ...after.keys];
    changes.push(...changedEntries(new Map([[bucket, { before, after, keys }]])));
  }
  return diffEntries(
    changes.flatMap(({ before }) => before ?? []),
    changes.flatMap(({ after }) => after ?? []),
  );
}
