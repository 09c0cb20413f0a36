/** A publisher's host on loopback: real HTTP, which can be told to misbehave in every way that is known. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type LocalServer, serve } from '../../../scripts/lib/server';
import { Author, FOLDER } from '../../data/sync/client/host';

/** Does something else with a request than to serve the file. */
export type Misbehaviour = (
  response: ServerResponse,
  request: IncomingMessage,
) => void | Promise<void>;

export interface PublishingHost extends LocalServer {
  readonly author: Author;
  /** Where the pack is, as readers subscribe to it. */
  readonly folder: string;
  /** Folders by name, each with its files by name; `varn` is the author's. */
  readonly folders: Map<string, ReadonlyMap<string, Uint8Array>>;
  /** By a part of a path; the first that fits. */
  readonly misbehaves: Map<string, Misbehaviour>;
  /** Paths asked for, in order. */
  readonly asked: string[];
  /** Serves a file as a well-behaved host does. */
  readonly serve: Misbehaviour;
}

export async function openHost(): Promise<PublishingHost> {
  const author = await Author.begin(new Map());
  const folders = new Map<string, ReadonlyMap<string, Uint8Array>>();
  const misbehaves = new Map<string, Misbehaviour>();
  const asked: string[] = [];
  const server = await serve(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    asked.push(pathname);
    const [, misbehaviour = serveFile] =
      [...misbehaves].find(([part]) => pathname.includes(part)) ?? [];
    return misbehaviour(response, request);
  });
  return {
    ...server,
    author,
    folder: `${server.origin}/varn/`,
    folders,
    misbehaves,
    asked,
    serve: serveFile,
  };

  function serveFile(response: ServerResponse, request: IncomingMessage) {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, name = '', file = ''] = /^\/([^/]+)\/(.*)$/.exec(pathname) ?? [];
    const bytes = name === 'varn' ? author.web.get(FOLDER + file) : folders.get(name)?.get(file);
    // As static hosts do that let others read their files.
    response.writeHead(bytes ? 200 : 404, { 'access-control-allow-origin': '*' });
    response.end(bytes);
  }
}

/** The author's files as a folder of their own holds them. */
export const copyOf = ({ web }: Author): ReadonlyMap<string, Uint8Array> =>
  new Map([...web].map(([name, bytes]) => [name.slice(FOLDER.length), bytes]));

const OPEN = { 'access-control-allow-origin': '*' };

export const answers =
  (
    status: number,
    body: string | Uint8Array = '',
    headers: Record<string, string> = {},
  ): Misbehaviour =>
  (response) => {
    response.writeHead(status, { ...OPEN, ...headers });
    response.end(body);
  };

/** A body that goes on as long as anybody reads. */
export const endless: Misbehaviour = (response) => {
  response.writeHead(200, OPEN);
  const more = Buffer.alloc(64 * 1024, 0x20);
  const push = () => {
    while (!response.destroyed && response.write(more));
    response.once('drain', push);
  };
  push();
};

/** A byte now and then, never all. */
export const slow: Misbehaviour = (response) => {
  response.writeHead(200, OPEN);
  response.write('{');
};

/** Half of what it said that it would send. */
export const cutOff =
  (whole: Uint8Array): Misbehaviour =>
  (response) => {
    response.writeHead(200, { ...OPEN, 'content-length': String(whole.length) });
    response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
  };

/** A hundred megabytes of nothing, in a hundred kilobytes. */
export const bomb = (): Uint8Array => gzipSync(Buffer.alloc(100_000_000));
