/** `cli publish`, into a folder on a disk. */
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { findKey } from '../../../../data/pack/publish/key-folder';
import { publish } from '../../../../data/pack/publish/publish';
import { readPack } from '../../../../data/pack/read';
import { openPackFile } from '../../../../data/sync/client/pack-file';
import { deltaName, partName } from '../../../../data/sync/head';
import { replaced, SAMPLE, spoilt } from '../sample';
import { desk, PASSPHRASE, tree } from './desk';

// Disks and machines that are busy with others.
vi.setConfig({ testTimeout: 60_000 });

let author: Awaited<ReturnType<typeof desk>>;
beforeEach(async () => {
  author = await desk();
});
afterEach(() => author.remove());

const TOMBSTONE = `tombstones:
  - {id: crane-stands, about: [crane], withdrawn: 2024-03-05, reason: The office took it back.}
`;
/** The sample with its denial withdrawn. */
const WITHDRAWN = SAMPLE.slice(0, SAMPLE.indexOf('denials:')) + TOMBSTONE;

const put = (text: string) => author.put('pack.yaml', text);

describe('the first publication', () => {
  it('writes a root, a part and a head, and says what to give readers', async () => {
    const { code, out, err } = await author.publish();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^Version 1 of harbour-2024: 5 entries\.\n1 new file and head\.json; 1 part, 0 deltas\./,
    );
    expect(out).toMatch(/https:\/\/YOUR-HOST\/…\/head\.json#ed25519=[a-z2-7]{32}\n/);
    const head = await author.head();
    const [part] = head.snapshot;
    expect(head).toMatchObject({ seq: 1, name: 'The harbour, 2024', publisher: 'Harbour Desk' });
    expect([...(await tree(author.pub)).keys()]).toEqual([
      'head.json',
      'root/1.json',
      part && partName(part),
    ]);
  });

  it('needs the root key, and later ones do not', async () => {
    await rename(author.path('keys/root.key.json'), author.path('root.key.json'));
    expect((await author.publish()).err).toMatch(
      /root\.key\.json: there is no root key, .*this once/,
    );
    await rename(author.path('root.key.json'), author.path('keys/root.key.json'));
    expect((await author.publish()).code).toBe(0);
    await rm(author.path('keys/root.key.json'));
    await put(WITHDRAWN);
    expect((await author.publish()).code).toBe(0);
  });

  it('stops at what lint calls an error', async () => {
    await put(spoilt('about: [crane]', 'about: [ferry]'));
    const { code, out, err } = await author.publish();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('crane-sank: there is no topic "ferry". Add it, or name another\n');
    expect(err).toContain('Nothing is published before this is mended.\n');
    expect(await author.trusted()).toBeNull();
  });
});

describe('the next version', () => {
  beforeEach(async () => {
    await author.publish();
  });

  it('adds a delta from every version before, sixteen at most', async () => {
    for (let i = 2; i <= 19; i++) {
      await put(
        `${SAMPLE}events:\n  - {id: storm, about: [crane], text: Storm ${i}., sources: [{source: gazette-12}]}\n`,
      );
      expect((await author.publish()).out).toContain(`Version ${i} of`);
    }
    const { seq, deltas } = await author.head();
    expect(deltas.map(({ from }) => from.seq)).toEqual(
      Array.from({ length: 16 }, (_, i) => 18 - i),
    );
    const files = await tree(author.pub);
    for (const file of deltas) expect(files.has(deltaName(file, seq))).toBe(true);
    expect((await author.verify()).out).toMatch(/\nNothing wrong\.\n$/);
  });

  it('says what changed, and that nothing did', async () => {
    expect((await author.publish()).out).toMatch(
      /^Nothing changed since version 1 of harbour-2024,/,
    );
    await put(WITHDRAWN);
    expect((await author.publish()).out).toMatch(
      /^Version 2 of harbour-2024: 1 withdrawn of its entries\./,
    );
  });

  it('never touches a file that is published, and writes the head last', async () => {
    const before = await tree(author.pub);
    await put(WITHDRAWN);
    // Deltas cannot be written.
    await writeFile(join(author.pub, 'd'), '');
    await expect(author.publish()).rejects.toThrow();
    const after = await tree(author.pub);
    for (const [name, bytes] of before) expect(after.get(name), name).toBe(bytes);
    expect([...after.keys()].filter((name) => name.includes('unfinished'))).toEqual([]);
    await rm(join(author.pub, 'd'));
    expect((await author.publish()).out).toContain('Version 2 of');
  });

  it('refuses files that were damaged, those that nobody needs at the moment too', async () => {
    const first = partName((await author.head()).snapshot[0] ?? { sha256: '' });
    await put(spoilt('No crane has sunk.', 'No crane sank.'));
    await author.publish();
    await writeFile(join(author.pub, first), 'not what it was');
    // The first content again, under the first name.
    await put(SAMPLE);
    expect((await author.publish()).err).toContain(
      'there is a file of this name with other content, and published files never change. It is damaged: remove it',
    );
    await rm(join(author.pub, first));
    expect((await author.publish()).code).toBe(0);
    await writeFile(join(author.pub, first), 'not what it was');
    expect((await author.renew()).err).toContain(
      'is not what its head names. Copy into it what your host serves',
    );
  });

  it('drops deltas where the layout of the pack is another', async () => {
    const claims = Array.from(
      { length: 300 },
      (_, i) =>
        `  - {id: c-${i}, about: [crane], by: [port-office], text: Crane ${i} stands., sources: [{source: gazette-12}]}\n`,
    );
    await put(replaced(SAMPLE, 'denials:', `${claims.join('')}denials:`));
    expect((await author.publish()).out).toContain('0 deltas');
    expect((await author.verify()).code).toBe(0);
  });

  it('removes with --prune what neither this version nor the one before names', async () => {
    for (const n of [2, 3, 4]) {
      await put(spoilt('No crane has sunk.', `No crane has sunk, ${n}.`));
      await author.publish();
    }
    const all = (await tree(author.pub)).size;
    await put(spoilt('No crane has sunk.', 'No crane has sunk, 5.'));
    expect((await author.publish('--prune')).out).toMatch(/\nRemoved 6 files that nobody needs/);
    // A part and four deltas came; three parts and three deltas went.
    expect((await tree(author.pub)).size).toBe(all + 5 - 6);
    expect((await author.verify()).code).toBe(0);
  });
});

describe('what was published stays', () => {
  beforeEach(async () => {
    await author.publish();
  });

  it('refuses to drop a record, and gives the tombstone to write', async () => {
    await put(SAMPLE.slice(0, SAMPLE.indexOf('denials:')));
    const { code, err } = await author.publish();
    expect(code).toBe(1);
    expect(err).toMatch(
      /pack\.yaml:1:1 {2}error {4}crane-stands: this denial was published, and is gone\. Put it back, or withdraw it: under tombstones, \{id: crane-stands, about: \[crane\], withdrawn: \d{4}-\d\d-\d\d, reason: …\}\n/,
    );
    expect((await author.head()).seq).toBe(1);
  });

  it('refuses to give a withdrawn id to a new record, and to lose a tombstone', async () => {
    await put(WITHDRAWN);
    await author.publish();
    await put(SAMPLE);
    expect((await author.publish()).err).toMatch(
      /pack\.yaml:27:9 .*the id "crane-stands" is that of a withdrawn record\. Give this one another id/,
    );
    await put(replaced(WITHDRAWN, TOMBSTONE, ''));
    expect((await author.publish()).err).toContain(
      'crane-stands: the tombstone of this record is gone.',
    );
  });

  it('refuses another kind under an id', async () => {
    await put(
      replaced(SAMPLE, 'denials:', 'claims2:')
        .replace('claims2:', 'statements:')
        .replace('    relations: {denies: [crane-sank]}\n', '    form: remark\n'),
    );
    expect((await author.publish()).err).toContain(
      '"crane-stands" was published as a denial, and is a statement here. Withdraw the denial with a tombstone, and give the statement another id',
    );
    await put(`${replaced(SAMPLE, 'id: port-office', 'id: port').replaceAll('[port-office]', '[port]')}events:
  - {id: port-office, about: [crane], text: The office burnt down., sources: [{source: gazette-12}]}
`);
    expect((await author.publish()).err).toContain(
      '"port-office" was published as an actor, and is an event here. Give the event another id',
    );
  });

  it('refuses a folder that is an old copy, or an empty one', async () => {
    await cp(author.pub, author.path('old'), { recursive: true });
    await put(WITHDRAWN);
    await author.publish();
    await rm(author.pub, { recursive: true });
    expect((await author.publish()).err).toMatch(
      /nothing is published here, but version 2 of harbour-2024 was published with these keys\. Copy into it what your host serves/,
    );
    await rename(author.path('old'), author.pub);
    expect((await author.publish()).err).toMatch(
      /head\.json: this is version 1, and version 2 was published already: the folder is an old copy\./,
    );
  });

  it('refuses a version 2 that is not the one that was published', async () => {
    await cp(author.pub, author.path('copy'), { recursive: true });
    await cp(author.path('keys'), author.path('keys-elsewhere'), { recursive: true });
    await put(WITHDRAWN);
    await author.publish();
    // On another machine, from the same copy.
    await rm(author.pub, { recursive: true });
    await rename(author.path('copy'), author.pub);
    await rename(author.path('keys'), author.path('keys-here'));
    await rename(author.path('keys-elsewhere'), author.path('keys'));
    expect((await author.renew()).code).toBe(0);
    await rm(author.path('keys'), { recursive: true });
    await rename(author.path('keys-here'), author.path('keys'));
    expect((await author.publish()).err).toContain('this is another version 2 than the one');
  });

  it('refuses other keys, another pack, keys among the published files, and a clock gone back', async () => {
    await rename(author.path('keys'), author.path('first-keys'));
    await author.keysIn('keys');
    expect((await author.publish()).err).toMatch(
      /head\.json: this was signed with another publishing key \(([a-z2-7]{4} ){7}[a-z2-7]{4}\)\. Name the folder/,
    );
    await rm(author.path('keys'), { recursive: true });
    await rename(author.path('first-keys'), author.path('keys'));
    await put(spoilt('pack: harbour-2024', 'pack: harbour-2025'));
    expect((await author.publish()).err).toContain(
      'this folder is of pack harbour-2024, not harbour-2025',
    );
    await put(WITHDRAWN);
    await rename(author.path('keys'), join(author.pub, 'keys'));
    expect((await author.publish('--keys', join(author.pub, 'keys'))).err).toContain(
      'the keys stand in the folder that is published. Move them elsewhere',
    );
    await rename(join(author.pub, 'keys'), author.path('keys'));
    vi.useFakeTimers({ now: new Date('2024-03-10T12:00:00Z'), toFake: ['Date'] });
    expect((await author.publish()).err).toContain(
      "which is later than this computer's clock says. Set",
    );
    vi.useRealTimers();
  });
});

describe('a head alone', () => {
  beforeEach(async () => {
    await author.publish();
  });

  it('is renewed with nothing changed: the number rises, the content stays', async () => {
    const before = await author.head();
    expect((await author.renew('--term', '4w')).out).toContain(
      'Version 2 of harbour-2024: no entry changed.',
    );
    const after = await author.head();
    expect(after.state).toEqual(before.state);
    expect(Date.parse(after.expires) - Date.parse(after.issued)).toBe(28 * 24 * 3600 * 1000);
    // With the pack named too, as long as it is what is published.
    expect((await author.publish('--renew')).out).toContain('Version 3');
    await put(WITHDRAWN);
    expect((await author.publish('--renew')).err).toContain('--renew changes nothing');
    expect((await author.publish()).code).toBe(0);
    // One way from that content, whatever number it had.
    expect((await author.head()).deltas.map(({ from }) => from.seq)).toEqual([3]);
  });

  it('carries mirrors, a move and an end, until they are taken back', async () => {
    await author.publish(
      '--mirror',
      'https://mirror.example/harbour',
      '--mirror',
      'https://b.example/',
    );
    expect((await author.head()).mirrors).toEqual([
      'https://mirror.example/harbour/',
      'https://b.example/',
    ]);
    await author.renew(
      '--moved-to',
      'https://new.example/harbour/head.json',
      '--end',
      'The harbour is closed.',
    );
    expect(await author.head()).toMatchObject({
      mirrors: ['https://mirror.example/harbour/', 'https://b.example/'],
      movedTo: 'https://new.example/harbour/',
      ended: 'The harbour is closed.',
    });
    await put(WITHDRAWN);
    expect((await author.publish()).err).toContain(
      'this pack has ended. Take that back with --resume',
    );
    expect((await author.publish('--resume', '--moved-to', 'none', '--mirror', 'none')).code).toBe(
      0,
    );
    expect(await author.head()).not.toHaveProperty('ended');
    expect(await author.head()).not.toHaveProperty('movedTo');
    expect((await author.head()).mirrors).toEqual([]);
  });

  it.each([
    [['--mirror', 'http://mirror.example/'], 'does not begin with https://'],
    [['--moved-to', 'https://192.168.1.1/'], 'is of a machine that readers cannot reach'],
    [['--term', '3 months'], '--term 3 months is no time.'],
    [['--term', '401d'], 'at most 400d'],
    [['--end', 'x', '--resume'], 'do not go together'],
  ])('refuses %j', async (more, said) => {
    const { code, err } = await author.publish(...more);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });
});

it('gives the same bytes for the same pack, keys and time, wherever it is published', async () => {
  const parsed = await readPack(author.path('pack.yaml'));
  const unlock = (key: NonNullable<Awaited<ReturnType<typeof findKey>>>) => key.unlock(PASSPHRASE);
  const trees = [];
  for (const name of ['one', 'two']) {
    await rm(author.path('keys/published.json'), { force: true });
    await publish(parsed, author.path(name), {
      keys: author.path('keys'),
      now: new Date('2024-11-01T08:00:00Z'),
      term: 1000,
      renew: false,
      mirrors: undefined,
      movedTo: undefined,
      ended: undefined,
      prune: false,
      unlock,
      progress: () => () => {},
    });
    trees.push(await tree(author.path(name)));
  }
  expect(trees[1]).toEqual(trees[0]);
  // No name, no time, no system: nothing of the machine.
  const [name = ''] = [...(trees[0]?.keys() ?? [])].filter((file) => file.startsWith('s/'));
  const header = (await readFile(join(author.path('one'), name))).subarray(0, 10).toString('hex');
  expect(header).toBe('1f8b08000000000002ff');
});

describe('what is published as one file', () => {
  const opened = async (path: string) => {
    const file = await openPackFile(new Blob([await readFile(path)]));
    if (typeof file === 'string') throw new Error(file);
    return file;
  };

  it('holds the very files of the folder, and names the address with the key', async () => {
    const path = author.path('harbour.tar');
    const { code, out } = await author.publish(
      '--file',
      path,
      '--address',
      'https://harbour.example/pack/',
    );
    expect(code).toBe(0);
    expect(out).toContain(`Wrote ${path}.\n`);
    const file = await opened(path);
    for (const name of (await tree(author.pub)).keys()) {
      const bytes = await readFile(join(author.pub, name));
      expect(Buffer.from(await file.get(name, 1e6))).toEqual(bytes);
    }
    expect(file.address).toMatch(
      /^https:\/\/harbour\.example\/pack\/head\.json#ed25519=[a-z2-7]{32}$/,
    );
  });

  it('is written where nothing changed, too, and the same each time', async () => {
    await author.publish();
    const [one, two] = ['one.tar', 'two.tar'].map((name) => author.path(name)) as [string, string];
    expect((await author.publish('--file', one)).out).toContain('which names no address');
    await author.publish('--file', two);
    expect(await readFile(one)).toEqual(await readFile(two));
  });

  it('does not stand in the folder that is uploaded', async () => {
    const { code, err } = await author.publish('--file', join(author.pub, 'harbour.tar'));
    expect(code).toBe(1);
    expect(err).toContain('would stand in the folder that is published');
  });

  it('names an address only with a file to name it in, and only one that readers reach', async () => {
    expect((await author.publish('--address', 'https://harbour.example/')).code).toBe(2);
    const path = author.path('harbour.tar');
    expect((await author.publish('--file', path, '--address', 'http://10.0.0.1/')).code).toBe(2);
  });
});
