/** The author's side of the bench: keys, a folder, versions published into it by the code of `cli publish`. */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '../../../data/model';
import { makeKeys } from '../../../data/pack/publish/key-folder';
import { publish } from '../../../data/pack/publish/publish';
import { servePublished } from '../../../data/pack/publish/serve';
import { subscribeAddress } from '../../../data/sync/address';
import { deltaName, HEAD, type Head, partName } from '../../../data/sync/head';
import { rootFingerprint } from '../../../data/sync/root';

const PASSPHRASE = 'of the bench';
/** Nobody guesses at this key. */
const COST = 2 ** 10;
const TERM_MS = 90 * 24 * 60 * 60 * 1000;

/** What a version weighs on the wire, in bytes. */
export interface Weights {
  readonly head: number;
  readonly snapshot: number;
  readonly parts: number;
  readonly largestPart: number;
  /** From the version before; 0 where there is none. */
  readonly delta: number;
}

export interface Publishing {
  /** @returns what the new version weighs, and how long it took */
  publish(pack: Pack): Promise<Weights & { readonly ms: number }>;
  /** Takes the deltas from the host, so that readers have to fetch everything. */
  dropDeltas(): void;
  /** With the fingerprint. */
  readonly address: string;
  /** Entries of the first version. */
  readonly entries: number;
  /** The files of the version that is served. */
  urls(): { readonly snapshot: readonly string[]; readonly delta: readonly string[] };
  close(): Promise<void>;
}

/** @param folder an empty one */
export async function openPublishing(
  folder: string,
  first: Pack,
): Promise<Publishing & { readonly first: Weights }> {
  const keys = join(folder, 'keys');
  const web = join(folder, 'web');
  await makeKeys(keys, { root: PASSPHRASE, head: PASSPHRASE }, COST);
  const publishOne = async (pack: Pack) => {
    const begun = performance.now();
    const outcome = await publish(
      {
        pack,
        problems: [],
        locate: () => ({ file: 'pack', line: 1, column: 1 }),
        recordAt: () => null,
      },
      web,
      {
        keys,
        now: new Date(),
        term: TERM_MS,
        renew: false,
        mirrors: undefined,
        movedTo: undefined,
        ended: undefined,
        prune: true,
        unlock: (key) => key.unlock(PASSPHRASE),
        progress: () => () => {},
      },
    );
    if (outcome.kind !== 'published') throw new Error(`not published: ${outcome.kind}`);
    return { outcome, ms: performance.now() - begun };
  };
  const { outcome } = await publishOne(first);
  let latest = outcome.head;
  const served = await servePublished(web, 0);
  const weigh = (head: Head): Weights => {
    const size = (name: string) => statSync(join(web, name)).size;
    const parts = head.snapshot.map((part) => size(partName(part)));
    const [delta] = head.deltas;
    return {
      head: readFileSync(join(web, HEAD)).length,
      snapshot: parts.reduce((sum, bytes) => sum + bytes, 0),
      parts: parts.length,
      largestPart: Math.max(...parts),
      delta: delta ? size(deltaName(delta, head.seq)) : 0,
    };
  };
  return {
    first: weigh(outcome.head),
    address: subscribeAddress(served.address, await rootFingerprint(outcome.root)),
    entries: outcome.head.state.count,
    urls: () => ({
      snapshot: latest.snapshot.map((part) => served.address + partName(part)),
      delta: latest.deltas.slice(0, 1).map((file) => served.address + deltaName(file, latest.seq)),
    }),
    async publish(pack) {
      const { outcome, ms } = await publishOne(pack);
      latest = outcome.head;
      return { ...weigh(latest), ms };
    },
    dropDeltas: () => rmSync(join(web, 'd'), { recursive: true, force: true }),
    close: served.close,
  };
}
