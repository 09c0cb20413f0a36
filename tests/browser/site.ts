/** The web site that browser tests visit: real HTTP on loopback, pages of our own words. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LocalServer, serve } from '../../scripts/lib/server';

const ROOT = join(import.meta.dirname, '../..');
const PAGES = join(import.meta.dirname, 'pages');

/** A page that a test makes up. */
export interface MadePage {
  readonly body: string;
  /** Default: `text/html`. All are in UTF-8. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Site extends LocalServer {
  /** Every address that was asked for, in order. */
  readonly requests: readonly string[];
  readonly url: (name: string) => string;
  /** Puts a page on the site. @returns its address */
  readonly make: (page: MadePage) => string;
}

/** `sample` is the article that `npm start` opens; the others are in `pages/`. */
const fileOf = (name: string) =>
  name === 'sample' ? join(ROOT, 'scripts/start/sample.html') : join(PAGES, `${name}.html`);

/** Headers of sites that allow nothing: the reader and the card must work there too. */
const STRICT = {
  'content-security-policy':
    "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'",
};

async function filed(pathname: string): Promise<MadePage | null> {
  const name = /^\/([a-z-]+)$/.exec(pathname)?.[1];
  const body = name && (await readFile(fileOf(name), 'utf8').catch(() => null));
  return body ? { body, ...(name === 'strict' ? { headers: STRICT } : {}) } : null;
}

export async function openSite(): Promise<Site> {
  const requests: string[] = [];
  const made: MadePage[] = [];
  const server = await serve(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    requests.push(pathname);
    const number = /^\/made\/(\d+)$/.exec(pathname)?.[1];
    const page = number ? made[Number(number)] : await filed(pathname);
    response.writeHead(page ? 200 : 404, {
      'content-type': `${page?.type ?? 'text/html'}; charset=utf-8`,
      ...page?.headers,
    });
    response.end(page?.body ?? '');
  });
  return {
    ...server,
    requests,
    url: (name) => `${server.origin}/${name}`,
    make: (page) => `${server.origin}/made/${made.push(page) - 1}`,
  };
}
