/** What plugin-bibtex needs of its core is the Translator; the core itself brings node-fetch along. */
import { fileURLToPath } from 'node:url';

/** An alias of Vite. */
export const citationCore = {
  find: /^@citation-js\/core$/,
  replacement: fileURLToPath(new URL('../../data/cite/citation-core.ts', import.meta.url)),
};
