/**
 * Characters that turn the direction of the text after them (Unicode UAX #9: embeddings, overrides,
 * isolates). In a text that is pasted elsewhere they would turn what others write beside it.
 */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** Other characters that nobody sees and programs act upon; tabs and line ends are white space. */
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu;

/**
 * A text as it may leave the extension. The marks that only say which way a neighbour runs (U+200E,
 * U+200F, U+061C) stay: honest Arabic and Hebrew has them.
 */
export const withoutControls = (text: string): string =>
  text.toWellFormed().replace(TURNING, '').replace(CONTROLS, '');

/** The same on one line. */
export const onOneLine = (text: string): string =>
  withoutControls(text).replace(/\s+/g, ' ').trim();
