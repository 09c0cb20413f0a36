/** The files that `try` reads, as blocks of prose with their place in the file's text. */
import { basename } from 'node:path';
import { parse } from 'parse5';
import { readTree } from '../../page/runs';
import { html5Tree } from './html5-tree';

/** A run of text that rules never look across. */
export interface Block {
  readonly text: string;
  /** Where it begins in the whole text, in UTF-16 units. */
  readonly start: number;
  /** Where somebody would look for it: the line of a text, the paragraph of a page, from 1. */
  readonly number: number;
}

export interface FileText {
  /** What offsets count in. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Between the blocks of a page, since nothing else keeps them apart in one text. */
const BETWEEN = '\n\n';

/**
 * A page as the reader reads it. The text is its blocks joined by an empty line.
 * @param html any HTML, however broken
 */
function textOfHtml(html: string): FileText {
  const blocks: Block[] = [];
  let start = 0;
  for (const { text } of readTree(parse(html), html5Tree)) {
    blocks.push({ text, start, number: blocks.length + 1 });
    start += text.length + BETWEEN.length;
  }
  return { text: blocks.map(({ text }) => text).join(BETWEEN), blocks };
}

/** A plain text: every line is a paragraph, as `npm start -- file.txt` shows it. */
function textOfPlain(text: string): FileText {
  const blocks = [...text.matchAll(/(.*?)(?:\r\n?|\n|$)/gs)]
    .map(({ 1: line = '', index }, at) => ({ text: line, start: index, number: at + 1 }))
    .filter((block) => block.text.trim() !== '');
  return { text, blocks };
}

/**
 * @param name the file's name; .html and .htm are pages, anything else is text, except that "-"
 *   (standard input) is a page when it begins with "<"
 */
export function readAs(name: string, text: string): FileText {
  const isPage = name === '-' ? /^\s*</.test(text) : /\.(?:x?html?|xht)$/i.test(basename(name));
  return isPage ? textOfHtml(text) : textOfPlain(text);
}
