/** Serves a published folder on loopback, for its author's own preview. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { HEAD } from '../../sync/head';

/** The files of a published pack, and no others that may stand beside them. */
const PUBLISHED =
  /^\/(head\.json|root\/\d{1,4}\.json|s\/[0-9a-f]{64}\.ndjson\.gz|d\/\d{1,16}-\d{1,16}\.[0-9a-f]{64}\.ndjson\.gz)$/;

export interface Served {
  /** `http://127.0.0.1:PORT/` */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * @param port 0 takes a free one
 * @throws what the system says when the port is taken
 */
export async function servePublished(folder: string, port: number): Promise<Served> {
  const server = createServer(async (request, response) => {
    const [, name] = PUBLISHED.exec((request.url ?? '').split('?')[0] ?? '') ?? [];
    const path = name && join(folder, name);
    const found = path ? await stat(path).catch(() => null) : null;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!path || !found?.isFile() || !isRead) {
      response.writeHead(isRead ? 404 : 405).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': name.endsWith('.json') ? 'application/json' : 'application/gzip',
      'Content-Length': found.size,
      'Cache-Control': name === HEAD ? 'no-cache' : 'public, max-age=31536000, immutable',
      'Access-Control-Allow-Origin': '*',
    });
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(path)
        .on('error', () => response.destroy())
        .pipe(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
