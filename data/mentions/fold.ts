/**
 * Folding: what makes two spellings of a word the same word.
 *
 * Case, compatibility forms (NFKC) and the accents of Latin, Greek and Cyrillic go; so do characters
 * without width and the vowel signs of Arabic and Hebrew. What tells two letters of an alphabet
 * apart stays: й is not и, ї is not і, が is not か, and the vowel signs of Indic scripts are letters.
 */
import { APOSTROPHE, classAt, classOf, MARK, SURROGATE, TRANSPARENT } from './chars';

/** Letters that Unicode does not decompose but readers take for one another. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  ı: 'i',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  ħ: 'h',
  Ħ: 'H',
  ŧ: 't',
  Ŧ: 'T',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  þ: 'th',
  Þ: 'Th',
  ð: 'd',
  Ð: 'D',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
  ٱ: 'ا',
};

/** The zeros of the decimal digits of the BMP; each is followed by its 1 to 9. */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
  0x0de6, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90,
  0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];

/**
 * The value of a decimal digit of any script.
 * @param unit a UTF-16 unit of class DIGIT
 * @returns 0 to 9; for digits outside the BMP, 0
 */
export function digitValue(unit: number): number {
  if (unit < 0x80) return unit - 0x30;
  const zero = ZEROS.findLast((z) => z <= unit) ?? unit;
  return unit - zero < 10 ? unit - zero : 0;
}

const BREVE = 0x0306;
const DIAERESIS = 0x0308;

/** Whether a mark makes another letter of its base (NFD of й, ў and ї) and so must stay. */
function distinguishes(mark: number, base: string): boolean {
  if (mark === BREVE) return 'иИуУ'.includes(base);
  return mark === DIAERESIS && 'іІ'.includes(base);
}

function isAccent(unit: number): boolean {
  return (
    (unit >= 0x0300 && unit <= 0x036f) ||
    (unit >= 0x1ab0 && unit <= 0x1aff) ||
    (unit >= 0x1dc0 && unit <= 0x1dff) ||
    (unit >= 0x20d0 && unit <= 0x20ff) ||
    (unit >= 0xfe20 && unit <= 0xfe2f)
  );
}

const PLAIN = /^[a-z0-9]*$/;
const PLAIN_ANY_CASE = /^[A-Za-z0-9]*$/;

/**
 * Folds everything but case; for terms whose case must be as written.
 * @param text any text, usually one word
 */
export function foldExceptCase(text: string): string {
  if (PLAIN_ANY_CASE.test(text)) return text;
  let folded = '';
  let base = '';
  // NFKD would make a space and an accent of the spacing accent that some write for an apostrophe.
  for (const char of text.replaceAll('\u00b4', "'").normalize('NFKD')) {
    const unit = char.charCodeAt(0);
    if (isAccent(unit)) {
      if (base !== '' && distinguishes(unit, base)) folded += char;
      continue;
    }
    base = char;
    const kind = classAt(char, 0);
    if (kind === TRANSPARENT) continue;
    if (kind === APOSTROPHE) folded += "'";
    else if (unit >= 0x0660 && /\p{Nd}/u.test(char)) folded += digitValue(unit);
    else folded += LETTERS[char] ?? char;
  }
  return folded.normalize('NFC');
}

function foldWhole(text: string): string {
  // Case goes last, so that İ (I with a dot that is dropped) and ı both end as i; a capital may
  // still lower to something decomposed or to a final sigma, hence the second pass.
  const lower = foldExceptCase(text).toLowerCase();
  return PLAIN.test(lower) ? lower : foldExceptCase(lower);
}

/** For each unit that folds to one unit whatever stands beside it, that unit; 0 where nobody asked yet. */
export const FOLDS = new Uint16Array(0x10000);
const DEPENDS = 1;

function foldOf(unit: number): number {
  const folded = foldWhole(String.fromCharCode(unit));
  const kind = classOf(unit);
  // Marks and the letters that Hangul syllables are made of join what stands before them.
  const joins = kind === MARK || kind === SURROGATE || /[\p{M}\u1100-\u11ff]/u.test(folded);
  return folded.length === 1 && !joins ? folded.charCodeAt(0) : DEPENDS;
}

/**
 * The fold of a text: two words are the same word when their folds are equal.
 * @param text any text, usually one word
 */
export function fold(text: string): string {
  let isFolded = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (FOLDS[unit] === 0) FOLDS[unit] = foldOf(unit);
    const folded = FOLDS[unit] as number;
    if (folded === DEPENDS) return foldWhole(text);
    if (folded !== unit) isFolded = false;
  }
  if (isFolded) return text;
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    folded += String.fromCharCode(FOLDS[text.charCodeAt(i)] as number);
  }
  return folded;
}
