/** What only a terminal with somebody at it can do. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import ProgressBar from 'progress';

/** Ends as the shell says for Ctrl+C. */
const INTERRUPTED = 130;

/**
 * Asks for a line without showing it.
 * @param input a terminal
 */
export function readSecret(
  question: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<string> {
  output.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: silent, terminal: true, historySize: 0 });
  return new Promise((resolve) => {
    lines.once('SIGINT', () => {
      output.write('\n');
      process.exit(INTERRUPTED);
    });
    lines.once('line', (line) => {
      lines.close();
      output.write('\n');
      resolve(line);
    });
  });
}

/** In cells. */
const BAR_WIDTH = 40;

/** @returns to be called `total` times; the bar goes when it is full */
export function progressBar(label: string, total: number, stream: NodeJS.WritableStream) {
  const bar = new ProgressBar(`${label} :bar :current/:total`, {
    total,
    width: BAR_WIDTH,
    complete: '█',
    incomplete: '░',
    clear: true,
    stream,
  });
  bar.render();
  return () => bar.tick();
}
