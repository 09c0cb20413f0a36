/** A screen of its own under Xvfb, and real keys on it: what no driver can press, a hand can. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import type { Readable } from 'node:stream';

const has = (command: string) => spawnSync('which', [command]).status === 0;

/** The commands that a display needs and that are not installed here. */
export const missingForDisplay = ['Xvfb', 'xdotool'].filter((command) => !has(command));

export interface Display {
  /** `DISPLAY`, for the environment of a browser. */
  readonly name: string;
  /** Presses keys one after another, as `xdotool key` names them: `alt+period`, `Return`. */
  readonly press: (...keys: string[]) => void;
  readonly close: () => void;
}

/** Opens a screen on the first free number. */
export async function openDisplay(): Promise<Display> {
  const server: ChildProcess = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    (server.stdio[3] as Readable).once('data', (data) => resolve(String(data).trim()));
    server.once('exit', () => reject(new Error('Xvfb did not start')));
  });
  const name = `:${number}`;
  return {
    name,
    press: (...keys) => {
      execFileSync('xdotool', ['key', '--delay', '300', ...keys], {
        env: { ...process.env, DISPLAY: name },
      });
    },
    close: () => void server.kill(),
  };
}
