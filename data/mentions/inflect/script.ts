/** Which scripts a folded word is in, by ranges: a regular expression of Unicode takes milliseconds to make. */

export const LATIN = 1;
export const CYRILLIC = 2;
export const ARABIC = 4;
export const HANGUL = 8;

/** First and last unit of each range, and its script. */
const RANGES: readonly (readonly [first: number, last: number, script: number])[] = [
  [0xc0, 0x2af, LATIN],
  [0x400, 0x52f, CYRILLIC],
  [0x600, 0x6ff, ARABIC],
  [0x750, 0x77f, ARABIC],
  [0x870, 0x8ff, ARABIC],
  [0x1100, 0x11ff, HANGUL],
  [0x1c80, 0x1c8f, CYRILLIC],
  [0x1e00, 0x1eff, LATIN],
  [0x2c60, 0x2c7f, LATIN],
  [0x3131, 0x318e, HANGUL],
  [0xa640, 0xa69f, CYRILLIC],
  [0xa722, 0xa7ff, LATIN],
  [0xa960, 0xa97f, HANGUL],
  [0xac00, 0xd7fb, HANGUL],
];

function scriptOf(unit: number): number {
  if (unit < 0x80) return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a ? LATIN : 0;
  for (const [first, last, script] of RANGES) if (unit <= last) return unit >= first ? script : 0;
  return 0;
}

/**
 * @param word a folded word
 * @returns the bits of the scripts that it has letters of
 */
export function scriptsOf(word: string): number {
  let scripts = 0;
  for (let i = 0; i < word.length; i++) scripts |= scriptOf(word.charCodeAt(i));
  return scripts;
}
