/** The one way from the extension to the network: a host is asked one thing at a time, and each request is in the log. */
import { closeRequest, logRequest, type RequestCause } from '../../../data/store/request-log';
import type { Store } from '../../../data/store/store';
import { type Fetched, type FetchOptions, fetchFile } from '../../../data/sync/client/fetch';
import { inTurn } from '../in-turn';

const hosts = new Map<string, ReturnType<typeof inTurn>>();

/** Two requests at once would take a small host's breath, and another reader's place in its queue. */
function atHost<T>(url: string, work: () => Promise<T>): Promise<T> {
  const { host } = new URL(url);
  const turn = hosts.get(host) ?? inTurn();
  hosts.set(host, turn);
  return turn(work);
}

type Get = (url: string, limit: number) => Promise<Fetched>;

/** @param cause why anything is fetched at all, for the privacy log */
export function wire(
  { db }: Store,
  cause: RequestCause,
  { signal, redirect }: Pick<FetchOptions, 'signal' | 'redirect'>,
): Get {
  const log: FetchOptions['log'] = {
    begin: (address) => logRequest(db, { address, at: Date.now(), cause }),
    end: (line, bytes, outcome) => closeRequest(db, line, { bytes, outcome }),
  };
  return (url, limit) => atHost(url, () => fetchFile(url, limit, { signal, redirect, log }));
}
