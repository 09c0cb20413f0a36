/** Runs the command line in this process. */
import { main } from './main';
import { progressBar, readSecret } from './tty';

// npm starts scripts in the project's folder; paths are meant as typed, from where the author is.
const { INIT_CWD, npm_lifecycle_event, NO_COLOR } = process.env;
if (INIT_CWD && npm_lifecycle_event === 'cli') process.chdir(INIT_CWD);

// `cli … | head` closes the pipe early; that is no failure.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
  throw error;
});

const { stdin, stderr } = process;
const isWatched = stderr.isTTY === true;

process.exitCode = await main(
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(text),
    err: (text) => stderr.write(text),
    colours: process.stdout.isTTY === true && !NO_COLOR,
    ...(isWatched &&
      stdin.isTTY && { secret: (question: string) => readSecret(question, stdin, stderr) }),
    ...(isWatched && {
      progress: (label: string, total: number) => progressBar(label, total, stderr),
    }),
  },
  import.meta.url.endsWith('.ts') ? undefined : 'on-record',
);
