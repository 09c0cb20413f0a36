/** The author's command line: `npm run -s cli -- COMMAND …`. */
import { type Command, type ExitCode, type Terminal, UsageError } from './command';
import { lint } from './lint';
import { schema } from './schema';
import { testPack } from './test';
import { tryPack } from './try';

const COMMANDS: readonly Command[] = [lint, tryPack, testPack, schema];

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
 * @returns the process' exit code
 */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
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
    if (!(error instanceof UsageError || isArgsError(error))) throw error;
    terminal.err(`${error.message}\n\n${command.help}`);
    return 2;
  }
}
