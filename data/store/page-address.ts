/**
 * The addresses by which a page may be a source: the one that it was loaded from, and the one that it gives for itself
 * (`<link rel=canonical>`) if that is of the same site. Another site's is not believed: any page can say that it is
 * somebody else's article, and would then be shown as the source, its words as the words quoted.
 */
import { comparableAddress } from '../page/address';

/** Hosts that serve the same site: with or without `www.`, or for small screens. */
const ASIDE = /^(?:www|m|mobile|amp)\./;

/** @returns whether two addresses are of one site: equal hosts, or one a part of the other */
export function isSameSite(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [a, b] = [one, other].map((url) => new URL(url).hostname.replace(ASIDE, ''));
  if (!a || !b) return false;
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/**
 * @param loaded the address that the page was loaded from
 * @param said the one that it gives for itself
 * @returns the addresses by which it may be a source, in the form in which those of one page are equal
 */
export function addressesOf(loaded: string | undefined, said: string | null): string[] {
  if (loaded === undefined) return [];
  const believed = said !== null && isSameSite(loaded, said) ? [said] : [];
  const addresses = [loaded, ...believed].map(comparableAddress);
  return [...new Set(addresses.filter((address) => address !== null))];
}

/** A pack names the same sources over and over, and a card asks again with every hover. */
const comparables = new Map<string, string | null>();
/** Several large topics' sources; a hostile pack gains nothing by naming more. */
const MAX_COMPARABLES = 8192;

/**
 * @param url of a source
 * @param page as {@link addressesOf} gives it
 * @returns whether it is the page's
 */
export function isAddressOf(url: string, page: readonly string[]): boolean {
  if (page.length === 0) return false;
  let address = comparables.get(url);
  if (address === undefined) {
    address = comparableAddress(url);
    if (comparables.size >= MAX_COMPARABLES) comparables.clear();
    comparables.set(url, address);
  }
  return address !== null && page.includes(address);
}
