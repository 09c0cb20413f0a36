import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SiteMode } from '../../data/messages';
import { MAX_SITE_LIST, MAX_SITES, readSiteList, writeSiteList } from '../../data/site-list';

describe('a list of sites as text', () => {
  test('has one site a line', () => {
    const sites = [
      { host: 'news.example', mode: 'articles' },
      { host: 'mail.example', mode: 'never' },
    ] as const;
    const text = '# On Record: sites\nnews.example articles\nmail.example never\n';
    expect(writeSiteList(sites)).toBe(text);
    expect(readSiteList(text)).toEqual({ sites, unread: [] });
  });

  test('may be written by hand: no mode means articles, the last line of a site counts', () => {
    const text = '\r\n  News.Example \r\n# mine\nmail.example   never\nnews.example always';
    expect(readSiteList(text).sites).toEqual([
      { host: 'news.example', mode: 'always' },
      { host: 'mail.example', mode: 'never' },
    ]);
  });

  test('names the lines that say no site, and reads the others', () => {
    const lines = [
      'https://news.example/',
      'news.example',
      'a.example sometimes',
      '*',
      'a b never',
      'me@a.example never',
      'addons.mozilla.org',
    ];
    const { sites, unread } = readSiteList(lines.join('\n'));
    expect(sites).toEqual([{ host: 'news.example', mode: 'articles' }]);
    expect(unread).toEqual([1, 3, 4, 5, 6, 7]);
  });

  test('of any sites reads as what was written', () => {
    const site = fc.record({
      host: fc.domain(),
      mode: fc.constantFrom<SiteMode>('articles', 'always', 'never'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(site, { selector: ({ host }) => host.toLowerCase() }), (sites) => {
        const { sites: read, unread } = readSiteList(writeSiteList(sites));
        expect(unread).toEqual([]);
        expect(read).toEqual(sites.map((one) => ({ ...one, host: one.host.toLowerCase() })));
      }),
    );
  });

  test('of any text is read or refused, never anything else', () => {
    fc.assert(fc.property(fc.string(), (text) => void readSiteList(text)));
  });

  test('is refused where it is longer than a list can be', () => {
    expect(() => readSiteList('#'.repeat(MAX_SITE_LIST + 1))).toThrow(RangeError);
    const many = Array.from({ length: MAX_SITES + 1 }, (_, i) => `n${i}.example`);
    expect(() => readSiteList(many.join('\n'))).toThrow(RangeError);
  });
});
