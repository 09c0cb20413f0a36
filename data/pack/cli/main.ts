/** The author's command line: `npm run -s cli -- COMMAND …`. */
import { Trouble } from '../publish/trouble';
import { build } from './build';
import { type Command, type ExitCode, type Terminal, UsageError } from './command';
import { diff } from './diff';
import { init } from './init';
import { keygen } from './keygen';
import { lint } from './lint';
import { publishPack } from './publish';
import { rotateKeys } from './rotate';
import { schema } from './schema';
import { serve } from './serve';
import { testPack } from './test';
import { troubleLine } from './trouble-line';
import { tryPack } from './try';
import { verify } from './verify';

/** In the order in which an author comes to need them. */
const COMMANDS: readonly Command[] = [
  init,
  lint,
  tryPack,
  testPack,
  keygen,
  publishPack,
  verify,
  serve,
  diff,
  build,
  rotateKeys,
  schema,
];

/** As `npm run` has it; the built file is called by its own name. */
const NPM = 'npm run -s cli --';

const help = `Usage: npm run -s cli -- COMMAND …

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}`).join('\n')}

  npm run -s cli -- COMMAND --help   says more of one
`;

/** What `node:util` says of an option that is not there: a TypeError with a code. */
const isArgsError = (error: unknown): error is TypeError =>
  error instanceof TypeError && 'code' in error && /^ERR_PARSE_ARGS/.test(String(error.code));

/**
 * Runs one command.
 * @param args as typed after `cli --`
 * @param calledAs what an author types before the command
 * @returns the process' exit code
 */
export async function main(
  args: readonly string[],
  given: Terminal,
  calledAs = NPM,
): Promise<ExitCode> {
  const own = (text: string) => text.replaceAll(NPM, calledAs);
  const terminal: Terminal = {
    ...given,
    out: (text) => given.out(own(text)),
    err: (text) => given.err(own(text)),
  };
  return run(args, calledAs === NPM ? given : terminal);
}

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? terminal.err : terminal.out)(help);
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    terminal.err(`There is no command "${name}".\n\n${help}`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(command.help);
    return 0;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (error instanceof Trouble) {
      terminal.err(troubleLine(error));
      return 1;
    }
    if (!(error instanceof UsageError || isArgsError(error))) throw error;
    terminal.err(`${error.message}\n\n${command.help}`);
    return 2;
  }
}
