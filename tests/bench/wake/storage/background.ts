/** A worker that reads bytes from where it is told, as soon as it is awake. */
import Dexie, { type EntityTable } from 'dexie';
import { defineBackground } from 'wxt/utils/define-background';

/** The ways, each from a worker that has nothing open to an ArrayBuffer. */
export type Way = 'indexedDbBuffer' | 'indexedDbBlob' | 'opfs' | 'cache';

export type ProbeRequest =
  | { readonly write: Way; readonly megabytes: number }
  | { readonly read: Way; readonly megabytes: number };

const MEGABYTE = 1_000_000;

type Body = ArrayBuffer | Blob;

function open() {
  const db = new Dexie('probe', { chromeTransactionDurability: 'relaxed' }) as Dexie & {
    rows: EntityTable<{ megabytes: number; body: Body }, 'megabytes'>;
  };
  db.version(1).stores({ rows: 'megabytes' });
  return db;
}

/** Half of it repeats, as in an index. */
function bytesOf(megabytes: number): ArrayBuffer {
  const words = new Int32Array((megabytes * MEGABYTE) / 4);
  for (let i = 0, word = 1; i < words.length; i++) {
    word = (Math.imul(word, 1_664_525) + 1_013_904_223) | 0;
    words[i] = i % 2 === 0 ? word : word >>> 20;
  }
  return words.buffer;
}

const fileOf = async (megabytes: number, create: boolean) =>
  (await navigator.storage.getDirectory()).getFileHandle(`index-${megabytes}`, { create });
/** The cache takes no address but http and https. */
const addressOf = (megabytes: number) => `https://probe.invalid/index-${megabytes}`;

const WAYS: Readonly<
  Record<
    Way,
    {
      write(megabytes: number, bytes: ArrayBuffer): Promise<unknown>;
      read(megabytes: number): Promise<ArrayBuffer | undefined>;
    }
  >
> = {
  indexedDbBuffer: {
    write: (megabytes, body) => open().rows.put({ megabytes, body }),
    read: async (megabytes) => {
      const row = await open().rows.get(megabytes);
      return row?.body instanceof ArrayBuffer ? row.body : undefined;
    },
  },
  indexedDbBlob: {
    write: (megabytes, bytes) => open().rows.put({ megabytes, body: new Blob([bytes]) }),
    read: async (megabytes) => {
      const row = await open().rows.get(megabytes);
      return row?.body instanceof Blob ? row.body.arrayBuffer() : undefined;
    },
  },
  opfs: {
    async write(megabytes, bytes) {
      const writable = await (await fileOf(megabytes, true)).createWritable();
      await writable.write(bytes);
      await writable.close();
    },
    read: async (megabytes) => (await (await fileOf(megabytes, false)).getFile()).arrayBuffer(),
  },
  cache: {
    write: async (megabytes, bytes) =>
      (await caches.open('probe')).put(addressOf(megabytes), new Response(bytes)),
    read: async (megabytes) =>
      (await (await caches.open('probe')).match(addressOf(megabytes)))?.arrayBuffer(),
  },
};

/** @returns milliseconds */
async function run(request: ProbeRequest): Promise<number> {
  const bytes = 'write' in request ? bytesOf(request.megabytes) : null;
  const start = performance.now();
  if ('write' in request) {
    await WAYS[request.write].write(request.megabytes, bytes ?? new ArrayBuffer(0));
    return performance.now() - start;
  }
  const read = await WAYS[request.read].read(request.megabytes);
  const ms = performance.now() - start;
  if (read?.byteLength !== request.megabytes * MEGABYTE) throw new Error('not what was written');
  return ms;
}

export default defineBackground(() => {
  chrome.runtime.onMessage.addListener((request: ProbeRequest, _sender, reply) => {
    run(request).then(
      (ms) => reply({ ms }),
      (error) => reply({ error: String(error) }),
    );
    return true;
  });
});
