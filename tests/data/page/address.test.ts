import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableAddress } from '../../../data/page/address';

const ARTICLE = 'https://news.example/world/the-dam-has-cracked';

describe('one article', () => {
  it.each([
    ['http://news.example/world/the-dam-has-cracked'],
    ['https://www.news.example/world/the-dam-has-cracked'],
    ['https://NEWS.example:443/world/the-dam-has-cracked/'],
    ['https://news.example./world/the-dam-has-cracked'],
    ['https://m.news.example/world/the-dam-has-cracked'],
    ['https://amp.news.example/world/the-dam-has-cracked'],
    ['https://news.example/world/the-dam-has-cracked/amp'],
    ['https://news.example/world/the-dam-has-cracked/amp/'],
    ['https://news.example/amp/world/the-dam-has-cracked'],
    ['https://news.example/world/the-dam-has-cracked.amp.html'],
    ['https://news.example/world/the-dam-has-cracked?amp=1'],
    ['https://news-example.cdn.ampproject.org/c/s/news.example/world/the-dam-has-cracked'],
    ['https://www.google.com/amp/s/www.news.example/world/the-dam-has-cracked'],
    ['https://news.example/world/the-dam-has-cracked#comments'],
    ['https://news.example/world/the-dam-has-cracked#:~:text=cracked'],
    ['https://news.example/world/the-dam-has-cracked?utm_source=a&utm_medium=b&fbclid=c'],
    ['https://news.example/world/the-dam-has-cracked?'],
    ['https://news.example/world/the-dam-has-cracked/index.html'],
    ['https://news.example/world/the%2Ddam%2dhas-cracked'],
    ['https://news.example/world/../world/the-dam-has-cracked'],
  ])('%s', (address) => {
    expect(comparableAddress(address)).toBe(comparableAddress(ARTICLE));
  });

  it.each([
    ['https://news.example/дамба', 'https://news.example/%d0%b4%d0%b0%d0%bc%d0%b1%d0%b0'],
    ['https://news.example/caf\u00e9', 'https://news.example/cafe\u0301'],
    ['https://bücher.example/a', 'https://xn--bcher-kva.example/a'],
    ['https://news.example/a?id=3&x=1', 'https://news.example/a?x=1&utm_term=q&id=3'],
    ['https://news.example/index.php?id=3', 'https://news.example/?id=3'],
    ['https://news.example/', 'https://news.example'],
  ])('%s and %s', (one, other) => {
    expect(comparableAddress(one)).toBe(comparableAddress(other));
  });
});

describe('two articles', () => {
  it.each([
    ['https://news.example/a?id=3', 'https://news.example/a?id=4'],
    ['https://news.example/a', 'https://news.example/A'],
    ['https://news.example/a', 'https://other.example/a'],
    ['https://news.example/a', 'https://blog.news.example/a'],
    ['https://news.example:8080/a', 'https://news.example/a'],
    ['https://news.example/topics/amp', 'https://news.example/topics'],
    ['https://news.example/a%2Fb', 'https://news.example/a/b'],
    ['https://news.example/a%252Fb', 'https://news.example/a%2Fb'],
    ['https://news.example/a%3Fid=3', 'https://news.example/a?id=3'],
    ['https://news.example/100%25', 'https://news.example/100'],
    ['https://news.example/#!/story/1', 'https://news.example/#!/story/2'],
    ['https://news.example/index.php?id=3', 'https://news.example/index.php?id=4'],
    ['https://m.co/a', 'https://co/a'],
    ['https://news.example/a//b', 'https://news.example/a/b'],
    ['https://news.example/a?q=1%262', 'https://news.example/a?q=1&2'],
    ['https://news.example/%ff', 'https://news.example/%fe'],
  ])('%s and %s', (one, other) => {
    expect(comparableAddress(one)).not.toBe(comparableAddress(other));
  });
});

describe('what is no address of a page', () => {
  it.each([
    '',
    'news.example/a',
    'javascript:alert(1)',
    'file:///a',
    'about:blank',
    `https://news.example/${'a'.repeat(9000)}`,
  ])('%s', (text) => {
    expect(comparableAddress(text)).toBeNull();
  });
});

describe('any address', () => {
  const segment = fc.stringMatching(/^[A-Za-z0-9._~%é-]{1,8}$/);
  const address = fc
    .tuple(
      fc.constantFrom(
        'news.example',
        'other.example',
        'a.news.example',
        'amp.news.example',
        'localhost:3000',
      ),
      fc.array(fc.oneof(segment, fc.constantFrom('amp', 'index.html', '%2F', '2024')), {
        maxLength: 4,
      }),
      fc.array(fc.tuple(fc.constantFrom('id', 'p', 'utm_id', 'ref', 'amp'), segment), {
        maxLength: 3,
      }),
    )
    .map(([host, path, query]) => {
      const asked = query.map(([name, value]) => `${name}=${value}`).join('&');
      return `https://${host}/${path.join('/')}${asked === '' ? '' : `?${asked}`}`;
    });

  it('compares with itself as it comes with tracking, scheme and fragment changed', () => {
    fc.assert(
      fc.property(address, (one) => {
        const tracked = `${one}${one.includes('?') ? '&' : '?'}utm_source=x&gclid=y#top`;
        const other = tracked.replace('https:', 'http:').replace('//', '//www.');
        expect(comparableAddress(tracked)).toBe(comparableAddress(one));
        if (!/localhost|amp\./.test(one))
          expect(comparableAddress(other)).toBe(comparableAddress(one));
      }),
    );
  });

  it('is a form that compares with itself: taken again it is the same', () => {
    fc.assert(
      fc.property(address, (one) => {
        const form = comparableAddress(one) ?? '';
        // Of "x/amp/amp" one is taken off at a time.
        fc.pre(!/\/amp|index/i.test(form));
        expect(comparableAddress(`https://${form}`)).toBe(form);
      }),
    );
  });

  it('never loses a parameter that is not known', () => {
    fc.assert(
      fc.property(address, fc.stringMatching(/^[a-z]{1,3}$/), segment, (one, name, value) => {
        fc.pre(!['amp', 'cmp'].includes(name));
        const asked = `${one}${one.includes('?') ? '&' : '?'}${name}=${value}`;
        expect(comparableAddress(asked)).not.toBe(comparableAddress(one));
      }),
    );
  });
});
