import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  ADDRESS_FILE,
  openPackFile,
  type PackFile,
  writePackFile,
} from '../../../../data/sync/client/pack-file';
import { NOWHERE, readFileOffer } from '../../../../data/sync/client/subscribe';
import { Refused } from '../../../../data/sync/refused';
import { entries } from '../publisher';
import { Author, FOLDER } from './host';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function published(given: Parameters<Author['publish']>[1] = {}) {
  const author = await Author.begin(new Map());
  await author.publish(entries, given);
  return new Map([...author.web].map(([name, bytes]) => [name.slice(FOLDER.length), bytes]));
}

const opened = async (bytes: Uint8Array) => {
  const file = await openPackFile(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  if (typeof file === 'string') throw new Error(file);
  return file as PackFile;
};

describe('a pack file', () => {
  it('holds the very files that are published', async () => {
    const files = await published();
    const file = await opened(writePackFile(files));
    for (const [name, bytes] of files) expect(await file.get(name, 1e6)).toEqual(bytes);
    expect(file.address).toBeNull();
    await expect(file.get('root/2.json', 1e6)).rejects.toMatchObject({ trouble: 'not-found' });
    await expect(file.get('head.json', 10)).rejects.toMatchObject({ trouble: 'too-large' });
  });

  it('is one that any tar reads, and any tar writes', async () => {
    const files = await published();
    const folder = mkdtempSync(join(tmpdir(), 'on-record-tar-'));
    try {
      const path = join(folder, 'pack.tar');
      writeFileSync(path, writePackFile(files));
      execFileSync('tar', ['xf', path, '-C', folder]);
      rmSync(path);
      execFileSync('tar', ['--format=ustar', '-cf', path, '-C', folder, '--exclude=pack.tar', '.']);
      const { readFileSync } = await import('node:fs');
      const again = await opened(readFileSync(path));
      for (const [name, bytes] of files) expect(await again.get(name, 1e6)).toEqual(bytes);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is followed where its publisher signed that it is, before where the file says, before mirrors', async () => {
    const offer = async (address: string | null, given: Parameters<Author['publish']>[1] = {}) => {
      const files = new Map<string, Uint8Array>(await published(given));
      if (address !== null) files.set(ADDRESS_FILE, utf8(`${address}\n`));
      return (await readFileOffer(await opened(writePackFile(files)), false)).folder;
    };
    const [said, moved, mirror] = ['said', 'moved', 'mirror'].map(
      (name) => `https://${name}.example/`,
    );
    expect(await offer(null)).toBe(NOWHERE);
    expect(await offer(null, { mirrors: [mirror as string] })).toBe(mirror);
    expect(await offer(`${said}head.json`, { mirrors: [mirror as string] })).toBe(said);
    expect(await offer(`${said}head.json`, { movedTo: moved as string })).toBe(moved);
    expect(await offer('https://192.168.0.1/')).toBe(NOWHERE);
    expect(await offer('javascript:alert(1)')).toBe(NOWHERE);
  });

  it('never says that its key need not be compared', async () => {
    const files = new Map<string, Uint8Array>(await published());
    const first = await readFileOffer(await opened(writePackFile(files)), false);
    files.set(ADDRESS_FILE, utf8(`https://a.example/head.json#ed25519=${first.fingerprint}`));
    expect((await readFileOffer(await opened(writePackFile(files)), false)).pinned).toBe(false);
  });

  it.each([
    ['YAML', utf8('pack: varn-dam\n'), 'unsigned'],
    ['what "build" makes', utf8('{"kind":"pack"}\n'), 'unsigned'],
    ['an empty file', new Uint8Array(), 'file'],
    ['zeros', new Uint8Array(2048), 'file'],
    ['an archive of other things', writePackFile(new Map([['notes.txt', utf8('x')]])), 'file'],
  ])('is not %s', async (_, bytes, fault) => {
    expect(await openPackFile(new Blob([bytes as Uint8Array<ArrayBuffer>]))).toBe(fault);
  });

  it('is refused where it is cut off, or has two of one name, or a size that leads out of it', async () => {
    const whole = writePackFile(await published());
    await expect(opened(whole.slice(0, 1500))).rejects.toThrow(Refused);
    const head = writePackFile(new Map([['head.json', utf8('{}')]])).slice(0, 1024);
    const twice = new Uint8Array([...head, ...head, ...new Uint8Array(1024)]);
    await expect(opened(twice)).rejects.toThrow(/two of head.json/);
    const long = whole.slice();
    long.set(utf8('77777777777'), 124);
    expect(await openPackFile(new Blob([long]))).toBe('file');
  });
});
