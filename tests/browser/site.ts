/** The web site that browser tests visit: real HTTP on loopback, pages of our own words. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LocalServer, serve } from '../../scripts/lib/server';

const ROOT = join(import.meta.dirname, '../..');
const PAGES = join(import.meta.dirname, 'pages');

export interface Site extends LocalServer {
  /** Every address that was asked for, in order. */
  readonly requests: readonly string[];
  readonly url: (name: string) => string;
}

/** `sample` is the article that `npm start` opens; the others are in `pages/`. */
const fileOf = (name: string) =>
  name === 'sample' ? join(ROOT, 'scripts/start/sample.html') : join(PAGES, `${name}.html`);

/** Headers of sites that allow nothing: the reader and the card must work there too. */
const STRICT = {
  'content-security-policy':
    "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'",
};

export async function openSite(): Promise<Site> {
  const requests: string[] = [];
  const server = await serve(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    requests.push(pathname);
    const name = /^\/([a-z-]+)$/.exec(pathname)?.[1];
    const html = name && (await readFile(fileOf(name), 'utf8').catch(() => null));
    response.writeHead(html ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      ...(name === 'strict' ? STRICT : {}),
    });
    response.end(html || '');
  });
  return { ...server, requests, url: (name) => `${server.origin}/${name}` };
}
