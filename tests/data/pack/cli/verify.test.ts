/** `cli verify`: of a folder, and of a host on loopback that answers as hosts do. */
import { createHash } from 'node:crypto';
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gzip } from '../../../../data/pack/publish/gzip';
import { findKey } from '../../../../data/pack/publish/key-folder';
import { deltaName, HEAD, partName, sealHead } from '../../../../data/sync/head';
import { rootFingerprint } from '../../../../data/sync/root';
import { spoilt } from '../sample';
import { called, jsonLines } from './called';
import { desk, PASSPHRASE } from './desk';

vi.setConfig({ testTimeout: 60_000 });

let author: Awaited<ReturnType<typeof desk>>;
beforeEach(async () => {
  author = await desk();
  await author.publish();
  await cp(author.pub, author.path('live'), { recursive: true });
  await author.put('pack.yaml', spoilt('No crane has sunk.', 'No crane sank.'));
  await author.publish();
});
afterEach(async () => {
  vi.useRealTimers();
  await author.remove();
});

const only = async (code: number) => {
  const { code: found, out } = await author.verify('--json');
  expect(found).toBe(code);
  const findings = jsonLines(out);
  expect(findings).toHaveLength(1);
  return findings[0] as Record<string, string>;
};
const first = async () => {
  const head = await author.head();
  const [part] = head.snapshot;
  const [delta] = head.deltas;
  if (!part || !delta) throw new Error('neither part nor delta');
  return {
    part: join(author.pub, partName(part)),
    delta: join(author.pub, deltaName(delta, head.seq)),
  };
};

describe('verify, of a folder', () => {
  it('says what is published, and that nothing is wrong', async () => {
    const { code, out, err } = await author.verify();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^The harbour, 2024, by Harbour Desk \(harbour-2024\)\n {2}version 2, signed \S+Z, holds until \S+Z\n {2}5 entries, 1 KB in 1 part; 1 delta\n {2}root 1, fingerprint ([a-z2-7]{4} ?){8}\n\nNothing wrong\.\n$/,
    );
  });

  it('names a part that is missing, cut off, another, or no gzip', async () => {
    const { part } = await first();
    const good = await readFile(part);
    const other = gunzipSync(good).toString().replace('No crane', 'A crane');
    await rm(part);
    expect(await only(1)).toMatchObject({
      severity: 'error',
      file: part.slice(author.pub.length + 1),
      message: expect.stringContaining('is not there'),
      mend: 'Upload the folder again, head.json last',
    });
    for (const [bytes, said] of [
      [good.subarray(0, -9), 'is broken gzip'],
      [gzip(Buffer.from(other)), 'is not what its head names'],
      [Buffer.from('<!doctype html>'), 'is not what its head names'],
    ] as const) {
      await writeFile(part, bytes);
      expect((await only(1)).message).toContain(said);
    }
  });

  it('names a delta that is another', async () => {
    const { delta } = await first();
    await writeFile(delta, gzip(Buffer.from('{"kind":"drop"}\n')));
    expect(await only(1)).toMatchObject({
      message: expect.stringContaining('is not what its head names'),
    });
  });

  it('names a delta that is signed, and leads elsewhere', async () => {
    const key = await (await findKey(author.path('keys'), 'head'))?.unlock(PASSPHRASE);
    const head = await author.head();
    const [delta] = head.deltas;
    if (!key || !delta) throw new Error('neither key nor delta');
    const text = gunzipSync(await readFile((await first()).delta)).toString();
    const bytes = Buffer.from(text.replace('No crane sank.', 'No crane sunk.'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const wrong = { ...head, deltas: [{ ...delta, sha256, bytes: bytes.length }] };
    const name = deltaName({ ...delta, sha256 }, head.seq);
    await writeFile(join(author.pub, name), gzip(bytes));
    await writeFile(join(author.pub, HEAD), await sealHead(wrong, key));
    expect(await only(1)).toMatchObject({
      file: name,
      message: 'this does not lead to the state that head.json names',
      mend: 'Publish again; if that does not help, into a new folder',
    });
  });

  it('names a head that was changed, a root that is missing, and an empty folder', async () => {
    const head = join(author.pub, HEAD);
    const text = await readFile(head, 'utf8');
    const envelope = JSON.parse(text) as { payload: string };
    const payload = Buffer.from(envelope.payload, 'base64')
      .toString()
      .replace('"seq":2', '"seq":3');
    await writeFile(
      head,
      JSON.stringify({ ...envelope, payload: Buffer.from(payload).toString('base64') }),
    );
    expect((await only(1)).message).toBe('head.json is not signed by a key of harbour-2024');
    await writeFile(head, text);
    await rename(join(author.pub, 'root'), author.path('root'));
    expect((await only(1)).message).toBe('root/1.json is not there');
    await rm(author.pub, { recursive: true });
    expect((await only(1)).message).toBe('nothing is published here');
  });

  it('reminds when less than a third of the term is left, and says when it is over', async () => {
    const at = (iso: string) => vi.useFakeTimers({ now: new Date(iso), toFake: ['Date'] });
    const issued = Date.parse((await author.head()).issued);
    const day = 24 * 3600 * 1000;
    at(new Date(issued + 59 * day).toISOString());
    expect((await author.verify()).out).toMatch(/Nothing wrong/);
    at(new Date(issued + 61 * day).toISOString());
    expect(await only(0)).toMatchObject({
      severity: 'warning',
      message: 'this expires in 29 days',
      mend: 'Sign it anew in time: publish --renew',
    });
    at(new Date(issued + 91 * day).toISOString());
    expect((await only(1)).message).toMatch(
      /^this expired at .*: readers are told that the pack is stale$/,
    );
    at(new Date(issued - day).toISOString());
    expect((await only(0)).message).toMatch(/which is still to come$/);
  });

  it('tells how readers get there from what a host serves now', async () => {
    const { out } = await author.verify('--from', author.path('live'));
    expect(out).toContain('  readers with version 1 fetch one delta (1 KB before compression)\n');
    await author.renew();
    await cp(author.pub, author.path('renewed'), { recursive: true });
    await author.renew();
    expect((await author.verify('--from', author.path('renewed'))).out).toContain(
      'readers with version 3 fetch the new head alone',
    );
    // Somebody published from an older copy.
    const back = await called(['verify', author.path('live'), '--from', author.pub]);
    expect(back.code).toBe(1);
    expect(back.out).toContain(
      'head.json has number 1, after 4 was seen. Publish from what your host serves, not from an older copy',
    );
  });

  it('says that a rotation was not finished', async () => {
    await author.keysIn('new-keys');
    await cp(join(author.pub, HEAD), author.path(HEAD));
    await author.rotate('new-keys');
    await cp(author.path(HEAD), join(author.pub, HEAD));
    expect(await only(0)).toMatchObject({
      file: 'root/2.json',
      message: 'there is a later root than the one that head.json stands on (1)',
    });
  });
});

describe('verify, of a host', () => {
  type Answer = (name: string, file: Buffer | null, response: ServerResponse) => void;

  async function hostOf(answer: Answer) {
    const server = createServer(async (request, response) => {
      const name = (request.url ?? '').slice(1);
      const file = await readFile(join(author.pub, name)).catch(() => null);
      answer(name, file, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const close = () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    return { address: `http://127.0.0.1:${port}/`, close };
  }

  /** Verifies what a host makes of the published folder. */
  async function atHost(answer: Answer, fragment = '') {
    const { address, close } = await hostOf(answer);
    const { code, out, err } = await called(['verify', '--json', `${address}${fragment}`]);
    await close();
    return { code, err, findings: jsonLines(out) as Record<string, string>[] };
  }

  const OPEN = { 'Access-Control-Allow-Origin': '*' };
  const plainly: Answer = (_, file, response) => {
    if (file) response.writeHead(200, OPEN).end(file);
    else response.writeHead(404).end();
  };

  it('finds nothing wrong with a plain one, nor with one that inflates or declares what is compressed', async () => {
    const pin = `head.json#ed25519=${await fingerprintOf()}`;
    expect(await atHost(plainly, pin)).toEqual({ code: 0, err: '', findings: [] });
    const declaring: Answer = (name, file, response) => {
      if (!file) response.writeHead(404).end();
      else if (name.endsWith('.gz'))
        response.writeHead(200, { ...OPEN, 'Content-Encoding': 'gzip' }).end(file);
      else response.writeHead(200, OPEN).end(file);
    };
    expect(await atHost(declaring)).toMatchObject({ code: 0, findings: [] });
  });

  const fingerprintOf = async () => {
    const trusted = await author.trusted();
    return trusted ? rootFingerprint(trusted.root) : '';
  };

  it('wants the fingerprint of the address', async () => {
    const { code, findings } = await atHost(plainly, `#ed25519=${'a'.repeat(32)}`);
    expect(code).toBe(1);
    expect(findings[0]).toMatchObject({
      message: 'no root has the fingerprint of the address',
      mend: 'Compare the address with the one that "publish" printed',
    });
  });

  it('says what keeps browsers out, what keeps corrections back, and what is compressed twice', async () => {
    const { code, findings } = await atHost((name, file, response) => {
      if (!file) response.writeHead(404).end();
      else if (name === HEAD)
        response.writeHead(200, { 'Cache-Control': 'public, max-age=86400' }).end(file);
      else if (name.endsWith('.gz'))
        response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(file));
      else response.writeHead(200).end(file);
    });
    expect(code).toBe(0);
    expect(findings.map(({ severity, message }) => [severity, message?.slice(0, 42)])).toEqual([
      ['warning', 'the host does not let browsers fetch this '],
      ['warning', 'the host lets caches keep this for long (C'],
      ['warning', 'the host compresses this once more, which '],
      ['warning', 'the host compresses this once more, which '],
    ]);
  });

  it('looks whether mirrors serve the same, and the place that readers are sent on to', async () => {
    const old: Answer = async (name, _, response) => {
      response.end(await readFile(author.path(join('live', name))).catch(() => ''));
    };
    const servers = await Promise.all([plainly, old, (() => {}) as Answer].map(hostOf));
    const [same = '', behind = '', empty = ''] = servers.map(({ address }) => address);
    const key = await (await findKey(author.path('keys'), 'head'))?.unlock(PASSPHRASE);
    if (!key) throw new Error('no key');
    await servers[2]?.close();
    const head = { ...(await author.head()), mirrors: [same, behind], movedTo: empty };
    await writeFile(join(author.pub, HEAD), await sealHead(head, key));
    const { code, findings } = await atHost(plainly);
    await Promise.all(servers.map(({ close }) => close()));
    expect(code).toBe(1);
    expect(findings).toMatchObject([
      {
        severity: 'warning',
        file: `${behind}head.json`,
        message: 'version 1 is served there, and version 2 here',
        mend: 'Upload the folder there, too',
      },
      { severity: 'error', file: `${empty}head.json`, message: expect.stringContaining('reached') },
    ]);
  });

  it.each<[string, Answer, string]>([
    [
      'shows a page instead',
      (_, __, response) =>
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html>'),
      'the host answers with a web page',
    ],
    [
      'leads elsewhere',
      (_, __, response) => response.writeHead(302, { Location: 'https://other.example/' }).end(),
      'the host sends readers on to https://other.example/, and they do not follow',
    ],
    [
      'is busy',
      (_, __, response) => response.writeHead(503, { 'Retry-After': '120' }).end(),
      'the host answers with status 503',
    ],
    [
      'sends without end',
      (_, __, response) => response.writeHead(200).end(Buffer.alloc(1_000_000)),
      'the host sends more than the 16384 bytes that there may be',
    ],
    ['hangs up', (_, __, response) => response.destroy(), 'the host cannot be reached'],
    [
      'has nothing',
      (_, __, response) => response.writeHead(404).end(),
      'nothing is published here',
    ],
  ])('says of one that %s what it does', async (_, answer, said) => {
    const { code, findings } = await atHost(answer);
    expect(code).toBe(1);
    expect(findings.map(({ message }) => message).join()).toContain(said);
  });

  it.each([
    ['http://desk.example/pack/', 'Readers fetch over https:// only.'],
    ['https://10.0.0.1/pack/', 'Readers are never sent to machines of their own network.'],
    ['https://desk.example/head.json#ed25519=abc', 'The fingerprint behind #ed25519= is not one'],
    ['ftp://desk.example/', 'This is no address of a pack.'],
  ])('does not go to %s', async (address, said) => {
    expect(await called(['verify', address])).toMatchObject({
      code: 2,
      err: expect.stringContaining(said),
    });
  });
});
