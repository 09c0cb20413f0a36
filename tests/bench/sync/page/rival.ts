/** The natural way to keep a pack in a browser: a row a record, three indexes, whole files read again at every change. */
import Dexie, { type Table } from 'dexie';
import type { Entry } from '../../../../data/model';

const PACK = 'rival';

type Row = Entry & { readonly pack: string };

function open() {
  const db = new Dexie('rival', { chromeTransactionDurability: 'relaxed' }) as Dexie & {
    records: Table<Row, [string, string, string]>;
  };
  db.version(1).stores({ records: '[pack+kind+id], *about, *by, made' });
  return db;
}

let db = open();

async function linesAt(url: string): Promise<Entry[]> {
  const response = await fetch(url);
  if (!response.body) throw new Error(`nothing at ${url}`);
  const text = await new Response(
    response.body.pipeThrough(new DecompressionStream('gzip')),
  ).text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry);
}

/**
 * Fetches files of lines and puts every line into a row, a transaction a file; nothing is verified.
 * @returns how long it took in milliseconds, and how many rows were put
 */
async function put(urls: readonly string[]): Promise<{ ms: number; rows: number }> {
  const begun = performance.now();
  let rows = 0;
  for (const url of urls) {
    const entries = (await linesAt(url)).filter(
      ({ kind }) => (kind as string) !== 'pack' && (kind as string) !== 'drop',
    );
    await db.records.bulkPut(entries.map((entry) => ({ pack: PACK, ...entry })));
    rows += entries.length;
  }
  return { ms: performance.now() - begun, rows };
}

/** @returns how long it took to delete the pack's rows, in milliseconds */
async function remove(): Promise<number> {
  const begun = performance.now();
  await db.records
    .where(':id')
    .between([PACK], [`${PACK}\uffff`])
    .delete();
  return performance.now() - begun;
}

/** Gives its room back before others are measured. */
async function forget(): Promise<void> {
  await db.delete();
  db = open();
}

export const rival = { put, remove, forget };
