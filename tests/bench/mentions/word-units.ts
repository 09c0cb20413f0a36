/** What belongs to a word, for the floors, the peers and the check of what they find. */

/** 1 for UTF-16 units of letters, their marks and digits, and for surrogates; else 0. */
export const WORD_UNITS = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  /[\p{L}\p{M}\p{N}\p{Cs}]/u.test(String.fromCharCode(unit)) ? 1 : 0,
);

/** Whether a word neither begins before nor goes on behind a stretch of text. */
export function standsAlone(text: string, start: number, end: number): boolean {
  if (start > 0 && WORD_UNITS[text.charCodeAt(start - 1)] === 1) return false;
  return end >= text.length || WORD_UNITS[text.charCodeAt(end)] === 0;
}
