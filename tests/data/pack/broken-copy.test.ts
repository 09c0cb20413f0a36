/** A broken copy of the pack that ships gets errors that a journalist can act on. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lint } from '../../../data/pack/cli/lint';
import { lintPack } from '../../../data/pack/lint';
import { readPack } from '../../../data/pack/read';
import { replaced } from './sample';

const SHIPPED = fileURLToPath(new URL('../../../data/packs/dprk-russia-2024', import.meta.url));

let copy: string;

beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), 'broken-'));
  await cp(SHIPPED, copy, { recursive: true });
});
afterEach(() => rm(copy, { recursive: true }));

/** Changes the entry of an id, and tells where: "troop-numbers.yaml:12:11". */
async function spoil(id: string, from: string, to: string, at = to): Promise<string> {
  for (const name of (await readdir(copy)).filter((file) => file.endsWith('.yaml'))) {
    const file = join(copy, name);
    const text = await readFile(file, 'utf8');
    const start = text.indexOf(`  - id: ${id}\n`);
    if (start < 0) continue;
    const entry = text.slice(start);
    const end = entry.indexOf('\n  - id: ', 1);
    const spoilt = replaced(end < 0 ? entry : entry.slice(0, end), from, to);
    await writeFile(file, text.slice(0, start) + spoilt + (end < 0 ? '' : entry.slice(end)));
    const before = (text.slice(0, start) + spoilt.slice(0, spoilt.indexOf(at))).split('\n');
    return `${name}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
  }
  throw new Error(`no entry "${id}"`);
}

/** What `cli lint` prints of the copy, the warnings left out. */
async function linted(): Promise<{ code: number; errors: string[] }> {
  let out = '';
  const terminal = { out: (text: string) => (out += text), err: () => {}, colours: false };
  const code = await lint.run([copy], terminal);
  const folder = `${relative('', copy)}/`;
  const errors = out
    .split('\n')
    .filter((line) => line.includes('  error  '))
    .map((line) => line.replace(folder, '').replace(`${copy}/`, ''));
  return { code, errors };
}

describe('the pack that ships', () => {
  it('lints without a word as it is', async () => {
    expect(lintPack(await readPack(copy), Date.now()).problems).toEqual([]);
  });

  it('names file, line, record, what and mend of each thing that was broken in it', async () => {
    const made = await spoil('hur-12000', 'made: 2024-10-24', 'made: 24 Oct 2024', '24 Oct');
    const text = await spoil('hur-500-officers', '    text:', '    txt:', 'txt');
    const value = await spoil('hur-three-generals', 'value: 3', 'value: "3"', '"3"');
    const { code, errors } = await linted();
    expect(code).toBe(1);
    expect(errors).toEqual([
      `${made}  error    hur-12000: "made" is not an EDTF date ("24 Oct 2024"). Write 2024-10-24`,
      `${text}  error    hur-500-officers: "txt" is not known here. Did you mean "text"?`,
      `${value}  error    hur-three-generals: "value" is not a whole number ("3"). Write it in digits, without quotes or separators: 12000`,
    ]);
  });

  it('names a reference that leads nowhere, and what was probably meant', async () => {
    const by = await spoil('hur-12000', 'by: [ukraine-hur]', 'by: [ukrane-hur]', 'ukrane');
    const source = await spoil(
      'hur-500-officers',
      'source: al-ahram-2024-11-07',
      'source: al-ahram-2024-11-08',
      'al-ahram-2024-11-08',
    );
    expect((await linted()).errors).toEqual([
      `${by}  error    hur-12000: there is no actor "ukrane-hur". Did you mean "ukraine-hur"?`,
      `${source}  error    hur-500-officers: there is no source "al-ahram-2024-11-08". Did you mean "al-ahram-2024-11-07"?`,
    ]);
  });

  it('names what is wrong in a mention rule', async () => {
    const list = await spoil('troops-in-kursk', '$kursk', '$kursq', '$kursq');
    expect((await linted()).errors).toEqual([
      `${list}  error    troops-in-kursk: there is no list "$kursq". Did you mean "$kursk"?`,
    ]);
    const key = await spoil('troops-in-russia', 'all:', 'al:', 'al:');
    expect((await linted()).errors).toEqual([
      `${key}  error    troops-in-russia: "al" is not known here. Did you mean "all"?`,
    ]);
  });

  it('asks to quote a colon, in the file where it stands and nowhere else', async () => {
    const at = await spoil('hur-12000', '    text: ', '    text: Said: ', 'Said:');
    expect((await linted()).errors).toEqual([
      `${at}  error    this is not readable as YAML: Nested mappings are not allowed in compact mappings. Put text that contains ": " in quotes`,
    ]);
  });
});
