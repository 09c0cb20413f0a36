/** Files over HTTP, as little and as carefully as can be: no cookies, no referrer, no redirect, capped and timed. */
import { type Bytes, joined } from '../bytes';
import { type NetTrouble, Unreachable } from './port';

/** A host that has said nothing for so long, or is slower than this for a whole file, is given up. */
export const TIMES = { silentMs: 20_000, wholeMs: 180_000 } as const;

/** Nobody waits longer than a day because a host says so. */
const MAX_RETRY_AFTER_S = 24 * 60 * 60;

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** While subscribing the address may lead on; later nothing may. */
  readonly redirect: 'follow' | 'error';
  readonly times?: { readonly silentMs: number; readonly wholeMs: number };
}

/** A file, and where it came from in the end. */
export interface Fetched {
  readonly bytes: Bytes;
  readonly url: string;
}

/**
 * @param limit decoded bytes, after which the rest is not read
 * @throws {Unreachable}
 */
export async function fetchFile(
  url: string,
  limit: number,
  options: FetchOptions,
): Promise<Fetched> {
  const { signal, redirect, times = TIMES } = options;
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
    if (!response.ok) throw refusal(url, response);
    const announced = Number(response.headers.get('content-length') ?? 0);
    if (announced > limit) throw tooLarge(url, limit);
    return { bytes: await read(response, limit, url, heard), url: response.url || url };
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
  heard: () => void,
): Promise<Bytes> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  try {
    while (reader) {
      const { done, value } = await reader.read();
      if (done) break;
      heard();
      length += value.length;
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
