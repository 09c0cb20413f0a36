/** Whether this page is to be read. Asks for no layout and no style. */
import isProbablyReaderable from '@mozilla/readability/Readability-readerable.js';
import type { PageReading } from '../../data/messages';
import { articleSign } from '../../data/page/article';

declare global {
  /** Every page of this site is read; set before the reader starts, in the isolated world only. */
  var __onRecordAlways: boolean | undefined;
}

/**
 * @param page a document whose own text has been loaded
 * @returns whether to read it, unasked, and why
 */
export function readingOf(page: Document): PageReading {
  if (globalThis.__onRecordAlways) return { read: true, why: 'always' };
  // By the prototype: a page's own `<form name="querySelectorAll">` stands before the document's method.
  const all = (selector: string) => [...Document.prototype.querySelectorAll.call(page, selector)];
  const sign = articleSign({
    // As Firefox offers its reading view on no front page.
    isFront: globalThis.location?.pathname === '/',
    jsonLd: () =>
      all('script[type="application/ld+json"]').map(({ textContent }) => textContent ?? ''),
    ogType: () => all('meta[property="og:type"], meta[name="og:type"]')[0]?.getAttribute('content'),
    // A form's fields stand before its methods, too.
    itemTypes: () =>
      all('[itemtype]:not([itemtype] *, form)').map((item) => item.getAttribute('itemtype') ?? ''),
    articles: () =>
      all('article:not(article *)').map((article) => article.querySelectorAll('p').length),
    readable: () => isProbablyReaderable({ querySelectorAll: all } as unknown as Document),
  });
  return sign ? { read: true, why: sign } : { read: false, why: 'not-article' };
}
