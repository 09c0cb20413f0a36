/** An invented pack and its publisher, for tests of what travels. */
import type { Entry } from '../../../data/model';
import type { Bytes } from '../../../data/sync/bytes';
import { utf8 } from '../../../data/sync/bytes';
import { type Head, sealHead } from '../../../data/sync/head';
import { generateKey, type Signer } from '../../../data/sync/keys';
import { type Root, sealRoot } from '../../../data/sync/root';
import { makeSnapshot, type Snapshot, stateOf } from '../../../data/sync/snapshot';
import type { PackLine } from '../../../data/sync/state';

export const packLine: PackLine = {
  pack: 'varn-dam',
  name: 'The Varn dam',
  language: 'en',
  licence: 'CC-BY-4.0',
  publisher: { name: 'Dam Desk' },
  terms: {},
};

export const topic = (id: string): Entry => ({ kind: 'topic', id, name: `About ${id}` });

export const claim = (id: string, text: string, about = 'cracks'): Entry => ({
  kind: 'claim',
  id,
  about: [about],
  by: ['engineers'],
  made: '2024-10-18',
  text,
  sources: [{ source: 'courier' }],
});

export const entries: readonly Entry[] = [
  topic('cracks'),
  topic('floods'),
  { kind: 'actor', id: 'engineers', name: 'Union of Engineers' },
  { kind: 'source', id: 'courier', publisher: 'Varn Courier' },
  claim('crack', 'A crack runs through the northern wall.'),
  claim('flood', 'The cellar stood under water.', 'floods'),
];

/** So many that a snapshot of them has parts. */
export const manyClaims: readonly Entry[] = Array.from({ length: 1600 }, (_, i) =>
  claim(`c-${i}`, 'x'.repeat(1500), `t-${i % 50}`),
);

export interface Publisher {
  readonly rootKey: Signer;
  readonly headKey: Signer;
  readonly root: Root;
  readonly rootFile: Bytes;
}

export async function publisher(): Promise<Publisher> {
  const [{ signer: rootKey }, { signer: headKey }] = await Promise.all([
    generateKey(),
    generateKey(),
  ]);
  const root: Root = {
    format: 1,
    pack: 'varn-dam',
    version: 1,
    rootKeys: [rootKey.key],
    headKeys: [headKey.key],
  };
  return { rootKey, headKey, root, rootFile: utf8(await sealRoot(root, [rootKey])) };
}

/** The head of a snapshot, as `cli publish` would write it. */
export const headOf = ({ parts, state }: Snapshot, given: Partial<Head> = {}): Head => ({
  format: 1,
  pack: 'varn-dam',
  name: 'The Varn dam',
  publisher: 'Dam Desk',
  seq: 1,
  issued: '2024-11-01T08:00:00Z',
  expires: '2025-11-01T08:00:00Z',
  rootVersion: 1,
  state,
  snapshot: [...parts],
  deltas: [],
  mirrors: [],
  ...given,
});

export async function sealedHead(head: Head, signer: Signer): Promise<Bytes> {
  return utf8(await sealHead(head, signer));
}

export const sampleSnapshot = () => makeSnapshot(stateOf(packLine, entries));
