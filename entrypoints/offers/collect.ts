/** The packs that a page offers, as feeds are offered: `<link rel="alternate" type="application/on-record-pack+json">`. */

/** As docs/publishing.md tells authors. */
const OFFERS = 'link[rel~="alternate" i][type="application/on-record-pack+json" i][href]';

/** What a page may say at all; the background keeps fewer still. */
const MAX_LINKS = 20;
const MAX_ADDRESS = 2000;

/** @returns addresses as the page's own address completes them; http(s) only */
export function offeredPacks(page: Document): string[] {
  // By the prototypes: a form's fields stand before its document's own methods.
  const links = [...Document.prototype.querySelectorAll.call(page, OFFERS)].slice(0, MAX_LINKS);
  return links.flatMap((link) => {
    const href = Element.prototype.getAttribute.call(link, 'href') ?? '';
    if (href.length > MAX_ADDRESS || !URL.canParse(href, page.baseURI)) return [];
    const { protocol, href: address } = new URL(href, page.baseURI);
    return /^https?:$/.test(protocol) && address.length <= MAX_ADDRESS ? [address] : [];
  });
}
