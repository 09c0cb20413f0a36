/** `cli diff A B` */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Entry } from '../../model';
import { utf8 } from '../../sync/bytes';
import { checkEntry, checkPackLine, parseLine } from '../../sync/entries';
import { HEAD } from '../../sync/head';
import { linesOf } from '../../sync/snapshot';
import type { PackLine } from '../../sync/state';
import { diffEntries, diffFields } from '../diff';
import { packState } from '../publish/pack-state';
import { folderPlace } from '../publish/place';
import { readState, readTrusted } from '../publish/published';
import { mending, Trouble } from '../publish/trouble';
import { readPack, readText } from '../read';
import { type Command, progressOn, type Terminal, UsageError } from './command';
import { changeCounts, changeLines, fieldLines } from './diff-words';
import { problemLines } from './report';
import { styleOf } from './style';

/** Of a built file: a hundred thousand records are some 40 MB. */
const MAX_BUILT_BYTES = 512 * 1024 * 1024;

const help = `Usage: npm run -s cli -- diff [--json] A B

Says what is another in B: records added (+), changed (~) field by field, withdrawn (×), and entries
gone (−). A and B are packs (a YAML file or a folder), files that "build" wrote, or published folders.

  --json   one line of JSON a change, and nothing else, on stdout: {"change","kind","id",…}
  --help   this text

Exit code: 0 compared, 1 one of them cannot be read, 2 not understood.

Example:
  npm run -s cli -- diff public/my-pack my-pack/
`;

interface Content {
  readonly pack: PackLine;
  readonly entries: readonly Entry[];
}

async function readBuilt(path: string): Promise<Content> {
  const read = await readText(path, MAX_BUILT_BYTES);
  if (!('text' in read)) throw new Trouble(path, read.message, read.mend);
  return mending(path, 'Write it again with "build"', async () => {
    const [first = '', ...lines] = linesOf(utf8(read.text), 'the file');
    return {
      pack: checkPackLine(parseLine(first, 'line 1'), 'line 1'),
      entries: lines.map((line, i) => {
        const where = `line ${i + 2}`;
        return checkEntry(parseLine(line, where), where);
      }),
    };
  });
}

/** @returns null for a pack with errors, which are told */
async function contentOf(path: string, terminal: Terminal): Promise<Content | null> {
  const isPublished = await stat(join(path, HEAD)).catch(() => null);
  if (isPublished) {
    const place = folderPlace(path);
    return mending(path, 'Look at it with "verify"', async () => {
      const trusted = await readTrusted(place, null);
      if (!trusted) return null;
      const { head } = trusted;
      const tick = progressOn(terminal)('Reading', head.snapshot.length);
      const { pack, buckets } = await readState(place, head, tick);
      return { pack, entries: buckets.flat() };
    });
  }
  if (/\.ndjson$/.test(path)) return readBuilt(path);
  const parsed = await readPack(path);
  if (!parsed.pack) {
    terminal.err(problemLines(parsed.problems, { ...terminal, colours: false }));
    terminal.err('Nothing is compared before this is mended.\n');
    return null;
  }
  const { pack, buckets } = packState(parsed.pack);
  return { pack, entries: buckets.flat() };
}

export const diff: Command = {
  name: 'diff',
  summary: 'what changed from one version of a pack to another, in words',
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [a, b, ...more] = positionals;
    if (a === undefined || b === undefined || more.length > 0)
      throw new UsageError('Name two: packs, built files or published folders.');
    const before = await contentOf(a, terminal);
    const after = before && (await contentOf(b, terminal));
    if (!before || !after) return 1;
    const ofPack = diffFields(before.pack, after.pack);
    const changes = diffEntries(before.entries, after.entries);
    if (values.json) {
      if (ofPack.length > 0)
        terminal.out(
          `${JSON.stringify({ change: 'changed', kind: 'pack', id: after.pack.pack, fields: ofPack })}\n`,
        );
      for (const change of changes) {
        const { kind, id } = change.change === 'removed' ? change.before : change.entry;
        terminal.out(`${JSON.stringify({ kind, id, ...change })}\n`);
      }
      return 0;
    }
    if (ofPack.length > 0) terminal.out(`  ~ the pack itself\n${fieldLines(ofPack)}`);
    terminal.out(changeLines(changes, styleOf(terminal)));
    const gap = changes.length + ofPack.length > 0 ? '\n' : '';
    terminal.out(
      `${gap}From ${before.entries.length} entries to ${after.entries.length}: ${changeCounts(changes)}.\n`,
    );
    return 0;
  },
};
