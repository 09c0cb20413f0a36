/**
 * Stands for `@citation-js/core` where plugin-bibtex asks for it (scripts/lib/citation-core.ts): of the
 * core it needs the translator, and the core itself brings along what fetches from addresses.
 */
import { Translator } from '@citation-js/core/lib-mjs/util/translator.js';

export const util = { Translator };
