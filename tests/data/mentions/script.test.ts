import { expect, test } from 'vitest';
import { fold } from '../../../data/mentions/fold';
import { ARABIC, CYRILLIC, HANGUL, LATIN, scriptsOf } from '../../../data/mentions/inflect/script';

/** Phonetic signs and turned letters: of no language that anybody writes. */
const STRANGE = /[\u1d00-\u1dbf\u2132\u214e\u2183\u2184\ua788\uab30-\uab6f]/;

const SCRIPTS = [
  ['Latin', LATIN, /\p{Script=Latin}/u],
  ['Cyrillic', CYRILLIC, /\p{Script=Cyrillic}/u],
  ['Arabic', ARABIC, /\p{Script=Arabic}/u],
  ['Hangul', HANGUL, /\p{Script=Hangul}/u],
] as const;

test.each(SCRIPTS)('%s letters are told as Unicode tells them, once folded', (_, bit, property) => {
  const wrong: string[] = [];
  for (let unit = 0; unit < 0xfb00; unit++) {
    const char = String.fromCharCode(unit);
    if (!/\p{L}/u.test(char) || STRANGE.test(char) || STRANGE.test(fold(char))) continue;
    const folded = fold(char);
    const isOf = property.test(folded) && /\p{L}/u.test(folded);
    if (((scriptsOf(folded) & bit) !== 0) !== isOf) wrong.push(`${char} U+${unit.toString(16)}`);
  }
  expect(wrong).toEqual([]);
});
