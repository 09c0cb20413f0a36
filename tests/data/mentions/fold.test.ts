import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldExceptCase } from '../../../data/mentions/fold';

describe('words that fold alike', () => {
  test.each([
    ['the four letters i', 'İstanbul', 'istanbul'],
    ['ı without its dot', 'ısparta', 'Isparta'],
    ['ß', 'Straße', 'STRASSE'],
    ['the ligature ﬁ', 'ﬁnland', 'Finland'],
    ['full-width letters', 'ＮＡＴＯ', 'nato'],
    ['precomposed and decomposed accents', 'Besançon', 'Besanc\u0327on'],
    ['with and without accents', 'región', 'region'],
    ['ё and е', 'Королёв', 'Королев'],
    ['decomposed ё', 'е\u0308лка', 'ёлка'],
    ['all apostrophes', 'п’ять', "п'ять"],
    ['a modifier apostrophe', 'пʼять', "п'ять"],
    ['a soft hyphen', 'Kar\u00adovia', 'Karovia'],
    ['zero-width characters', 'Kar\u200bo\u200dvia\ufeff', 'Karovia'],
    ['bidi controls', '\u202bقوات\u202c', 'قوات'],
    ['Arabic alef with and without hamza', 'أوكرانيا', 'اوكرانيا'],
    ['Arabic ى and ي', 'مبنى', 'مبني'],
    ['Arabic ة and ه', 'مدينة', 'مدينه'],
    ['tatweel and harakat', 'قَوَّـات', 'قوات'],
    ['Hangul syllables and their letters', '한국', '한국'.normalize('NFD')],
    ['kana with a separate voicing mark', 'が', 'か\u3099'],
    ['half-width katakana', 'ｷﾞ', 'ギ'],
    ['final sigma', 'Αθήνας', 'ΑΘΗΝΑΣ'],
    ['Arabic-Indic digits', '٣٠٠٠', '3000'],
    ['letters outside the BMP', '𝐊arovia', 'Karovia'],
  ])('%s', (_, a, b) => {
    expect(fold(a)).toBe(fold(b));
  });
});

describe('words that stay apart', () => {
  test.each([
    ['й and и', 'йод', 'иод'],
    ['decomposed й and и', 'и\u0306од', 'иод'],
    ['ї and і', 'їсти', 'істи'],
    ['ґ and г', 'ґрати', 'грати'],
    ['voiced and unvoiced kana', 'が', 'か'],
    ['Devanagari vowel signs', 'कि', 'की'],
    ['Devanagari with and without virama', 'क्', 'क'],
  ])('%s', (_, a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });
});

test('folding but for case keeps capitals and drops accents', () => {
  expect(foldExceptCase('É.-U.')).toBe('E.-U.');
});

test('folding twice changes nothing more', () => {
  for (const text of ['İSTANBUL', 'Straße', 'ẞ', 'Ǆ', 'ΐ', 'ﬃ', '가', '½', 'Å', 'ı']) {
    expect(fold(fold(text))).toBe(fold(text));
  }
});

test('a text folds alike letter by letter and as a whole', () => {
  const letter = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('é', 'e\u0301', 'Й', 'и\u0306', 'ї', 'ß', 'İ', 'ı', 'Σ', 'ς', '군', 'ﬁ', '´'),
    fc.constantFrom('\u1100', '\u1161', '\u11a8', 'か', '\u3099', 'ｶ', 'ﾞ', 'ة', '٣', '\u00ad'),
  );
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 8 }), (letters) => {
      const text = letters.join('');
      // A mark that changes nothing makes the whole be looked at.
      const whole = fold(`${text}\u200b`);
      expect(fold(text)).toBe(whole);
    }),
    { numRuns: 5000 },
  );
});
