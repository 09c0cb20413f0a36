/** A publisher with a folder on a host, and a reader's browser, both in memory; the wire and the disk may fail. */
import { gzipSync } from 'node:zlib';
import type { Entry } from '../../../../data/model';
import { chunkOfEntries, entriesIn } from '../../../../data/store/chunk';
import { type Bytes, hex, joined, sha256, utf8 } from '../../../../data/sync/bytes';
import type { Subscription, SyncPort } from '../../../../data/sync/client/port';
import { Unreachable } from '../../../../data/sync/client/port';
import { composed, type Delta, makeDelta, writeDelta } from '../../../../data/sync/delta';
import { deltaName, HEAD, type Head, partName } from '../../../../data/sync/head';
import { generateKey, type Signer } from '../../../../data/sync/keys';
import { type Root, rootName, sealRoot } from '../../../../data/sync/root';
import { makeSnapshot, type State, stateOf } from '../../../../data/sync/snapshot';
import {
  digestOfLines,
  entryLine,
  packLine as lineOf,
  type PackLine,
} from '../../../../data/sync/state';
import { packLine, sealedHead } from '../publisher';

export const FOLDER = 'https://desk.example/varn/';

/** Files by address. */
export type Web = Map<string, Bytes>;

const gzip = (bytes: Uint8Array): Bytes => new Uint8Array(gzipSync(bytes));

/** Publishes states one after another, as the author's command line does. */
export class Author {
  state: State = stateOf(packLine, []);
  head: Head | null = null;
  private deltas = new Map<number, { delta: Delta; digest: string }>();
  private constructor(
    readonly web: Web,
    public root: Root,
    public rootKey: Signer,
    public headKey: Signer,
  ) {}

  static async begin(web: Web): Promise<Author> {
    const [{ signer: rootKey }, { signer: headKey }] = await Promise.all([
      generateKey(),
      generateKey(),
    ]);
    const root: Root = {
      format: 1,
      pack: packLine.pack,
      version: 1,
      rootKeys: [rootKey.key],
      headKeys: [headKey.key],
    };
    const author = new Author(web, root, rootKey, headKey);
    web.set(FOLDER + rootName(1), utf8(await sealRoot(root, [rootKey])));
    return author;
  }

  /** @returns the head, published at the folder */
  async publish(
    entries: readonly Entry[],
    given: Partial<Head> & { pack?: string } = {},
    line: PackLine = packLine,
  ) {
    const next = stateOf(line, entries, this.head ? this.state.buckets.length : 1);
    const snapshot = await makeSnapshot(next);
    const change = this.head && makeDelta(this.state, next);
    if (change && this.head) {
      for (const [seq, old] of this.deltas)
        this.deltas.set(seq, { ...old, delta: composed(old.delta, change) });
      this.deltas.set(this.head.seq, { delta: change, digest: this.head.state.digest });
    } else this.deltas.clear();
    const seq = given.seq ?? (this.head?.seq ?? 0) + 1;
    const deltas: Head['deltas'] = [];
    for (const [from, { delta, digest }] of [...this.deltas].slice(-16)) {
      const bytes = writeDelta(delta);
      if (bytes.length === 0) continue;
      const file = {
        sha256: hex(await sha256(bytes)),
        bytes: bytes.length,
        from: { seq: from, digest },
      };
      deltas.push(file);
      this.web.set(FOLDER + deltaName(file, seq), gzip(bytes));
    }
    snapshot.files.forEach(({ bytes }, i) => {
      const part = snapshot.parts[i];
      if (part) this.web.set(FOLDER + partName(part), gzip(bytes));
    });
    this.state = next;
    this.head = {
      format: 1,
      pack: packLine.pack,
      name: 'The Varn dam',
      publisher: 'Dam Desk',
      seq,
      issued: new Date(Date.UTC(2024, 10, 1) + Math.min(seq, 1e6) * 1000)
        .toISOString()
        .replace('.000', ''),
      expires: '2034-11-01T08:00:00Z',
      rootVersion: this.root.version,
      state: snapshot.state,
      snapshot: [...snapshot.parts],
      deltas,
      mirrors: [],
      ...given,
    };
    this.web.set(FOLDER + HEAD, await sealedHead(this.head, this.headKey));
    return this.head;
  }

  /** New keys, signed by the old and the new. */
  async rotate(signers?: (old: Signer, next: Signer) => readonly Signer[]) {
    const [{ signer: rootKey }, { signer: headKey }] = await Promise.all([
      generateKey(),
      generateKey(),
    ]);
    const root: Root = {
      ...this.root,
      version: this.root.version + 1,
      rootKeys: [rootKey.key],
      headKeys: [headKey.key],
    };
    const by = signers?.(this.rootKey, rootKey) ?? [this.rootKey, rootKey];
    this.web.set(FOLDER + rootName(root.version), utf8(await sealRoot(root, by)));
    this.root = root;
    this.rootKey = rootKey;
    this.headKey = headKey;
  }
}

/** What a browser has of the pack, as one value that a flip swaps. */
export interface Held {
  readonly subscription: Subscription;
  readonly pack: PackLine;
  readonly buckets: readonly (readonly Entry[])[];
}

interface Staged {
  readonly digest: string;
  parts: number;
  pack: { line: PackLine; digest: Bytes } | null;
  buckets: { entries: readonly Entry[]; digest: Bytes }[];
}

/** Thrown where the browser stops the worker: nothing after it happens. */
export class Stopped extends Error {}

/** A browser's side of a sync, in memory. A call has happened whole before it counts, or not at all. */
export class Reader implements SyncPort {
  held: Held | null = null;
  staged: Staged | null = null;
  calls = 0;
  /** Stops before this call has happened, or right after. */
  stopAt: { readonly call: number; readonly when: 'before' | 'after' } | null = null;
  readonly asked: string[] = [];

  constructor(readonly web: Web) {}

  private async step<T>(work: () => T | Promise<T>): Promise<T> {
    const call = ++this.calls;
    if (this.stopAt?.call === call && this.stopAt.when === 'before') throw new Stopped();
    const result = await work();
    if (this.stopAt?.call === call) throw new Stopped();
    return result;
  }

  get(url: string, limit: number) {
    return this.step(() => {
      this.asked.push(url);
      const bytes = this.web.get(url);
      if (!bytes) throw new Unreachable('not-found', url);
      if (bytes.length > limit) throw new Unreachable('too-large', url);
      return bytes;
    });
  }

  subscription() {
    return this.step(() => this.held?.subscription ?? null);
  }

  digests() {
    return this.step(async () => {
      if (!this.held) return null;
      const { pack, buckets } = this.held;
      const digests = await Promise.all(
        buckets.map((entries) => digestOfLines(entries.map(entryLine))),
      );
      return { pack: await digestOfLines([lineOf(pack)]), buckets: joined(digests) };
    });
  }

  buckets(_pack: string, wanted: readonly number[]) {
    return this.step(() =>
      wanted.map((bucket) => chunkOfEntries(this.held?.buckets[bucket] ?? [])),
    );
  }

  stage(head: Head) {
    return this.step(() => {
      if (this.staged?.digest !== head.state.digest) {
        this.staged = { digest: head.state.digest, parts: 0, pack: null, buckets: [] };
      }
      return { staged: this.staged.parts };
    });
  }

  putPart(...[, index, content]: Parameters<SyncPort['putPart']>) {
    return this.step(() => {
      if (this.staged?.parts !== index) throw new Error('a part out of its turn');
      this.staged.pack ??= content.pack;
      this.staged.buckets.push(...content.buckets);
      this.staged.parts++;
    });
  }

  stagedDigests() {
    return this.step(() => {
      if (!this.staged?.pack) return null;
      return {
        pack: this.staged.pack.digest,
        buckets: joined(this.staged.buckets.map(({ digest }) => digest)),
      };
    });
  }

  unstage() {
    return this.step(() => {
      this.staged = null;
    });
  }

  flipSnapshot({ subscription }: Parameters<SyncPort['flipSnapshot']>[0]) {
    return this.step(() => {
      if (!this.staged?.pack) throw new Error('nothing is staged');
      this.held = {
        subscription,
        pack: this.staged.pack.line,
        buckets: this.staged.buckets.map(({ entries }) => entries),
      };
      this.staged = null;
    });
  }

  flipBuckets(
    { subscription }: Parameters<SyncPort['flipBuckets']>[0],
    changes: Parameters<SyncPort['flipBuckets']>[1],
  ) {
    return this.step(() => {
      if (!this.held) throw new Error('nothing to change');
      const { pack, buckets } = this.held;
      this.held = {
        subscription,
        pack: changes.pack ?? pack,
        buckets: buckets.map((entries, i) => {
          const changed = changes.buckets.get(i);
          return changed ? entriesIn(changed.after) : entries;
        }),
      };
    });
  }

  settle() {
    return this.step(() => {});
  }

  flipHead({ subscription }: Parameters<SyncPort['flipHead']>[0]) {
    return this.step(() => {
      if (!this.held) throw new Error('nothing to prolong');
      this.held = { ...this.held, subscription };
    });
  }
}

/** The bytes of what is held, and of what an author published. */
export const bytesOf = ({
  pack,
  buckets,
}: {
  pack: PackLine;
  buckets: readonly (readonly Entry[])[];
}) => lineOf(pack) + buckets.flat().map(entryLine).join('');
