import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchFile } from '../../../../data/sync/client/fetch';
import { Unreachable } from '../../../../data/sync/client/port';
import { type LocalServer, serve } from '../../../../scripts/lib/server';

let host: LocalServer;
const asked: string[] = [];
beforeEach(async () => {
  asked.length = 0;
  host = await serve((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/led') response.writeHead(302, { location: '/file' }).end();
    else if (request.url === '/gone') response.writeHead(404).end('nothing here');
    else if (request.url === '/quiet') response.writeHead(200).write('abc');
    else response.writeHead(200).end('0123456789');
  });
});
afterEach(() => host.close());

type Line = { address: string; bytes?: number; outcome?: string };

function logged() {
  const lines: Line[] = [];
  const log = {
    begin: async (address: string) => lines.push({ address }) - 1,
    end: async (line: number, bytes: number, outcome: string) => {
      Object.assign(lines[line] as Line, { bytes, outcome });
    },
  };
  return { lines, log };
}

const get = (
  path: string,
  log: ReturnType<typeof logged>['log'],
  limit = 1000,
  stop?: AbortSignal,
) =>
  fetchFile(host.origin + path, limit, {
    signal: stop ?? new AbortController().signal,
    redirect: 'follow',
    log,
  });

describe('the log of what is fetched', () => {
  it('has a line of each request, with its decoded bytes', async () => {
    const { lines, log } = logged();
    await get('/file', log);
    expect(lines).toEqual([{ address: `${host.origin}/file`, bytes: 10, outcome: 'ok' }]);
  });

  it('has where a redirect led on a line of its own', async () => {
    const { lines, log } = logged();
    await get('/led', log);
    expect(lines).toEqual([
      { address: `${host.origin}/led`, bytes: 0, outcome: 'redirect' },
      { address: `${host.origin}/file`, bytes: 10, outcome: 'ok' },
    ]);
  });

  it('says why nothing came', async () => {
    const { lines, log } = logged();
    await expect(get('/gone', log)).rejects.toThrow(Unreachable);
    await expect(get('/file', log, 5)).rejects.toThrow(Unreachable);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['not-found', 'too-large']);
  });

  it('says what was stopped, and how far it was', async () => {
    const { lines, log } = logged();
    const stop = new AbortController();
    const fetched = get('/quiet', log, 1000, stop.signal);
    await expect.poll(() => asked).toEqual(['/quiet']);
    stop.abort();
    await expect(fetched).rejects.toThrow();
    expect(lines[0]?.outcome).toBe('stopped');
  });

  it('has its line before anything is sent: where it cannot be written, nothing is', async () => {
    const { log } = logged();
    const full = { ...log, begin: () => Promise.reject(new Error('no room')) };
    await expect(get('/file', full)).rejects.toThrow('no room');
    expect(asked).toEqual([]);
  });
});
