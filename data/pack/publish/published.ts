/** A published pack, read as a client reads it: nothing is believed before it was checked. */
import type { Entry } from '../../model';
import { type Bytes, utf8 } from '../../sync/bytes';
import { type Delta, readDelta } from '../../sync/delta';
import { MAX_ENVELOPE } from '../../sync/envelope';
import {
  claimedRootVersion,
  type DeltaFile,
  deltaName,
  HEAD,
  type Head,
  openHead,
  partName,
} from '../../sync/head';
import { inflate } from '../../sync/inflate';
import { Refused } from '../../sync/refused';
import { type Pin, type Root, rootName, trustRoots } from '../../sync/root';
import { checkBytes, digestOfState, readPart, type State } from '../../sync/snapshot';
import { entryLine, type PackLine, packLine } from '../../sync/state';
import { GZIP_OVERHEAD, type Place } from './place';

/** Called with every file that was dealt with, for a progress bar. */
export type Tick = () => void;

/** A head with the chain of roots that it stands on. */
export interface Trusted {
  readonly head: Head;
  /** Of the payload, SHA-256 in hex. */
  readonly hash: string;
  readonly root: Root;
}

const missing = (name: string) => new Refused('malformed', `${name} is not there`);

async function need(place: Place, name: string, limit: number): Promise<Bytes> {
  const file = await place.get(name, limit);
  if (!file) throw missing(name);
  return file;
}

/**
 * @param pin a fingerprint that one of the roots must have; null believes the first
 * @returns null where nothing was published yet
 * @throws {Refused}
 */
export async function readTrusted(place: Place, pin: Pin): Promise<Trusted | null> {
  const file = await place.get(HEAD, MAX_ENVELOPE);
  if (!file) return null;
  const version = claimedRootVersion(file);
  const roots: Bytes[] = [];
  for (let n = 1; n <= version; n++) roots.push(await need(place, rootName(n), MAX_ENVELOPE));
  const root = await trustRoots(roots, pin);
  return { ...(await openHead(file, root)), root };
}

/**
 * A file that a head names.
 * @throws {Refused} unless it is what was named
 */
export async function readNamed(
  place: Place,
  name: string,
  named: { readonly sha256: string; readonly bytes: number },
): Promise<Bytes> {
  const packed = await need(place, name, named.bytes + GZIP_OVERHEAD);
  const bytes = await inflate(packed, named.bytes, name);
  await checkBytes(bytes, named, name);
  return bytes;
}

/**
 * The whole state, which is held against the head.
 * @throws {Refused}
 */
export async function readState(place: Place, head: Head, tick: Tick = () => {}): Promise<State> {
  const buckets: (readonly Entry[])[] = [];
  let pack: PackLine | null = null;
  let from = 0;
  for (const part of head.snapshot) {
    const bytes = await readNamed(place, partName(part), part);
    const content = await readPart(bytes, part, from, head.state.buckets);
    pack ??= content.pack?.line ?? null;
    for (const { entries } of content.buckets) buckets.push(entries);
    from = part.to;
    tick();
  }
  if (!pack) throw missing("the pack's line");
  const state = { pack, buckets };
  await checkState(state, head);
  return state;
}

/**
 * @throws {Refused} unless it is the state that the head names
 */
export async function checkState(state: State, head: Head): Promise<void> {
  const { pack, buckets } = state;
  const named = head.state;
  const count = buckets.reduce((sum, entries) => sum + entries.length, 0);
  const bytes = buckets.reduce(
    (sum, entries) => entries.reduce((part, entry) => part + utf8(entryLine(entry)).length, sum),
    utf8(packLine(pack)).length,
  );
  if (pack.pack !== head.pack)
    throw new Refused('other-pack', `the snapshot is of pack ${pack.pack}, not ${head.pack}`);
  if (count !== named.count)
    throw new Refused('digest', `there are ${count} entries; ${HEAD} names ${named.count}`);
  if ((await digestOfState(state)) !== named.digest)
    throw new Refused('digest', `the parts together are not the state that ${HEAD} names`);
  if (bytes !== named.bytes)
    throw new Refused('digest', `there are ${bytes} bytes of lines; ${HEAD} names ${named.bytes}`);
}

/** @throws {Refused} */
export async function readDeltaFile(place: Place, head: Head, file: DeltaFile): Promise<Delta> {
  const name = deltaName(file, head.seq);
  return readDelta(await readNamed(place, name, file), head.state.buckets, name);
}
