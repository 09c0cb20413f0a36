/** `cli rotate`: other keys, and readers that follow. */
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findKey } from '../../../../data/pack/publish/key-folder';
import { folderPlace } from '../../../../data/pack/publish/place';
import { readTrusted } from '../../../../data/pack/publish/published';
import { HEAD, sealHead } from '../../../../data/sync/head';
import { rootFingerprint } from '../../../../data/sync/root';
import { spoilt } from '../sample';
import { desk, PASSPHRASE, tree } from './desk';

vi.setConfig({ testTimeout: 60_000 });

let author: Awaited<ReturnType<typeof desk>>;
let before: string;
beforeEach(async () => {
  author = await desk();
  await author.publish();
  const trusted = await author.trusted();
  if (!trusted) throw new Error('nothing is published');
  before = await rootFingerprint(trusted.root);
});
afterEach(() => author.remove());

describe('rotate', () => {
  it('changes both keys; the address of before stays good, and publishing goes on with the new ones', async () => {
    await author.keysIn('new-keys');
    const { code, out } = await author.rotate('new-keys');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Version 2 of harbour-2024, under root\/2\.json\..*\nYour fingerprint from now on: /,
    );
    const { root } = (await author.trusted()) ?? {};
    expect(root).toMatchObject({ version: 2 });
    // Whoever has the address of before ends at the new keys.
    expect((await readTrusted(folderPlace(author.pub), before))?.root).toEqual(root);
    expect([...(await tree(author.pub)).keys()]).toContain('root/2.json');

    await author.put('pack.yaml', spoilt('No crane has sunk.', 'No crane sank.'));
    expect((await author.publish()).err).toContain('this was signed with another publishing key');
    await rm(author.path('keys'), { recursive: true });
    await rename(author.path('new-keys'), author.path('keys'));
    expect((await author.publish()).out).toContain('Version 3 of harbour-2024: 1 changed');
    expect((await author.verify()).out).toMatch(/\nNothing wrong\.\n$/);
  });

  it('keeps the root key, and the fingerprint, when there is a new publishing key alone', async () => {
    await author.keysIn('new-keys', ['head']);
    expect((await author.rotate('new-keys')).out).toContain(
      '\nYour fingerprint stays what it is.\n',
    );
    const trusted = await author.trusted();
    expect(trusted && (await rootFingerprint(trusted.root))).toBe(before);
  });

  it('begins anew where a thief of the publishing key counted up to the last number', async () => {
    const key = await (await findKey(author.path('keys'), 'head'))?.unlock(PASSPHRASE);
    if (!key) throw new Error('no key');
    const stolen = { ...(await author.head()), seq: Number.MAX_SAFE_INTEGER };
    await writeFile(join(author.pub, HEAD), await sealHead(stolen, key));
    expect((await author.renew()).err).toContain(
      'there is no higher number. Change the publishing key',
    );
    await author.keysIn('new-keys');
    expect((await author.rotate('new-keys')).out).toContain('Version 1 of');
    expect((await author.verify()).out).toMatch(/\nNothing wrong\.\n$/);
  });

  it('refuses without the root key, with a foreign one, with the key in use, and without new ones', async () => {
    expect((await author.rotate('nowhere')).err).toMatch(
      /nowhere\/head\.key\.json: there is no key\. Make it first/,
    );
    await author.keysIn('new-keys');
    expect((await author.rotate('keys')).err).toContain('this publishing key is the one in use.');
    await author.keysIn('foreign');
    await rename(author.path('keys/root.key.json'), author.path('root.key.json'));
    expect((await author.rotate('new-keys')).err).toMatch(
      /root\.key\.json: there is no root key, and readers follow nothing else to new keys\. Bring it/,
    );
    await rename(author.path('foreign/root.key.json'), author.path('keys/root.key.json'));
    expect((await author.rotate('new-keys')).err).toContain(
      'this is not the root key of root/1.json.',
    );
    expect((await author.head()).seq).toBe(1);
  });
});
