import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type ArticleSign, articleSign, type PageSigns } from '../../../data/page/article';

const silent: PageSigns = {
  isFront: false,
  jsonLd: () => [],
  ogType: () => null,
  itemTypes: () => [],
  articles: () => [],
  readable: () => false,
};

const signOf = (shown: Partial<PageSigns>) => articleSign({ ...silent, ...shown });
const json = (...nodes: unknown[]) => ({ jsonLd: () => nodes.map((node) => JSON.stringify(node)) });

const teasers = (count: number) => ({ articles: () => Array<number>(count).fill(1) });

const news = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'A dam cracks' };
const site = { '@type': 'NewsMediaOrganization', name: 'The Harbour' };

describe('a page that says what it is', () => {
  it.each([
    'Article',
    'NewsArticle',
    'ReportageNewsArticle',
    'AnalysisNewsArticle',
    'OpinionNewsArticle',
    'BackgroundNewsArticle',
    'BlogPosting',
    'LiveBlogPosting',
    'Report',
    'ScholarlyArticle',
    'http://schema.org/NewsArticle',
    'schema:NewsArticle',
  ])('is an article of type %s', (type) => {
    expect(signOf(json({ '@type': type }))).toBe('json-ld');
  });

  it.each([
    'WebPage',
    'WebSite',
    'CollectionPage',
    'Product',
    'Recipe',
    'Organization',
    'DiscussionForumPosting',
    'ArticleList',
    'ReportCard',
  ])('is none of type %s', (type) => {
    expect(signOf(json({ '@type': type, name: 'Article' }))).toBeNull();
  });

  it.each<[string, unknown[], ArticleSign | null]>([
    ['beside its publisher', [site, news], 'json-ld'],
    ['in a list', [[site, news]], 'json-ld'],
    ['in a graph', [{ '@graph': [site, news] }], 'json-ld'],
    ['as what the page is about', [{ '@type': 'WebPage', mainEntity: news }], 'json-ld'],
    ['of several types', [{ '@type': ['NewsArticle', 'Article'] }], 'json-ld'],
    ['twice, as two tools describe it', [news, { '@graph': [news] }], 'json-ld'],
    ['as one of forty', [Array(40).fill(news)], null],
    [
      'in the items of a list',
      [{ '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: news }] }],
      null,
    ],
    ['as a part of a collection', [{ '@type': 'CollectionPage', hasPart: [news] }], null],
    ['as a citation', [{ '@type': 'WebPage', citation: news }], null],
    ['with nothing but words', ['NewsArticle'], null],
    ['with a type that is none', [{ '@type': { '@type': 'NewsArticle' } }], null],
  ])('has it %s', (_, nodes, sign) => {
    expect(signOf(json(...nodes))).toBe(sign);
  });

  it.each<[string | null, ArticleSign | null]>([
    ['article', 'og-type'],
    ['Article', 'og-type'],
    ['article:news', 'og-type'],
    ['website', null],
    ['articles', null],
    ['', null],
    [null, null],
  ])('in OpenGraph: %j', (type, sign) => {
    expect(signOf({ ogType: () => type })).toBe(sign);
  });

  it('is believed on its front page too, in which nothing else is', () => {
    const front = { isFront: true, articles: () => [30], readable: () => true };
    expect(signOf(front)).toBeNull();
    expect(signOf({ ...front, ...json(news) })).toBe('json-ld');
  });

  it('may say so in microdata', () => {
    expect(signOf({ itemTypes: () => ['http://schema.org/BlogPosting'] })).toBe('microdata');
    expect(signOf({ itemTypes: () => ['https://schema.org/WebPage'] })).toBeNull();
    expect(
      signOf({ itemTypes: () => Array<string>(20).fill('http://schema.org/BlogPosting') }),
    ).toBeNull();
  });
});

describe('a page that does not say what it is', () => {
  it.each<[string, number[], ArticleSign | null]>([
    ['one element', [12], 'article'],
    ['one, beside teasers', [0, 1, 25, 1, 0, 1, 2, 1], 'article'],
    ['forty teasers', Array<number>(40).fill(1), null],
    ['one teaser', [1], null],
    ['several whole ones, as a blog’s front page', [9, 12, 7], null],
    ['none', [], null],
  ])('is judged by its article elements: %s', (_, paragraphs, sign) => {
    expect(signOf({ articles: () => paragraphs })).toBe(sign);
  });

  it('is judged by its paragraphs at last', () => {
    expect(signOf({ readable: () => true })).toBe('readable');
    expect(signOf({ ...teasers(2), readable: () => true })).toBe('readable');
  });

  it('is a list, however much text its many teasers have', () => {
    expect(signOf({ ...teasers(6), readable: () => true })).toBeNull();
  });
});

it('looks no further than it must', () => {
  const readable = vi.fn(() => true);
  const articles = vi.fn(() => [9]);
  expect(signOf({ ...json(news), articles, readable })).toBe('json-ld');
  expect(signOf({ ogType: () => 'article', articles, readable })).toBe('og-type');
  expect(articles).not.toHaveBeenCalled();
  expect(signOf({ articles, readable })).toBe('article');
  expect(readable).not.toHaveBeenCalled();
});

describe('JSON-LD that is out to harm', () => {
  const parse = vi.spyOn(JSON, 'parse');

  it.each<[string, string]>([
    ['is no JSON', '{"@type": "NewsArticle",'],
    ['is nested a hundred thousand deep', `${'['.repeat(1e5)}"NewsArticle"${']'.repeat(1e5)}`],
    [
      'is a graph within a graph',
      `${'{"@graph":'.repeat(4e4)}{"@type":"NewsArticle"}${'}'.repeat(4e4)}`,
    ],
    ['has its type under another name', '{"__proto__": {"@type": "NewsArticle"}}'],
    ['has a hundred thousand nodes before it', `[${'0,'.repeat(1e5)}{"@type":"NewsArticle"}]`],
    ['has a type as long as a book', JSON.stringify({ '@type': `${'a/'.repeat(2e5)}Article ` })],
    ['is null', 'null /* NewsArticle */'],
  ])('%s: shows nothing', (_, text) => {
    expect(signOf({ jsonLd: () => [text] })).toBeNull();
  });

  it('is not parsed where it is longer than any article', () => {
    parse.mockClear();
    const text = JSON.stringify({ ...news, articleBody: 'a'.repeat(500_000) });
    expect(signOf({ jsonLd: () => [text] })).toBeNull();
    expect(parse).not.toHaveBeenCalled();
  });

  it('is not parsed where no article is named in it', () => {
    parse.mockClear();
    signOf({ jsonLd: () => [JSON.stringify(site)] });
    expect(parse).not.toHaveBeenCalled();
  });

  it('is looked at in sixteen scripts only', () => {
    const texts = [...Array<string>(16).fill(JSON.stringify(site)), JSON.stringify(news)];
    expect(signOf({ jsonLd: () => texts })).toBeNull();
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (text, more) => {
        const hostile = text.replaceAll('"', '"@type":"Article').slice(0, 200) + more;
        signOf({ jsonLd: () => [text, `${text} Article`, hostile] });
      }),
    );
  });

  it('is found at any place among others', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 9 }), fc.nat(9), (others, at) => {
        const nodes = others.toSpliced(at, 0, news);
        expect(signOf(json(nodes))).toBe('json-ld');
      }),
    );
  });
});
