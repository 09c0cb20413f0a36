/** Thrown with words for the reader. */
export class Said extends Error {}
