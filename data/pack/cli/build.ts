/** `cli build PACK` */
import { parseArgs } from 'node:util';
import { joined } from '../../sync/bytes';
import { makeSnapshot } from '../../sync/snapshot';
import { lintPack } from '../lint';
import { packState } from '../publish/pack-state';
import { writeWhole } from '../publish/write-file';
import { readPack } from '../read';
import { type Command, progressOn, UsageError } from './command';
import { count, problemLines, typed } from './report';

const help = `Usage: npm run -s cli -- build PACK [-o FILE]

Writes a pack as canonical records: a line of JSON each, first the pack's own, then every entry in the
order of a published snapshot. The same pack always gives the same bytes, however it is split into
files. "diff" compares such files; "publish" makes them by itself.

  -o FILE   where to; default: standard output
  --help    this text

Exit code: 0 written, 1 the pack has errors, 2 not understood.

Example:
  npm run -s cli -- build my-pack/ -o my-pack.ndjson
`;

export const build: Command = {
  name: 'build',
  summary: 'canonical records of a pack: same input, same bytes',
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args,
      options: { output: { type: 'string', short: 'o' } },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new UsageError('Name one pack: a YAML file or a folder.');
    const progress = progressOn(terminal);
    const parsed = await readPack(path, progress);
    const { problems } = lintPack(parsed, Date.now(), progress);
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (!parsed.pack || errors.length > 0) {
      terminal.err(problemLines(errors, { ...terminal, colours: false }));
      terminal.err('Nothing is built before this is mended.\n');
      return 1;
    }
    const { files, state } = await makeSnapshot(packState(parsed.pack));
    const bytes = joined(files.map((file) => file.bytes));
    if (values.output === undefined) terminal.out(new TextDecoder().decode(bytes));
    else {
      await writeWhole(values.output, bytes);
      const what = `${count(state.count, 'entry', 'entries')}, ${count(bytes.length, 'byte')}`;
      terminal.err(`Wrote ${typed(values.output)}: ${what}, state ${state.digest}.\n`);
    }
    return 0;
  },
};
