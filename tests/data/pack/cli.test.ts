/** The author's command line, as typed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lint } from '../../../data/pack/cli/lint';
import { SAMPLE, spoilt } from './sample';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SHARED = join(ROOT, '../shared');

// A process a call, and more than one in some tests, on machines that are busy with others.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
const put = (name: string, text: string | Uint8Array) => writeFile(join(folder, name), text);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
  await put('good.yaml', SAMPLE);
});
afterAll(() => rm(folder, { recursive: true }));

interface Called {
  code: number | null;
  out: string;
  err: string;
}

function run(command: string, args: string[], cwd: string, input?: string): Called {
  // What an outer `npm test` sets would otherwise be taken for the author's own folder.
  const { INIT_CWD: _, npm_lifecycle_event: __, ...env } = process.env;
  const options = { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  const done = spawnSync(command, args, { ...options, ...(input !== undefined && { input }) });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

const cli = (args: string[], input?: string) =>
  run(process.execPath, [join(ROOT, 'scripts/cli.mjs'), ...args], folder, input);

const jsonLines = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('cli', () => {
  it('lists its commands, and explains each with examples', () => {
    expect(cli(['--help'])).toMatchObject({ code: 0, out: expect.stringMatching(/lint.*try/s) });
    for (const command of ['lint', 'try', 'test']) {
      const { code, out } = cli([command, '--help']);
      expect(code).toBe(0);
      expect(out).toMatch(/^Usage: npm run -s cli -- .*Examples:\n/s);
    }
  });

  it.each([
    [[], 'Usage'],
    [['lnit'], 'There is no command "lnit".'],
    [['lint'], 'Name a pack: a YAML file or a folder.'],
    [['lint', '--colour', 'x'], "Unknown option '--colour'"],
    [['try'], 'Name a file, or - for standard input.'],
  ])('answers %j with 2, and says on stderr what it wants', (args, said) => {
    const { code, out, err } = cli(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
  });

  it('takes paths from where npm was called', async () => {
    await put('package.json', '{}');
    const { out } = run(
      'npm',
      ['--prefix', ROOT, 'run', '-s', 'cli', '--', 'lint', 'good.yaml'],
      folder,
    );
    expect(out).toBe('No problems: 1 topic, 2 records.\n');
  });
});

describe('lint', () => {
  it('counts what it read when nothing is wrong', () => {
    expect(cli(['lint', 'good.yaml'])).toEqual({
      code: 0,
      out: 'No problems: 1 topic, 2 records.\n',
      err: '',
    });
  });

  it('prints a problem a line without colours into a file, ends with a count, and exits 1', async () => {
    await put('bad.yaml', spoilt('made: 2024-03-01', 'made: 24 Oct 2024'));
    expect(cli(['lint', 'bad.yaml', 'nowhere.yaml'])).toEqual({
      code: 1,
      out: `bad.yaml:23:11  error    crane-sank: "made" is not an EDTF date ("24 Oct 2024"). Write 2024-10-24
nowhere.yaml:1:1  error    there is no such file. Check the name

2 errors.
`,
      err: '',
    });
  });

  it('lets warnings pass unless it shall be strict', async () => {
    await put('warned.yaml', spoilt('    relations: {denies: [crane-sank]}\n', ''));
    const lenient = cli(['lint', 'warned.yaml']);
    expect(lenient).toMatchObject({ code: 0, out: expect.stringMatching(/\n\n1 warning\.\n$/) });
    expect(cli(['lint', '--strict', 'warned.yaml']).code).toBe(1);
  });

  it('colours a terminal and nothing else', async () => {
    await put('bad.yaml', spoilt('about: [crane]', 'about: [ferry]'));
    const print = async (colours: boolean) => {
      let out = '';
      await lint.run([join(folder, 'bad.yaml')], {
        out: (text) => {
          out += text;
        },
        err: () => {},
        colours,
      });
      return out;
    };
    const plain = await print(false);
    const coloured = await print(true);
    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[35merror');
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  it('prints JSON for programs', async () => {
    await put('bad.yaml', spoilt('about: [crane]', 'about: [ferry]'));
    const { code, out, err } = cli(['lint', '--json', 'bad.yaml']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(jsonLines(out)).toEqual([
      {
        severity: 'error',
        file: 'bad.yaml',
        line: 21,
        column: 13,
        record: 'crane-sank',
        message: 'there is no topic "ferry"',
        mend: 'Add it, or name another',
      },
    ]);
  });

  it('refuses what is not UTF-8, and what never ends', async () => {
    await put('latin.yaml', Buffer.from('name: caf\xe9\n', 'latin1'));
    expect(cli(['lint', 'latin.yaml']).out).toContain('this file is not UTF-8 text. Save it as');
    if (existsSync('/dev/zero')) {
      expect(cli(['lint', '/dev/zero']).out).toContain('this file is larger than 8 MB.');
    }
  });
});

describe('try', () => {
  const tried = (files: string[], input?: string) =>
    cli(['try', '--pack', 'good.yaml', '--json', ...files], input);

  it('prints a line of JSON a mention, with offsets into the file', async () => {
    const text =
      'Morning.\r\n\r\n“Our harbour crane, alas, sank,” he said. 😀 A Hafenkran tilted.\n';
    await put('a.txt', text);
    const { code, out, err } = tried(['a.txt']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const found = jsonLines(out);
    expect(found.map(({ file, topic, text }) => [file, topic, text])).toEqual([
      ['a.txt', 'crane', 'harbour crane, alas, sank'],
      ['a.txt', 'crane', 'Hafenkran tilted'],
    ]);
    for (const { start, end, text: said, parts } of found) {
      expect(text.slice(start, end)).toBe(said);
      expect([parts[0][0], parts.at(-1)[1]]).toEqual([start, end]);
    }
    expect(found[0].parts.map(([start, end]: [number, number]) => text.slice(start, end))).toEqual([
      'harbour crane',
      'sank',
    ]);
  });

  it('reads every line of a text as a paragraph, and no rule across two', async () => {
    await put('lines.txt', 'The harbour crane\nsank.\n');
    expect(tried(['lines.txt']).out).toBe('');
  });

  it('reads a page as the reader does: prose without markup, no code, no navigation', async () => {
    await put(
      'page.html',
      `<!doctype html><title>The harbour crane sank</title><nav>The harbour crane sank</nav>
       <h1>Storm</h1><p>The <b>harbour</b> crane&nbsp;<i>sank</i>.<p>The harbour crane</p>
       <p>sank.<code>harbour crane sank</code><script>"harbour crane sank"</script>`,
    );
    const [only, ...more] = jsonLines(tried(['page.html']).out);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ start: 'Storm\n\nThe '.length, text: 'harbour crane\u00a0sank' });
  });

  it('reads standard input, a page when it begins with "<"', () => {
    const page = jsonLines(tried(['-'], '<p>The harbour <em>crane</em> sank.').out);
    expect(page).toMatchObject([{ file: '-', text: 'harbour crane sank' }]);
    const text = jsonLines(tried(['-'], 'The harbour <em>crane</em> sank. A Hafenkran sank.').out);
    expect(text).toMatchObject([{ text: 'Hafenkran sank' }]);
  });

  it('goes on behind a file that it cannot read, names it, and exits 1', async () => {
    await put('b.txt', 'The harbour crane sank.');
    await put('latin.txt', Buffer.from('caf\xe9', 'latin1'));
    await put('large.txt', Buffer.alloc(16 * 1024 * 1024 + 1, 'a'));
    const { code, out, err } = tried(['nowhere.txt', 'latin.txt', 'large.txt', '.', 'b.txt']);
    expect(code).toBe(1);
    expect(jsonLines(out)).toMatchObject([{ file: 'b.txt', start: 4, end: 22 }]);
    expect(err).toBe(`nowhere.txt: there is no such file. Check the name.
latin.txt: this file is not UTF-8 text. Save it as UTF-8.
large.txt: this file is larger than 16 MB. Split it into several.
.: this is a folder. Name a file in it.
`);
  });

  it('says on stderr what keeps a pack from being tried', async () => {
    await put('torn.yaml', spoilt('"harbour crane", ', '"harbour {crane", '));
    const { code, out, err } = cli(['try', '--pack', 'torn.yaml', '--json', 'good.yaml']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^torn\.yaml:7:11 {2}error {4}\$crane: .*\ntorn\.yaml cannot be tried/);
  });

  it('prints a table for people: the line of a text, the paragraph of a page', async () => {
    await put('b.txt', '\nThe harbour crane sank.\n');
    await put('none.txt', 'A quiet day.\n');
    await put('c.html', '<h1>Storm</h1>\n\n<p>Our\nharbour crane.<p>The harbour crane sank.');
    expect(cli(['try', '--pack', 'good.yaml', 'b.txt', 'none.txt', 'c.html']).out).toBe(`b.txt
     2  crane  harbour crane sank
none.txt
  nothing
c.html
     3  crane  harbour crane sank

2 mentions in 3 files.
`);
  });

  const texts = join(SHARED, 'mentions-dev/texts');
  it.skipIf(!existsSync(texts))(
    'finds the topics of the shipped pack in the labelled texts (skipped without ../shared)',
    () => {
      const files = readdirSync(texts).map((name) => join('../shared/mentions-dev/texts', name));
      const { code, out } = run('npm', ['run', '-s', 'cli', '--', 'try', '--json', ...files], ROOT);
      expect(code).toBe(0);
      const topics = new Set(jsonLines(out).map(({ topic }) => topic));
      expect(topics.size).toBe(10);
    },
  );
});
