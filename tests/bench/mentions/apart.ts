/** Work in a process of its own: a cold start for what is to be cold, a bound for what may not end. */
import { type ChildProcess, fork } from 'node:child_process';
import { READY, type Task, type TaskName, type Tasks } from './tasks';

export class OutOfBounds extends Error {
  override readonly name = 'OutOfBounds';
}

export interface Bounds {
  /** Of V8's heap, in MB. */
  readonly heapMb: number;
  /** From READY on; none when left out. */
  readonly seconds?: number;
}

/** What a process did last, in the words of V8 where it died of its heap. */
const reasonOf = (errors: string) =>
  /heap out of memory|Reached heap limit/.test(errors)
    ? 'heap is full'
    : (/^\w*Error: .*$/m.exec(errors)?.[0] ?? 'died').slice(0, 80);

/**
 * Does a task in a fresh process.
 * @throws OutOfBounds when it takes too long, needs too much memory or fails
 */
export function apart<N extends TaskName>(
  name: N,
  input: Parameters<Tasks[N]>[0],
  { heapMb, seconds }: Bounds,
): Promise<ReturnType<Tasks[N]>> {
  const child: ChildProcess = fork(new URL('./task-process.ts', import.meta.url), {
    execArgv: [
      '--import',
      import.meta.resolve('tsx'),
      `--max-old-space-size=${heapMb}`,
      '--expose-gc',
    ],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    let errors = '';
    let timer: NodeJS.Timeout | undefined;
    let answered = false;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('message', (message: { result: ReturnType<Tasks[N]> } | typeof READY) => {
      if (message === READY) {
        if (seconds === undefined) return;
        timer = setTimeout(() => {
          reject(new OutOfBounds(`longer than ${seconds} s`));
          child.kill('SIGKILL');
        }, seconds * 1000);
        return;
      }
      answered = true;
      resolve(message.result);
    });
    child.on('exit', () => {
      clearTimeout(timer);
      if (!answered) reject(new OutOfBounds(reasonOf(errors)));
    });
    child.on('error', reject);
    child.send({ name, input } satisfies Task);
  });
}
