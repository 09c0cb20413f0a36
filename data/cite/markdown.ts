/** Text and links in Markdown (https://spec.commonmark.org/0.31.2/, with the autolinks of GitHub's). */

/** What makes emphasis, code, links, markup, entities or tables of a text. */
const SPECIAL = /[\\`*_[\]<>&|~$]/g;

/** What makes a heading, list, quotation or rule of a line that begins with it. */
const LEADING = /^(\s*\d{0,9})([#+\-=.)])/;

/** What makes a link of an address in a text by itself. */
const AUTOLINK = /(:)(?=\/\/)|(\.)(?<=\bwww\.)|(@)/gi;

/**
 * A text of one line that stands in Markdown as it is.
 * @param words without line ends
 */
export const markdownText = (words: string): string =>
  words
    .replace(SPECIAL, (char) => `\\${char}`)
    .replace(AUTOLINK, (char) => `\\${char}`)
    .replace(LEADING, '$1\\$2');

/** An address in angle brackets, which nothing in it can end. */
const destination = (url: string) =>
  `<${url.replace(/[<>\\\s]/g, (char) => encodeURIComponent(char))}>`;

/** @param url http(s) */
export const markdownLink = (words: string, url: string): string =>
  `[${markdownText(words)}](${destination(url)})`;
