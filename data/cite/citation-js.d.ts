/** The parts of Citation.js that On Record uses; its packages ship no types. */
declare module '@citation-js/core/lib-mjs/util/translator.js' {
  /** Maps the properties of one format to those of another, both ways. */
  export class Translator {
    constructor(properties: readonly unknown[]);
  }
}

declare module '@citation-js/plugin-bibtex/lib-mjs/config.js' {
  const config: { format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean } };
  export default config;
}

declare module '@citation-js/plugin-bibtex/lib-mjs/output/entries.js' {
  export interface BibtexEntry {
    readonly type: string;
    readonly label: string;
    readonly properties: Readonly<Record<string, string>>;
  }
  /** @param items CSL-JSON */
  export function formatBibtex(items: readonly object[]): BibtexEntry[];
}

declare module '@citation-js/plugin-bibtex/lib-mjs/output/bibtex.js' {
  import type { BibtexEntry } from '@citation-js/plugin-bibtex/lib-mjs/output/entries.js';

  interface Wrap {
    join(text: string): string;
  }
  /** How each level of the output is wrapped. */
  export interface Dictionary {
    readonly bibliographyContainer: Wrap;
    readonly entry: Wrap;
    readonly list: Wrap;
    readonly listItem: Wrap;
  }
  export function format(entries: readonly BibtexEntry[], dictionary: Dictionary): string;
}
