/** The next version of a published pack: what its head says, and the files that it names. */

import { hex, sha256 } from '../../sync/bytes';
import { appliedTo, composed, type Delta, makeDelta, writeDelta } from '../../sync/delta';
import { type DeltaFile, deltaName, type Head, LIMITS, partName } from '../../sync/head';
import type { Root } from '../../sync/root';
import { digestOfState, makeSnapshot, type State } from '../../sync/snapshot';
import type { PackLine } from '../../sync/state';

/** A delta with the state that it starts from. */
export interface DeltaFrom {
  readonly from: DeltaFile['from'];
  readonly delta: Delta;
}

/** What is published already. */
export interface Before {
  readonly head: Head;
  readonly state: State;
  /** The newest first; they lead to `state`. */
  readonly deltas: readonly DeltaFrom[];
}

/** What an author may say of a version, beside its content. */
export interface Terms {
  /** When the head is signed. */
  readonly now: Date;
  /** How long it holds, in milliseconds. */
  readonly term: number;
  readonly root: Root;
  readonly mirrors: readonly string[];
  readonly movedTo: string | undefined;
  readonly ended: string | undefined;
}

export interface Version {
  readonly head: Head;
  /** Not compressed yet; all of them immutable. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** Below this, a delta is one short answer however small the pack is. In bytes, inflated. */
const SMALL_DELTA = 64 * 1024;

/** To the second, as heads have it. */
export const moment = (time: number): string =>
  new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');

/**
 * @param before null for the first version
 * @param state laid out with at least the buckets of the version before, where deltas shall lead to it
 * @throws {RangeError} when a topic has more records than a part may hold
 */
export async function nextVersion(
  before: Before | null,
  state: State,
  { now, term, root, mirrors, movedTo, ended }: Terms,
): Promise<Version> {
  const snapshot = await makeSnapshot(state);
  const seq = before ? nextSeq(before.head.seq) : 1;
  const kept = before ? await deltasTo(before, state, snapshot.state.digest) : [];
  const deltas: DeltaFile[] = [];
  const files = snapshot.files.map(({ sha256, bytes }) => ({ name: partName({ sha256 }), bytes }));
  // A client that misses more than half of a pack had better take all of it.
  const largest = Math.min(LIMITS.partBytes, Math.max(SMALL_DELTA, snapshot.state.bytes / 2));
  for (const { from, delta } of kept.slice(0, LIMITS.deltas)) {
    const bytes = writeDelta(delta);
    // They grow with their age: what follows is larger still, or as good as.
    if (bytes.length > largest) break;
    const file = { from, bytes: bytes.length, sha256: hex(await sha256(bytes)) };
    deltas.push(file);
    files.push({ name: deltaName(file, seq), bytes });
  }
  const head: Head = {
    format: 1,
    pack: state.pack.pack,
    name: ownName(state.pack),
    publisher: state.pack.publisher.name,
    seq,
    issued: moment(now.getTime()),
    expires: moment(now.getTime() + term),
    rootVersion: root.version,
    state: snapshot.state,
    snapshot: [...snapshot.parts],
    deltas,
    mirrors: [...mirrors],
    ...(movedTo !== undefined && { movedTo }),
    ...(ended !== undefined && { ended }),
  };
  return { head, files };
}

/** @returns a pack's name in its own language, or else in the first it has one in */
export function ownName({ name, language }: PackLine): string {
  if (typeof name === 'string') return name;
  const text = name[language] ?? Object.values(name)[0] ?? '';
  return typeof text === 'string' ? text : text.text;
}

/** A thief of the key may have counted up to the last number there is; new keys then begin anew. */
const nextSeq = (seq: number): number => (seq < Number.MAX_SAFE_INTEGER ? seq + 1 : 1);

async function deltasTo(before: Before, state: State, digest: string): Promise<DeltaFrom[]> {
  const { head, deltas } = before;
  if (digest === head.state.digest) return [...deltas];
  const last = makeDelta(before.state, state);
  if (!last) return [];
  // What readers would run into is found here.
  if ((await digestOfState(appliedTo(before.state, last))) !== digest)
    throw new Error('a delta does not lead to its state; please report this');
  const all = [
    { from: { seq: head.seq, digest: head.state.digest }, delta: last },
    ...deltas.map(({ from, delta }) => ({ from, delta: composed(delta, last) })),
  ];
  // A state that comes back needs no way from itself, and of two with one content the later number.
  const seen = new Set([digest]);
  return all.filter(({ from }) => !seen.has(from.digest) && seen.add(from.digest));
}
