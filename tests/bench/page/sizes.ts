/** How large the scripts are that run in pages. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BEST = { level: 9 };

/**
 * @param built folder of the extension as built for people
 * @returns bytes, gzipped: what every read page runs, what is added where something is marked, and the card
 */
export function scriptSizes(built: string) {
  const size = (file: string) => {
    const path = join(built, file);
    if (!existsSync(path)) throw new Error(`the build has no ${file}`);
    return gzipSync(readFileSync(path), BEST).length;
  };
  return {
    readerGzipBytes: size('reader.js'),
    marksGzipBytes: size('marks.js'),
    cardGzipBytes: size('card.js'),
  };
}
