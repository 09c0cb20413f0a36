import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type DateSigns, publishedOn } from '../../../data/page/published';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const silent: DateSigns = { jsonLd: () => [], metas: () => [], times: () => [], addresses: [] };
const published = (signs: Partial<DateSigns>) => publishedOn({ ...silent, ...signs }, NOW);

const json = (...nodes: unknown[]) => ({ jsonLd: () => nodes.map((node) => JSON.stringify(node)) });
const meta = (...pairs: [name: string, content: string][]) => ({
  metas: () => pairs.map(([name, content]) => ({ name, content })),
});
const news = (datePublished: unknown, more = {}) => ({
  '@type': 'NewsArticle',
  datePublished,
  ...more,
});
const at = (address: string) => ({ addresses: [address] });

describe('JSON-LD', () => {
  it.each([
    ['an article', news('2024-11-07T09:00:00+02:00')],
    ['a list', [{ '@type': 'Organization' }, news('2024-11-07')]],
    ['a graph', { '@graph': [{ '@type': 'WebSite' }, news('2024-11-07')] }],
    [
      'a node of several types',
      { '@type': ['Article', 'BlogPosting'], datePublished: '2024-11-07' },
    ],
    ['a page whose main entity it is', { '@type': 'WebPage', mainEntity: news('2024-11-07') }],
    ['a whole page', { '@type': 'WebPage', datePublished: '2024-11-07' }],
    ['a date in a list', news(['2024-11-07'])],
    [
      'types by address',
      { '@type': 'http://schema.org/ReportageNewsArticle', datePublished: '2024-11-07' },
    ],
  ])('%s', (_, node) => {
    expect(published(json(node))).toEqual({ edtf: '2024-11-07', sign: 'json-ld' });
  });

  it('of the article counts, not of the page, and of several the one that is this page', () => {
    const page = { '@type': 'WebPage', datePublished: '2020-01-02' };
    expect(published(json(page, news('2024-11-07')))?.edtf).toBe('2024-11-07');
    const [one, other] = ['https://news.example/a', 'https://news.example/b'].map((url, i) =>
      news(`2024-11-0${i + 1}`, { mainEntityOfPage: { '@id': url } }),
    );
    expect(published({ ...json(one, other), ...at('https://news.example/b') })?.edtf).toBe(
      '2024-11-02',
    );
  });

  it.each([
    ['when it was changed', { '@type': 'NewsArticle', dateModified: '2024-11-07' }],
    ['a comment', { '@type': 'Comment', datePublished: '2024-11-07' }],
    ['a comment of an article', { '@type': 'NewsArticle', comment: [news('2024-11-07')] }],
    ['what an article is part of', { '@type': 'NewsArticle', isPartOf: news('2024-11-07') }],
    ['a video', { '@type': 'VideoObject', datePublished: '2024-11-07' }],
    ['no date', news('last week')],
    ['an object', news({ '@value': { a: 1 } })],
    ['nothing at all', null],
  ])('that gives %s is silent', (_, node) => {
    expect(published(json(node))).toBeNull();
  });

  it.each([
    [
      'with line breaks in strings',
      '{"@type":"NewsArticle","headline":"a\nb","datePublished":"2024-11-07"}',
    ],
    ['in CDATA', '//<![CDATA[\n{"@type":"NewsArticle","datePublished":"2024-11-07"}\n//]]>'],
    ['in a comment', '<!-- {"@type":"NewsArticle","datePublished":"2024-11-07"} -->'],
    ['with a semicolon', '{"@type":"NewsArticle","datePublished":"2024-11-07"};'],
  ])('%s is mended', (_, text) => {
    expect(published({ jsonLd: () => [text] })?.edtf).toBe('2024-11-07');
  });

  it('that is broken, huge or deep is silent', () => {
    const nested = Array.from({ length: 40 }).reduce<unknown>(
      (inside) => ({ '@graph': [inside] }),
      news('2024-11-07'),
    );
    const huge = JSON.stringify(news('2024-11-07', { articleBody: 'a'.repeat(600_000) }));
    const deep = `${'['.repeat(400_000)}"datePublished"`;
    expect(
      published({ jsonLd: () => ['{"datePublished":', JSON.stringify(nested), huge, deep] }),
    ).toBeNull();
  });
});

describe('meta', () => {
  it.each([
    'article:published_time',
    'datePublished',
    'date',
    'DC.date',
    'dc.date.issued',
    'DCTERMS.issued',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'citation_date',
    'citation_publication_date',
    'publish-date',
  ])('%s', (name) => {
    expect(published(meta([name, '2024-11-07']))).toEqual({ edtf: '2024-11-07', sign: 'meta' });
  });

  it('goes by the best known name, whatever order they stand in', () => {
    const both = meta(['date', '2024-01-01'], ['article:published_time', '2024-11-07']);
    expect(published(both)?.edtf).toBe('2024-11-07');
  });

  it.each([
    'article:modified_time',
    'last-modified',
    'dateModified',
    'article:expiration_time',
    'birthdate',
    'citation_year_range',
  ])('%s says nothing of it', (name) => {
    expect(published(meta([name, '2024-11-07']))).toBeNull();
  });

  it('that cannot be read is passed over', () => {
    const signs = meta(['article:published_time', 'soon'], ['date', '2024-11-07']);
    expect(published(signs)?.edtf).toBe('2024-11-07');
  });
});

describe('time elements', () => {
  const times = (...all: [value: string, place: 'marked' | 'header' | 'article' | 'page'][]) => ({
    times: () => all.map(([value, place]) => ({ value, place })),
  });

  it('count by where they stand', () => {
    const page: Parameters<typeof times> = [
      ['2024-11-01', 'page'],
      ['2024-11-02', 'article'],
      ['2024-11-03', 'header'],
      ['2024-11-04', 'marked'],
    ];
    expect(published(times(...page))).toEqual({ edtf: '2024-11-04', sign: 'time' });
    expect(published(times(...page.slice(0, 3)))?.edtf).toBe('2024-11-03');
    expect(published(times(...page.slice(0, 2)))?.edtf).toBe('2024-11-02');
  });

  it('anywhere in the page are believed where they agree', () => {
    expect(published(times(['2024-11-01T10:00', 'page'], ['2024-11-01', 'page']))?.edtf).toBe(
      '2024-11-01',
    );
    expect(published(times(['2024-11-01', 'page'], ['2024-11-02', 'page']))).toBeNull();
  });
});

describe('addresses', () => {
  it.each([
    ['https://news.example/2024/11/07/dam', '2024-11-07'],
    ['https://news.example/world/2024/nov/7/dam', '2024-11-07'],
    ['https://news.example/dam-2024-11-07.html', '2024-11-07'],
    ['https://news.example/20241107/dam', '2024-11-07'],
    ['https://news.example/the-old-dam-has-cracked-20241107/', '2024-11-07'],
    ['https://news.example/2024/11/dam', '2024-11'],
  ])('%s', (address, edtf) => {
    expect(published(at(address))).toEqual({ edtf, sign: 'url' });
  });

  it.each([
    'https://news.example/dam',
    'https://news.example/dam?date=2024-11-07',
    'https://news.example/20241107123456',
    'https://news.example/2024/13/07/dam',
    'https://news.example/1024/11/07/dam',
    'https://news.example/news/world-us-canada-20190321',
    'https://news.example/2024',
    'not an address',
  ])('%s gives none', (address) => {
    expect(published(at(address))).toBeNull();
  });
});

describe('a day that cannot be', () => {
  it.each(['2026-11-26', '2031-01-01', '1970-01-01', '0001-01-01', '1900-01-01', '1649-05-05'])(
    '%s is refused, and the next sign decides',
    (day) => {
      const signs = { ...json(news(day)), ...meta(['date', '2024-11-07']) };
      expect(published(signs)).toEqual({ edtf: '2024-11-07', sign: 'meta' });
    },
  );

  it('is not tomorrow, which is today in another zone, nor the day of an old paper', () => {
    expect(published(json(news('2026-11-25')))?.edtf).toBe('2026-11-25');
    expect(published(json(news('1912-04-16')))?.edtf).toBe('1912-04-16');
  });

  it('is before the web for an address', () => {
    expect(published(at('https://news.example/1912/04/16/ship'))).toBeNull();
  });
});

it('looks at a sign only when those before it show nothing', () => {
  const times = vi.fn(() => []);
  published({ ...json(news('2024-11-07')), times });
  expect(times).not.toHaveBeenCalled();
});

it('never fails, whatever a page has in its JSON-LD', () => {
  const value = fc.jsonValue({ maxDepth: 6 });
  const keys = fc.constantFrom(
    '@type',
    '@graph',
    'datePublished',
    'mainEntity',
    'mainEntityOfPage',
    '@id',
    'url',
  );
  const node = fc.dictionary(
    keys,
    fc.oneof(value, fc.constantFrom('NewsArticle', '2024-11-07', '2024')),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(value, node), { maxLength: 4 }), fc.string(), (nodes, junk) => {
      const found = published({ jsonLd: () => [...nodes.map((one) => JSON.stringify(one)), junk] });
      expect(found === null || /^\d{4}(-\d\d){0,2}$/.test(found.edtf)).toBe(true);
    }),
  );
});
