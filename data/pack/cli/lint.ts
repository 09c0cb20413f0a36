/** `cli lint PACK…` */
import { parseArgs } from 'node:util';
import { lintPack } from '../lint';
import type { ParsedPack } from '../parse';
import { readPack } from '../read';
import { type Command, progressOn, SHIPPED_PACK, UsageError } from './command';
import { problemLines, summary } from './report';

const help = `Usage: npm run -s cli -- lint [--strict] [--json] PACK…

Checks packs: a YAML file each, or a folder of YAML files. Names the file, line and record of every
problem, and what to do about it.

  --strict   warnings count as problems too
  --json     one line of JSON a problem, and nothing else, on stdout
  --help     this text

Exit code: 0 nothing wrong, 1 errors (with --strict: or warnings), 2 not understood.

Examples:
  npm run -s cli -- lint ${SHIPPED_PACK}
  npm run -s cli -- lint --strict my-pack.yaml other-pack/
`;

export const lint: Command = {
  name: 'lint',
  summary: 'check packs and say what to mend',
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args,
      options: { strict: { type: 'boolean' }, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new UsageError('Name a pack: a YAML file or a folder.');
    const progress = progressOn(terminal);
    const packs: ParsedPack[] = [];
    // One after the other: two bars at once would draw over each other.
    for (const path of positionals) packs.push(await readPack(path, progress));
    const reports = packs.map((pack) => lintPack(pack, Date.now(), progress));
    const problems = reports.flatMap((report) => report.problems);
    if (values.json) {
      for (const problem of problems) {
        terminal.out(`${JSON.stringify(problem)}\n`);
      }
    } else {
      terminal.out(problemLines(problems, terminal));
      const undated = reports.flatMap((report) => report.undated);
      terminal.out(`${problems.length > 0 ? '\n' : ''}${summary(packs, problems)}\n`);
      if (undated.length > 0) terminal.out(`Without any date: ${undated.join(', ')}.\n`);
    }
    const failing = problems.some(({ severity }) => values.strict || severity === 'error');
    return failing ? 1 : 0;
  },
};
