/** `cli init`, `build`, `diff` and `serve`, with files on a disk. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { joined } from '../../../../data/sync/bytes';
import { HEAD, partName } from '../../../../data/sync/head';
import { inflate } from '../../../../data/sync/inflate';
import { replaced, SAMPLE, spoilt } from '../sample';
import { called, jsonLines } from './called';
import { desk } from './desk';

vi.setConfig({ testTimeout: 60_000 });

let author: Awaited<ReturnType<typeof desk>>;
beforeEach(async () => {
  author = await desk();
});
afterEach(() => author.remove());

describe('init', () => {
  it('writes a pack with one of everything, which lints without a word', async () => {
    const dir = author.path('Kraniche & Türme');
    expect(await called(['init', dir])).toMatchObject({ code: 0, err: '' });
    expect(await called(['lint', '--strict', dir])).toEqual({
      code: 0,
      out: 'No problems: 1 topic, 5 records.\n',
      err: '',
    });
    const text = await readFile(join(dir, 'pack.yaml'), 'utf8');
    for (const section of [
      'terms',
      'topics',
      'actors',
      'sources',
      'claims',
      'denials',
      'statements',
      'events',
      'tombstones',
    ])
      expect(text).toMatch(new RegExp(`\\n# .*\\n${section}:\\n`));
    expect(text).toContain('\npack: kraniche-turme ');
    // What the first line names is there, for editors.
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\/pack\.schema\.json\n/);
    expect(JSON.parse(await readFile(join(dir, 'pack.schema.json'), 'utf8'))).toHaveProperty(
      '$schema',
    );
  });

  it('finds what it says in a page', async () => {
    const dir = author.path('first');
    await called(['init', dir]);
    const page = await author.put('page.txt', 'Fissures in the northern dam worry the valley.\n');
    expect((await called(['try', '--pack', dir, page])).out).toContain(
      'cracks  Fissures in the northern dam',
    );
  });

  it('overwrites nothing', async () => {
    const { code, err } = await called(['init', author.folder]);
    expect(code).toBe(1);
    expect(err).toContain(
      'pack.yaml: there is a pack already, and all YAML files of a folder are one pack. Name',
    );
    expect(await readFile(author.path('pack.yaml'), 'utf8')).toBe(SAMPLE);
  });
});

describe('build', () => {
  it('writes the lines of a published snapshot, the same for every split into files', async () => {
    await author.publish();
    const head = await author.head();
    const parts = await Promise.all(
      head.snapshot.map(async (part) =>
        inflate(
          new Uint8Array(await readFile(join(author.pub, partName(part)))),
          part.bytes,
          'part',
        ),
      ),
    );
    const { code, out } = await called(['build', author.path('pack.yaml')]);
    expect(code).toBe(0);
    expect(out).toBe(new TextDecoder().decode(joined(parts)));
    expect(out.split('\n', 1)[0]).toMatch(/^\{"kind":"pack",|^\{.*"kind":"pack"/);

    const half = SAMPLE.indexOf('sources:');
    const other = author.path('split');
    await called(['init', other]);
    await writeFile(join(other, 'pack.yaml'), `# The rest is in b.yaml.\n${SAMPLE.slice(0, half)}`);
    await writeFile(join(other, 'b.yaml'), SAMPLE.slice(half));
    const file = author.path('split.ndjson');
    const { err } = await called(['build', other, '-o', file]);
    expect(err).toMatch(/^Wrote .*split\.ndjson: 5 entries, \d+ bytes, state [0-9a-f]{64}\.\n$/);
    expect(err).toContain(head.state.digest);
    expect(await readFile(file, 'utf8')).toBe(out);
  });

  it('builds nothing of a pack with errors', async () => {
    await author.put('pack.yaml', spoilt('about: [crane]', 'about: [ferry]'));
    expect(await called(['build', author.path('pack.yaml')])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('there is no topic "ferry"'),
    });
  });
});

describe('diff', () => {
  const LATER = replaced(
    replaced(SAMPLE, 'made: 2024-03-01', 'made: 2024-02-29'),
    SAMPLE.slice(SAMPLE.indexOf('denials:')),
    `events:
  - {id: storm, about: [crane], when: 2024-02-29, text: A storm., sources: [{source: gazette-12}]}
tombstones:
  - {id: crane-stands, about: [crane], withdrawn: 2024-03-05, reason: The office took it back.}
`,
  ).replace('name: The harbour, 2024', 'name: The harbour');

  const WORDS = `  ~ the pack itself
      name: “The harbour, 2024” → “The harbour”
  ~ claim      crane-sank
      made: 2024-03-01 → 2024-02-29
  + event      storm  A storm.
  × denial     crane-stands  withdrawn 2024-03-05:  The office took it back.

From 5 entries to 6: 1 added, 1 changed, 1 withdrawn of its entries.
`;

  it('says in words what changed: between packs, built files and published folders', async () => {
    const later = await author.put('later.yaml', LATER);
    await author.publish();
    await called(['build', author.path('pack.yaml'), '-o', author.path('a.ndjson')]);
    await called(['build', later, '-o', author.path('b.ndjson')]);
    for (const [a, b] of [
      [author.path('pack.yaml'), later],
      [author.path('a.ndjson'), author.path('b.ndjson')],
      [author.pub, later],
    ] as const) {
      expect(await called(['diff', a, b])).toEqual({ code: 0, out: WORDS, err: '' });
    }
    expect((await called(['diff', author.pub, author.path('a.ndjson')])).out).toBe(
      'From 5 entries to 5: no entry changed.\n',
    );
  });

  it('prints JSON for programs', async () => {
    const later = await author.put('later.yaml', LATER);
    const { out } = await called(['diff', '--json', author.path('pack.yaml'), later]);
    expect(jsonLines(out).map(({ change, kind, id }) => [change, kind, id])).toEqual([
      ['changed', 'pack', 'harbour-2024'],
      ['changed', 'claim', 'crane-sank'],
      ['added', 'event', 'storm'],
      ['withdrawn', 'tombstone', 'crane-stands'],
    ]);
  });

  it('names the line of a built file that is broken', async () => {
    const file = await author.put('a.ndjson', '{"kind":"claim"}\n');
    expect(await called(['diff', file, file])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/a\.ndjson: line 1.*\. Write it again with "build"\.\n$/),
    });
  });
});

describe('serve', () => {
  it('serves the published files, to this machine, with its address first', async () => {
    await author.publish();
    await writeFile(join(author.pub, 'notes.txt'), 'not for readers');
    const cli = fileURLToPath(new URL('../../../../scripts/cli.mjs', import.meta.url));
    const run = spawn(process.execPath, [cli, 'serve', author.pub, '--port', '0'], {
      env: { ...process.env, INIT_CWD: undefined },
      // A group of its own: the launcher starts another Node, and Ctrl+C reaches both.
      detached: true,
    });
    const [line] = (await once(run.stdout, 'data')) as [Buffer];
    const address = line.toString().trim();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/head\.json#ed25519=[a-z2-7]{32}$/);
    const base = address.slice(0, address.indexOf(HEAD));
    const head = await fetch(base + HEAD);
    expect([
      head.status,
      head.headers.get('cache-control'),
      head.headers.get('access-control-allow-origin'),
    ]).toEqual([200, 'no-cache', '*']);
    expect((await fetch(`${base}root/1.json`)).status).toBe(200);
    for (const name of ['notes.txt', '../keys/head.key.json', '..%2fkeys/head.key.json', ''])
      expect((await fetch(base + name)).status, name).toBe(404);
    expect((await fetch(base + HEAD, { method: 'PUT', body: 'x' })).status).toBe(405);
    expect((await called(['verify', address])).out).toMatch(/\nNothing wrong\.\n$/);
    if (run.pid) process.kill(-run.pid, 'SIGINT');
    await once(run, 'exit');
  });

  it('serves nothing that is not published', async () => {
    expect((await called(['serve', author.folder])).err).toContain(
      'nothing is published here. Publish into it first',
    );
  });
});
