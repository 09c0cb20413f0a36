/** Texts that leave the extension. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onOneLine, withoutControls } from '../../data/bidi';

describe('a text that leaves the extension', () => {
  it('has nothing in it that turns the direction of what stands beside it', () => {
    expect(withoutControls('did \u202eton\u202c say \u2066so\u2069')).toBe('did ton say so');
  });

  it('keeps the marks that Arabic and Hebrew are written with, and its lines', () => {
    expect(withoutControls('قال\u200f 12\u061c\n\tنعم')).toBe('قال\u200f 12\u061c\n\tنعم');
  });

  it('has no control characters and no halves of characters', () => {
    expect(withoutControls('a\u0000\u001b[31m\u0085b\ud83d')).toBe('a[31mb\ufffd');
  });

  it('stands on one line where it must', () => {
    expect(onOneLine(' two\r\n\u2028lines\u00a0here ')).toBe('two lines here');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = onOneLine(text);
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]|^\s|\s$/u);
        expect(onOneLine(line)).toBe(line);
      }),
    );
  });
});
