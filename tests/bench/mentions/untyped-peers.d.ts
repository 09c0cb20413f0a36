/** Peers that ship no types; what is used of them. */

declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    /** @returns for each place, the index of its last unit and all keywords that end there */
    search(text: string): [end: number, keywords: string[]][];
  }
}

declare module 'flashtext.js' {
  export default class KeywordProcessor {
    constructor(caseSensitive?: boolean);
    setNonWordBoundaries(characters: Iterable<string>): void;
    addKeyword(keyword: string): void;
    extractKeywords(text: string): string[];
  }
}
