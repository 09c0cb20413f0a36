/**
 * The privacy log: every request that the extension made. The one function that fetches writes it (see
 * data/sync/client/fetch.ts); the bundled packs and the locale files are read from the extension itself and are no requests.
 */
import type { Database } from './schema';

/** Why a request was made: the reader asked what an address offers, agreed to it, pressed "Check", the alarm went, or the account brought a subscription. */
export type RequestCause = 'offer' | 'subscribe' | 'check' | 'alarm' | 'account';

/** One request, as it ended. */
export interface RequestRow {
  readonly id: number;
  readonly address: string;
  /** When it was sent, in milliseconds since 1970 UTC. */
  readonly at: number;
  /** Decoded bytes that were read. */
  readonly bytes: number;
  readonly cause: RequestCause;
  /** Null where it is not known yet: the worker was stopped in the middle. `ok`, or a trouble of `Unreachable`, or `stopped`. */
  readonly outcome: string | null;
}

/** Some months of a few packs; more would only make the list long. */
const MAX_REQUESTS = 5000;
/** Every so many requests the oldest go, rather than one at a time. */
const TRIM_EVERY = 100;

/** To be called before a request is sent, so that none is missing. @returns its number in the log */
export async function logRequest(
  { requests }: Database,
  request: Pick<RequestRow, 'address' | 'at' | 'cause'>,
): Promise<number> {
  const id = await requests.add({ ...request, bytes: 0, outcome: null });
  if (id % TRIM_EVERY === 0)
    await requests
      .where('id')
      .below(id - MAX_REQUESTS)
      .delete();
  return id;
}

/** To be called once it has ended. */
export async function closeRequest(
  { requests }: Database,
  id: number,
  ended: Pick<RequestRow, 'bytes' | 'outcome'>,
): Promise<void> {
  await requests.update(id, ended);
}

/** @returns the last requests, newest first, and how many there are */
export async function listRequests(
  { requests }: Database,
  limit: number,
): Promise<{ total: number; rows: RequestRow[] }> {
  const [total, rows] = await Promise.all([
    requests.count(),
    requests.orderBy('id').reverse().limit(limit).toArray(),
  ]);
  return { total, rows };
}

export async function clearRequests({ requests }: Database): Promise<void> {
  await requests.clear();
}
