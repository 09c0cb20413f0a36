/** Links that lead to a passage. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textFragment } from '../../../data/quote/fragment';

const PAGE = 'https://gazette.example/bridge';
const quote = (exact: string, prefix: string | null = null, suffix: string | null = null) => ({
  exact,
  prefix,
  suffix,
});

/** The other way, by the grammar of the specification: splits at what parts terms, then decodes. */
function read(link: string) {
  const directive = link.slice(link.indexOf(':~:text=') + ':~:text='.length);
  const terms = directive.split('&')[0]?.split(',') ?? [];
  const prefix = terms[0]?.endsWith('-') ? terms.shift()?.slice(0, -1) : undefined;
  const suffix = terms.at(-1)?.startsWith('-') ? terms.pop()?.slice(1) : undefined;
  const decode = (term: string | undefined) =>
    term === undefined ? null : decodeURIComponent(term);
  return { terms: terms.length, ...quote(decode(terms[0]) ?? '', decode(prefix), decode(suffix)) };
}

describe('a link to a passage', () => {
  it('names the words, and those around them', () => {
    expect(textFragment(PAGE, quote('two thousand lorries'))).toBe(
      `${PAGE}#:~:text=two%20thousand%20lorries`,
    );
    expect(textFragment(PAGE, quote('two thousand', 'at least', 'a day'))).toBe(
      `${PAGE}#:~:text=at%20least-,two%20thousand,-a%20day`,
    );
  });

  it('encodes what parts the terms of a directive, and what programs take for the end of a link', () => {
    expect(textFragment(PAGE, quote('12,000 – two-thirds (R&D)'))).toBe(
      `${PAGE}#:~:text=12%2C000%20%E2%80%93%20two%2Dthirds%20%28R%26D%29`,
    );
  });

  it('keeps the fragment that the address has', () => {
    expect(textFragment(`${PAGE}#s2`, quote('shut'))).toBe(`${PAGE}#s2:~:text=shut`);
    expect(textFragment(`${PAGE}#`, quote('shut'))).toBe(`${PAGE}#:~:text=shut`);
  });

  it('leaves soft hyphens and line ends out: the browser finds words', () => {
    expect(textFragment(PAGE, quote('two\u00a0thou\u00adsand\nlorries '))).toBe(
      `${PAGE}#:~:text=two%20thousand%20lorries`,
    );
  });

  it('is not made where it would lead nowhere', () => {
    expect(textFragment(`${PAGE}#:~:text=else`, quote('shut'))).toBeNull();
    expect(textFragment('javascript:alert(1)', quote('shut'))).toBeNull();
    expect(textFragment('no address', quote('shut'))).toBeNull();
    expect(textFragment(PAGE, quote('…'))).toBeNull();
    expect(textFragment(PAGE, quote('가'.repeat(300)))).toBeNull();
  });

  it('is read back as it was meant, whatever is quoted, and changes nothing else of the address', () => {
    const words = fc
      .string({ unit: 'binary', maxLength: 40 })
      .map((text) => text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '').replace(/\s+/g, ' '))
      .map((text) => text.trim());
    fc.assert(
      fc.property(words, words, words, (prefix, rest, suffix) => {
        const exact = `a${rest}`;
        const link = textFragment(PAGE, quote(exact, prefix, suffix));
        if (link === null) return false;
        expect(new URL(link).pathname).toBe('/bridge');
        // Browsers take the address through this before they read the directive.
        expect(read(new URL(link).href)).toEqual({
          terms: 1,
          exact,
          prefix: prefix || null,
          suffix: suffix || null,
        });
        return true;
      }),
    );
  });
});
