/** How wide text is in a terminal, whose cells are all of one width. */

/** East Asian characters take two cells: https://www.unicode.org/reports/tr11/ */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** @returns cells */
export function widthOf(text: string): number {
  let cells = 0;
  for (const char of text) cells += NO_WIDTH.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return cells;
}

/** Spaces behind a text up to a number of cells. */
export const padded = (text: string, cells: number) =>
  text + ' '.repeat(Math.max(0, cells - widthOf(text)));
