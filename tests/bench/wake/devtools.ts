/**
 * Chromium's debugger over a pipe, and nothing more. Playwright and Puppeteer attach to every service
 * worker that starts, and hold it until they have: a worker must be timed with nobody attached.
 * https://chromedevtools.github.io/devtools-protocol/
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

type Fields = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Fields;
  readonly result?: Fields;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

/** A line to the browser, or to one of its pages. */
export interface Devtools {
  /** @throws {Error} with the browser's words */
  send<T = unknown>(method: string, params?: Fields): Promise<T>;
  /** Listens until the returned function is called. */
  on(method: string, listener: (params: never) => void): () => void;
  /** @returns the line to another target of the same browser */
  session(id: string): Devtools;
}

export interface Debugged extends Devtools {
  /** Ends the browser and waits until it has. */
  close(): Promise<void>;
}

/** The descriptors that `--remote-debugging-pipe` reads and writes. */
const TO_BROWSER = 3;
const FROM_BROWSER = 4;

interface Listener {
  readonly method: string;
  readonly session: string | undefined;
  readonly listener: (params: never) => void;
}

/**
 * Starts a browser.
 * @param args its switches; the pipe is added
 */
export function startDebugged(executable: string, args: readonly string[]): Debugged {
  const browser = spawn(executable, ['--remote-debugging-pipe', ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const waiting = new Map<number, { done(result: never): void; failed(error: Error): void }>();
  const listeners = new Set<Listener>();
  let sent = 0;

  const receive = ({ id, method, params, result, error, sessionId }: Message) => {
    if (id !== undefined) {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error) asked?.failed(new Error(error.message));
      else asked?.done(result as never);
      return;
    }
    for (const one of listeners) {
      if (one.method === method && one.session === sessionId) one.listener(params as never);
    }
  };
  eachMessage(browser.stdio[FROM_BROWSER] as Readable, receive);
  const gone = untilGone(browser);
  void gone.then(() => {
    for (const { failed } of waiting.values()) failed(new Error('the browser is gone'));
  });

  const line = (session?: string): Devtools => ({
    send: <T>(method: string, params: Fields = {}) =>
      new Promise<T>((done, failed) => {
        const id = ++sent;
        waiting.set(id, { done: done as (result: never) => void, failed });
        const message = { id, method, params, ...(session ? { sessionId: session } : {}) };
        (browser.stdio[TO_BROWSER] as Writable).write(`${JSON.stringify(message)}\0`);
      }),
    on(method, listener) {
      const entry = { method, session, listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    session: line,
  });
  const top = line();
  return {
    ...top,
    async close() {
      await top.send('Browser.close').catch(() => {});
      await gone;
    },
  };
}

const untilGone = (browser: ChildProcess) =>
  new Promise<void>((resolve) => {
    browser.once('exit', () => resolve());
    browser.once('error', () => resolve());
  });

/** Messages are JSON, each with a zero byte behind it. */
function eachMessage(stream: Readable, receive: (message: Message) => void): void {
  let pieces: Buffer[] = [];
  stream.on('data', (data: Buffer) => {
    let start = 0;
    for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, start)) {
      pieces.push(data.subarray(start, end));
      receive(JSON.parse(Buffer.concat(pieces).toString()) as Message);
      pieces = [];
      start = end + 1;
    }
    pieces.push(data.subarray(start));
  });
}
