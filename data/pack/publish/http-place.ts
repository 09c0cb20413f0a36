/** A published pack as a host serves it over HTTP, and what of its answers is worth knowing. */
import type { Bytes } from '../../sync/bytes';
import { joined } from '../../sync/bytes';
import { HEAD } from '../../sync/head';
import type { Place } from './place';
import { Trouble } from './trouble';
import type { Finding } from './trying';

/** A host that takes longer for a file of this size is of no use to readers either. */
const TIMEOUT_MS = 30_000;

/** Hosts may answer differently to browsers, which say where they come from. */
const ORIGIN = 'https://reader.example';

/** What a head's cache may be old, in seconds: corrections shall reach readers within hours. */
const MAX_HEAD_AGE = 3600;

/** What a host said of a file. */
interface Answer {
  readonly name: string;
  readonly headers: Headers;
  /** After what HTTP itself undid. */
  readonly isGzip: boolean;
}

export interface HttpPlace extends Place {
  /** To be asked once files were fetched. */
  findings(): Finding[];
}

/** @param folder ends in "/" */
export function httpPlace(folder: string): HttpPlace {
  const answers: Answer[] = [];
  return {
    name: folder,
    async get(name, limit) {
      const url = folder + name;
      const response = await answerOf(url);
      if (response.status === 404 || response.status === 410) {
        await response.body?.cancel();
        return null;
      }
      refuseStatus(response, url);
      const bytes = await bytesOf(response, url, limit);
      answers.push({
        name,
        headers: response.headers,
        isGzip: bytes[0] === 0x1f && bytes[1] === 0x8b,
      });
      return bytes;
    },
    findings: () => answers.flatMap(findingsOf),
  };
}

async function answerOf(url: string): Promise<Response> {
  try {
    return await fetch(url, {
      redirect: 'manual',
      headers: { Origin: ORIGIN },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw unreachable(url, error);
  }
}

function unreachable(url: string, error: unknown): Trouble {
  if (error instanceof Error && error.name === 'TimeoutError') {
    const message = `no whole answer in ${TIMEOUT_MS / 1000} seconds`;
    return new Trouble(url, message, 'Try again, or from elsewhere', { cause: error });
  }
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return new Trouble(url, `the host cannot be reached${code}`, 'Check the address', {
    cause: error,
  });
}

function refuseStatus({ status, headers }: Response, url: string): void {
  if (status >= 300 && status < 400) {
    const to = headers.get('location') ?? 'nowhere';
    throw new Trouble(
      url,
      `the host sends readers on to ${to}, and they do not follow`,
      'Have the files served here; give readers the address that they are served from',
    );
  }
  if (status !== 200) {
    const wait = headers.get('retry-after');
    throw new Trouble(
      url,
      `the host answers with status ${status}`,
      wait ? `It asks to try again after ${wait}` : 'Look at what the host says of it',
    );
  }
}

async function bytesOf(response: Response, url: string, limit: number): Promise<Bytes> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of response.body ?? []) {
      length += piece.length;
      if (length > limit) {
        const message = `the host sends more than the ${limit} bytes that there may be`;
        throw new Trouble(url, message, 'Upload the folder again');
      }
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof Trouble ? error : unreachable(url, error);
  }
  const bytes = joined(pieces);
  if (/text\/html/.test(response.headers.get('content-type') ?? '') && bytes[0] === 0x3c) {
    const message = 'the host answers with a web page';
    const mend = 'Check the address; some hosts show a page in place of a file that is missing';
    throw new Trouble(url, message, mend);
  }
  return bytes;
}

function findingsOf({ name, headers, isGzip }: Answer): Finding[] {
  const findings: Finding[] = [];
  const say = (message: string, mend: string) =>
    findings.push({ severity: 'warning', file: name, message, mend });
  if (name === HEAD) {
    const allowed = headers.get('access-control-allow-origin');
    if (allowed !== '*' && allowed !== ORIGIN) {
      say(
        'the host does not let browsers fetch this from elsewhere (CORS): readers are asked for leave for this host',
        'Have it send Access-Control-Allow-Origin: *',
      );
    }
    const cache = headers.get('cache-control') ?? '';
    const ages = [...cache.matchAll(/max-?age=(\d+)/g)].map(([, seconds]) => Number(seconds));
    const age = Math.max(0, ...ages);
    if (/immutable/.test(cache) || age > MAX_HEAD_AGE) {
      say(
        `the host lets caches keep this for long (Cache-Control: ${cache}): corrections come late`,
        `Have it send Cache-Control: no-cache for ${HEAD}`,
      );
    }
  } else if (isGzip && headers.has('content-encoding')) {
    say(
      'the host compresses this once more, which costs time and saves nothing',
      'Switch compression off for .gz files',
    );
  }
  return findings;
}
