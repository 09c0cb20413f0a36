/** Files over HTTP, as little and as carefully as can be: no cookies, no referrer, no redirect, capped and timed. */
import { type Bytes, joined } from '../bytes';
import { type NetTrouble, Unreachable } from './port';

/** A host that has said nothing for so long, or is slower than this for a whole file, is given up. */
export const TIMES = { silentMs: 20_000, wholeMs: 180_000 } as const;

/** Nobody waits longer than a day because a host says so. */
const MAX_RETRY_AFTER_S = 24 * 60 * 60;

/** Where every request is put down: before it is sent, and as it ended. */
export interface RequestLog {
  /** @returns the number of the line */
  begin(address: string): Promise<number>;
  /**
   * @param bytes decoded bytes that were read
   * @param outcome `ok`, the trouble it met, `redirect` where the next line goes on, or `stopped`
   */
  end(line: number, bytes: number, outcome: string): Promise<void>;
}

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** Nothing is sent that it has not taken down. */
  readonly log: RequestLog;
  /** While subscribing the address may lead on; later nothing may. */
  readonly redirect: 'follow' | 'error';
  readonly times?: { readonly silentMs: number; readonly wholeMs: number };
}

/** A file, and where it came from in the end. */
export interface Fetched {
  readonly bytes: Bytes;
  readonly url: string;
}

/** The line of the log that a request is at. */
interface Line {
  number: number;
  bytes: number;
}

/**
 * @param limit decoded bytes, after which the rest is not read
 * @throws {Unreachable}
 * @throws what the log throws; then nothing was sent
 */
export async function fetchFile(
  url: string,
  limit: number,
  options: FetchOptions,
): Promise<Fetched> {
  const { log } = options;
  const line: Line = { number: await log.begin(url), bytes: 0 };
  let outcome = 'stopped';
  try {
    const fetched = await load(url, limit, options, line);
    outcome = 'ok';
    return fetched;
  } catch (error) {
    if (error instanceof Unreachable) outcome = error.trouble;
    throw error;
  } finally {
    await log.end(line.number, line.bytes, outcome);
  }
}

async function load(
  url: string,
  limit: number,
  options: FetchOptions,
  line: Line,
): Promise<Fetched> {
  const { signal, redirect, log, times = TIMES } = options;
  const silence = new AbortController();
  let alarm: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(alarm);
    alarm = setTimeout(() => silence.abort(), times.silentMs);
  };
  const late = AbortSignal.any([silence.signal, AbortSignal.timeout(times.wholeMs)]);
  heard();
  try {
    const response = await fetch(url, {
      // The browser asks whether it has changed, and answers itself where it has not.
      cache: 'no-cache',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect,
      signal: AbortSignal.any([signal, late]),
    });
    if (response.redirected) {
      // Where it led on the way there no browser tells.
      await log.end(line.number, 0, 'redirect');
      line.number = await log.begin(response.url);
    }
    if (!response.ok) throw refusal(url, response);
    const announced = Number(response.headers.get('content-length') ?? 0);
    if (announced > limit) throw tooLarge(url, limit);
    const count = (bytes: number) => {
      line.bytes = bytes;
      heard();
    };
    return { bytes: await read(response, limit, url, count), url: response.url || url };
  } catch (error) {
    if (error instanceof Unreachable) throw error;
    signal.throwIfAborted();
    if (late.aborted)
      throw new Unreachable('timeout', `${url} did not come in time`, null, { cause: error });
    // A redirect that is not followed, a host that is not there and a network that is gone look the same.
    throw new Unreachable('offline', `${url} cannot be reached`, null, { cause: error });
  } finally {
    clearTimeout(alarm);
  }
}

async function read(
  response: Response,
  limit: number,
  url: string,
  count: (bytes: number) => void,
): Promise<Bytes> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  try {
    while (reader) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      count(length);
      if (length > limit) throw tooLarge(url, limit);
      pieces.push(value);
    }
  } finally {
    // Closes the connection of a body that never ends.
    reader?.cancel().catch(() => {});
  }
  return joined(pieces);
}

const tooLarge = (url: string, limit: number) =>
  new Unreachable('too-large', `${url} has more than ${limit} bytes`);

function refusal(url: string, { status, headers }: Response): Unreachable {
  const trouble: NetTrouble =
    status === 404 || status === 410
      ? 'not-found'
      : status === 429 || status === 503
        ? 'busy'
        : status >= 300 && status < 400
          ? 'redirect'
          : 'status';
  return new Unreachable(
    trouble,
    `${url} answered ${status}`,
    secondsOf(headers.get('retry-after')),
  );
}

/** Seconds or a date (RFC 9110 §10.2.3); null where the host says nothing that can be read. */
function secondsOf(retryAfter: string | null): number | null {
  if (retryAfter === null) return null;
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), MAX_RETRY_AFTER_S) : null;
}
