import { describe, expect, it } from 'vitest';
import { textOf, utf8 } from '../../../data/sync/bytes';
import { readEnvelope, seal } from '../../../data/sync/envelope';
import { claimedRootVersion, follows, LIMITS, openHead } from '../../../data/sync/head';
import { fingerprint, generateKey, grouped, signerOf } from '../../../data/sync/keys';
import { Refused } from '../../../data/sync/refused';
import {
  followRoots,
  type Root,
  rootFingerprint,
  sealRoot,
  trustRoots,
} from '../../../data/sync/root';
import { headOf, publisher, sampleSnapshot, sealedHead } from './publisher';

/** Why something was refused; "taken" where it was not. */
async function outcome(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'taken';
  } catch (error) {
    if (error instanceof Refused) return error.reason;
    throw error;
  }
}

describe('keys', () => {
  it('survive being written and read', async () => {
    const { signer, secret } = await generateKey();
    expect((await signerOf(secret)).key).toBe(signer.key);
  });

  it('have fingerprints of eight groups of four', async () => {
    const { signer } = await generateKey();
    const print = await fingerprint(signer.key);
    expect(print).toMatch(/^[a-z2-7]{32}$/);
    expect(grouped(print)).toMatch(/^([a-z2-7]{4} ){7}[a-z2-7]{4}$/);
  });

  // The key is RFC 8032's first test vector; the fingerprint was worked out with Python's hashlib and base64.
  it('have one fingerprint each, the same everywhere and always', async () => {
    expect(await fingerprint('11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=')).toBe(
      'tlgtll6etpxf3tl76tgqtmjzxeqky6xm',
    );
  });
});

describe('a head', () => {
  it('is taken when a head key of its root signed it', async () => {
    const { headKey, root } = await publisher();
    const file = await sealedHead(headOf(await sampleSnapshot()), headKey);
    expect((await openHead(file, root)).head.seq).toBe(1);
    expect(claimedRootVersion(file)).toBe(1);
  });

  it('is refused when another key signed it, the root key too', async () => {
    const { rootKey, root } = await publisher();
    const head = headOf(await sampleSnapshot());
    const stranger = (await generateKey()).signer;
    for (const signer of [rootKey, stranger]) {
      const file = await sealedHead(head, signer);
      expect(await outcome(() => openHead(file, root))).toBe('signature');
    }
  });

  it('is refused when a single bit of it is another', async () => {
    const { headKey, root } = await publisher();
    const text = textOf(await sealedHead(headOf(await sampleSnapshot()), headKey), 'head');
    const envelope = JSON.parse(text) as { payload: string };
    const payload = atob(envelope.payload).replace('"seq":1', '"seq":2');
    const file = utf8(JSON.stringify({ ...envelope, payload: btoa(payload) }));
    expect(await outcome(() => openHead(file, root))).toBe('signature');
  });

  it('is refused without a signature, with one key twice, and signed as something else', async () => {
    const { headKey, rootKey, root } = await publisher();
    const file = await sealedHead(headOf(await sampleSnapshot()), headKey);
    const envelope = JSON.parse(textOf(file, 'head')) as { signatures: unknown[]; payload: string };
    const without = utf8(JSON.stringify({ ...envelope, signatures: [] }));
    const twice = utf8(
      JSON.stringify({ ...envelope, signatures: [...envelope.signatures, ...envelope.signatures] }),
    );
    const asRoot = utf8(await seal('root', atob(envelope.payload), [headKey, rootKey]));
    for (const bad of [without, twice, asRoot]) {
      expect(await outcome(() => openHead(bad, root))).toBe('signature');
    }
    // The right name on bytes that were signed under the other.
    const renamed = utf8(
      textOf(asRoot, 'root').replace('vnd.on-record.root.v1', 'vnd.on-record.head.v1'),
    );
    expect(await outcome(() => openHead(renamed, root))).toBe('signature');
  });

  it('is refused when it is of another pack, or of another root than it names', async () => {
    const { headKey, root } = await publisher();
    const other = await sealedHead(headOf(await sampleSnapshot(), { pack: 'other-dam' }), headKey);
    expect(await outcome(() => openHead(other, root))).toBe('other-pack');
    const later = await sealedHead(headOf(await sampleSnapshot(), { rootVersion: 2 }), headKey);
    expect(await outcome(() => openHead(later, root))).toBe('root');
  });

  it.each([
    ['a web page', '<!doctype html><title>404</title>'],
    ['nothing', ''],
    ['a list', '[]'],
    ['deep JSON', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['brackets hidden in strings', `${'["]",'.repeat(5000)}`],
    ['a gigabyte, as far as it is read', ' '.repeat(16 * 1024 + 1)],
  ])('is refused when it is %s', async (_, text) => {
    const { root } = await publisher();
    expect(await outcome(() => openHead(utf8(text), root))).toMatch(/malformed|too-large/);
  });

  it('is refused when it announces more than a pack may have', async () => {
    const { headKey, root } = await publisher();
    const snapshot = await sampleSnapshot();
    const { state } = snapshot;
    for (const more of [
      { count: 10_000_000 },
      { bytes: 2 ** 40 },
      { buckets: 3 },
      { buckets: 2 ** 20 },
    ]) {
      const head = headOf(snapshot, { state: { ...state, ...more } });
      const file = await sealedHead(head, headKey);
      expect(await outcome(() => openHead(file, root)), JSON.stringify(more)).toBe('malformed');
    }
  });
});

describe('a head as large as there may be', () => {
  it('fits into its file with every part and every delta', async () => {
    const { headKey, root } = await publisher();
    const sha256 = 'a'.repeat(64);
    const bytes = LIMITS.partBytes;
    const head = headOf(await sampleSnapshot(), {
      seq: Number.MAX_SAFE_INTEGER,
      state: { count: LIMITS.entries, bytes: LIMITS.bytes, buckets: 16_384, digest: sha256 },
      snapshot: Array.from({ length: LIMITS.parts }, (_, i) => ({
        sha256,
        bytes,
        to: (i + 1) * (16_384 / LIMITS.parts),
      })),
      deltas: Array.from({ length: LIMITS.deltas }, () => ({
        sha256,
        bytes,
        from: { seq: Number.MAX_SAFE_INTEGER, digest: sha256 },
      })),
      mirrors: ['https://mirror.example/a-pack/', 'https://other.example/a-pack/'],
    });
    expect((await openHead(await sealedHead(head, headKey), root)).head).toEqual(head);
  });
});

describe('a head after another', async () => {
  const { root } = await publisher();
  const head = headOf(await sampleSnapshot(), { seq: 5 });
  const { digest } = head.state;
  const [hash, otherHash, otherDigest] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [
    string,
    string,
    string,
  ];
  const opened = { head, hash };

  it.each([
    [
      'is applied when it is later and has other content',
      { seq: 4, hash: otherHash, digest: otherDigest },
      true,
      true,
    ],
    [
      'has nothing to apply when it was only renewed',
      { seq: 4, hash: otherHash, digest },
      true,
      false,
    ],
    ['has nothing to apply when it is the same', { seq: 5, hash, digest }, true, false],
    [
      'is applied under new keys though its number is lower',
      { seq: Number.MAX_SAFE_INTEGER, hash: otherHash, digest: otherDigest },
      false,
      true,
    ],
  ])('%s', (_, applied, floorHolds, expected) => {
    expect(follows(opened, { ...applied, root }, floorHolds)).toBe(expected);
  });

  it('is refused with a lower number, even with the same content', async () => {
    const applied = { seq: 6, hash: otherHash, digest, root };
    expect(await outcome(() => follows(opened, applied, true))).toBe('rollback');
  });

  it('is refused with the same number and anything else in it', async () => {
    for (const was of [digest, otherDigest]) {
      const applied = { seq: 5, hash: otherHash, digest: was, root };
      expect(await outcome(() => follows(opened, applied, true))).toBe('equivocation');
    }
  });
});

describe('roots', () => {
  /** Root 2 with new keys, signed by those given. */
  async function rotated(signedBy: 'both' | 'old' | 'new', change: Partial<Root> = {}) {
    const first = await publisher();
    const second = await publisher();
    const root: Root = {
      ...first.root,
      version: 2,
      rootKeys: [second.rootKey.key],
      headKeys: [second.headKey.key],
      ...change,
    };
    const signers = {
      both: [first.rootKey, second.rootKey],
      old: [first.rootKey],
      new: [second.rootKey],
    };
    return { first, second, root, file: utf8(await sealRoot(root, signers[signedBy])) };
  }

  it('are trusted by the fingerprint of the address, and by none on first use', async () => {
    const { root, rootFile } = await publisher();
    const pin = await rootFingerprint(root);
    expect((await trustRoots([rootFile], pin)).version).toBe(1);
    expect((await trustRoots([rootFile], null)).version).toBe(1);
    const wrong = await rootFingerprint((await publisher()).root);
    expect(await outcome(() => trustRoots([rootFile], wrong))).toBe('signature');
  });

  it('go on to keys that the old and the new root key signed', async () => {
    const { first, file, root } = await rotated('both');
    expect(await followRoots(first.root, [file])).toEqual(root);
    expect(await trustRoots([first.rootFile, file], await rootFingerprint(first.root))).toEqual(
      root,
    );
    // An address from after the rotation holds as well, and does not need the first root to be believed.
    expect(await trustRoots([first.rootFile, file], await rootFingerprint(root))).toEqual(root);
  });

  it('stop where one side alone signed', async () => {
    for (const side of ['old', 'new'] as const) {
      const { first, file } = await rotated(side);
      expect(await outcome(() => followRoots(first.root, [file])), side).not.toBe('taken');
    }
  });

  it('stop at a gap, at another pack, and at one key for both roles', async () => {
    for (const change of [{ version: 3 }, { pack: 'other-dam' }]) {
      const { first, file } = await rotated('both', change);
      expect(await outcome(() => followRoots(first.root, [file])), JSON.stringify(change)).not.toBe(
        'taken',
      );
    }
    const { first, second } = await rotated('both');
    const root: Root = {
      ...first.root,
      version: 2,
      rootKeys: [second.rootKey.key],
      headKeys: [second.rootKey.key],
    };
    const file = utf8(await sealRoot(root, [first.rootKey, second.rootKey]));
    expect(await outcome(() => followRoots(first.root, [file]))).toBe('root');
  });

  it('are no roots when a head key signed them', async () => {
    const { headKey, root } = await publisher();
    const file = utf8(await sealRoot(root, [headKey]));
    expect(await outcome(() => trustRoots([file], null))).toBe('signature');
  });
});

describe('an envelope', () => {
  it('takes one spelling of its payload', async () => {
    const { headKey } = await publisher();
    const text = await seal('head', '{"a":1}', [headKey]);
    const { payload } = JSON.parse(text) as { payload: string };
    // The last character before the padding has bits that say nothing.
    const other = payload.replace(/.=$/, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}=`);
    expect(other).not.toBe(payload);
    expect(
      await outcome(() => readEnvelope('head', utf8(text.replace(payload, other)), 'head.json')),
    ).toBe('malformed');
  });
});
