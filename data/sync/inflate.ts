/** Files as hosts send them, brought back to the bytes that were published. */
import { type Bytes, joined } from './bytes';
import { Refused } from './refused';

/** Hosts compress what is compressed already, and browsers undo one layer; nobody adds more than that. */
const MAX_LAYERS = 2;

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * Undoes gzip where there is any, whatever the host said of it: no file of ours begins like one by itself.
 * @param limit bytes that the file has inflated, as its head says
 * @param what names the file in errors
 * @throws {Refused} as soon as there are more bytes than that, or where they are no gzip after all
 */
export async function inflate(file: Bytes, limit: number, what: string): Promise<Bytes> {
  let bytes = file;
  for (let layer = 0; isGzip(bytes); layer++) {
    if (layer === MAX_LAYERS) throw new Refused('malformed', `${what} is compressed over and over`);
    bytes = await inflateOnce(bytes, limit, what);
  }
  if (bytes.length > limit) throw tooLarge(what, limit);
  return bytes;
}

const tooLarge = (what: string, limit: number) =>
  new Refused('too-large', `${what} has more than the ${limit} bytes that its head names`);

async function inflateOnce(file: Bytes, limit: number, what: string): Promise<Bytes> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Blob([file]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return joined(pieces);
      length += value.length;
      // A layer of a layer may be a little longer than what it holds.
      if (length > limit + GZIP_OVERHEAD) throw tooLarge(what, limit);
      pieces.push(value);
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('malformed', `${what} is broken gzip`, { cause: error });
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** Header and trailer of gzip, and what storing costs where nothing gets shorter (5 bytes every 64 KB). */
const GZIP_OVERHEAD = 64 * 1024;
