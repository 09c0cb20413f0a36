/**
 * Links that lead to a passage of a page: text directives of URL Fragment Text Directives
 * (https://wicg.github.io/scroll-to-text-fragment/#syntax).
 */
import type { QuoteView } from '../messages';

/** What parts an address' own fragment from directives to the browser. */
const DIRECTIVE = ':~:';

/** Longer addresses are cut or refused by programs that people paste them into. */
const MAX_LENGTH = 2000;

/**
 * Percent-encodes what stands inside a text directive. A dash, a comma and an ampersand part its terms;
 * `encodeURIComponent` leaves the first alone, and brackets and the like that other programs take for the
 * end of a link.
 */
const encode = (text: string) =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*~_]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The browser's own search takes any white space for a space, and nothing for what is not seen. */
const plain = (text: string | null) =>
  (text ?? '')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * @param url an http(s) address; its fragment, if it has one, is kept
 * @param quote the passage; what the browser finds is whole words of one text, upper and lower case alike
 * @returns the address with a text directive: `page#:~:text=prefix-,exact,-suffix`; null where the
 *   address has directives of its own, is none, or would be too long, or where there are no words to find
 */
export function textFragment(url: string, quote: QuoteView): string | null {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return null;
  const [prefix, exact, suffix] = [plain(quote.prefix), plain(quote.exact), plain(quote.suffix)];
  if (!/[\p{L}\p{N}]/u.test(exact) || url.includes(DIRECTIVE)) return null;
  const terms = [
    ...(prefix ? [`${encode(prefix)}-`] : []),
    encode(exact),
    ...(suffix ? [`-${encode(suffix)}`] : []),
  ];
  const link = `${url}${url.includes('#') ? '' : '#'}${DIRECTIVE}text=${terms.join(',')}`;
  return link.length <= MAX_LENGTH ? link : null;
}
