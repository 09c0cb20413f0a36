/** Brings a page's title, address and date out of its elements. Reads only; asks for no layout and no style. */
import { closest } from '../../components/dom';
import { type AboutPage, MAX_ADDRESS, MAX_TITLE } from '../../data/page/about-page';
import { isWebAddress } from '../../data/page/address';
import { publishedOn, type TimePlace } from '../../data/page/published';

/** UTF-16 units of a value that may be a date. */
const MAX_VALUE = 200;
/** Elements of one kind that are looked at. */
const MAX_ELEMENTS = 500;

/** A page may hold forms, whose fields stand before an element's own methods: by the prototypes throughout. */
const attribute = (element: Element, name: string): string =>
  Element.prototype.getAttribute.call(element, name) ?? '';
const textOf = (element: Element): string =>
  String(Reflect.get(Node.prototype, 'textContent', element) ?? '');
const all = (page: Document, selector: string): Element[] =>
  [...Document.prototype.querySelectorAll.call(page, selector)].slice(0, MAX_ELEMENTS);

const metasOf = (page: Document) =>
  all(
    page,
    'meta[content], [itemprop~="datePublished"]:not(time), time[itemprop~="datePublished"][content]',
  ).flatMap((meta) => {
    const content = (attribute(meta, 'content') || textOf(meta).slice(0, MAX_VALUE)).trim();
    if (content === '' || content.length > MAX_VALUE) return [];
    return ['property', 'name', 'itemprop'].flatMap((key) => {
      const name = attribute(meta, key);
      return name === '' ? [] : [{ name, content }];
    });
  });

/** Names that careless sites give to the whole page too ("comments-open"). */
const PART = ':not(html, body, main, article)';
/** Somebody else's date: a comment's, a teaser's, the site's own. */
const ELSEWHERE = `aside, footer, nav, article article, [itemprop~="comment"], ${[
  'comment',
  'related',
  'teaser',
]
  .flatMap((name) => [`[class*="${name}" i]${PART}`, `[id*="${name}" i]${PART}`])
  .join()}`;
/** `updated` and `modified` say when it was changed. */
const CHANGED =
  '[itemprop~="dateModified"], [class*="updat" i]:not([class*="publi" i]), [class*="modif" i]';

function placeOf(time: Element): TimePlace | null {
  if (time.matches(CHANGED)) return null;
  const marked =
    /\bdatePublished\b/.test(attribute(time, 'itemprop')) || time.hasAttribute('pubdate');
  if (closest(time, ELSEWHERE)) return null;
  if (marked) return 'marked';
  const article = closest(time, 'article, [itemtype$="Article"], [role="article"]');
  if (!article) return 'page';
  return closest(time, 'header') ? 'header' : 'article';
}

function timesOf(page: Document) {
  // Many articles side by side are teasers: none of them is the page.
  const isList = all(page, 'article:not(article *)').length > 3;
  return all(page, 'time').flatMap((time) => {
    const place = placeOf(time);
    const value = attribute(time, 'datetime') || textOf(time);
    if (place === null || value.length > MAX_VALUE || (isList && place !== 'marked')) return [];
    return [{ value, place }];
  });
}

function titleOf(page: Document): string | null {
  const [og] = all(page, 'meta[property="og:title"], meta[name="og:title"]');
  const [title] = all(page, 'head > title');
  const text = ((og && attribute(og, 'content')) || (title && textOf(title)) || '')
    .slice(0, 4 * MAX_TITLE)
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? null : text.slice(0, MAX_TITLE);
}

/** The canonical address; not a front page's, which careless sites give on every page. */
function canonicalOf(page: Document, loaded: string): string | null {
  const [link] = all(page, 'link[rel~="canonical" i][href]');
  if (!link) return null;
  const href = attribute(link, 'href').trim();
  const base = Reflect.get(Node.prototype, 'baseURI', page) as string;
  if (href === '' || href.length > MAX_ADDRESS || !URL.canParse(href, base)) return null;
  const address = new URL(href, base);
  const isFront = address.pathname === '/' && address.search === '';
  if (isFront && URL.canParse(loaded) && new URL(loaded).pathname !== '/') return null;
  return isWebAddress(address.href, MAX_ADDRESS) ? address.href : null;
}

/**
 * @param page the document
 * @param loaded the address that it was loaded from
 * @param now milliseconds since 1970 UTC
 */
export function aboutPage(page: Document, loaded: string, now: number): AboutPage {
  const canonical = canonicalOf(page, loaded);
  const own = isWebAddress(loaded, MAX_ADDRESS) ? loaded : null;
  const addresses = [canonical, own].filter((address) => address !== null);
  return {
    title: titleOf(page),
    address: addresses[0] ?? null,
    published: publishedOn(
      {
        jsonLd: () => all(page, 'script[type="application/ld+json" i]').map(textOf),
        metas: () => metasOf(page),
        times: () => timesOf(page),
        addresses,
      },
      now,
    ),
  };
}
