/** What `npm start` opens: an address, or a local file served on loopback. */
import { readFile, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { serve } from '../lib/server';

/** Far above any article, far below what would fill the memory. */
const MAX_BYTES = 16 * 1024 * 1024;

export interface OpenedPage {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A text file as a plain article: a paragraph a line. */
function articleOf(text: string, title: string): string {
  const paragraphs = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeHtml(line)}</p>`);
  return `<!doctype html><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta property="og:type" content="article">
<style>:root{color-scheme:light dark}body{max-width:680px;margin:48px auto;padding:0 24px;font:19px/1.65 Charter,Cambria,Georgia,serif}</style>
<article>\n${paragraphs.join('\n')}\n</article>`;
}

/**
 * What names its own encoding, by a byte order mark or in its head, is left to do so: a header would
 * win over the page (https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding).
 */
function namesEncoding(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  if (/^(?:\xef\xbb\xbf|\xfe\xff|\xff\xfe)/.test(text)) return true;
  const [head = ''] = text.split(/<\/head|<body/i, 1);
  return /<meta\s[^>]*charset\s*=/i.test(head);
}

interface PageFile {
  readonly bytes: Buffer;
  /** Content type. */
  readonly type: string;
}

async function readPage(file: string): Promise<PageFile> {
  const kind = extname(file).toLowerCase();
  if (!['.html', '.htm', '.txt'].includes(kind)) {
    throw new Error(`${file}: give an address (https://…), an .html file or a .txt file.`);
  }
  const { size } = await stat(file).catch(() => {
    throw new Error(`${file}: there is no such file.`);
  });
  if (size > MAX_BYTES) throw new Error(`${file}: larger than ${MAX_BYTES / 1024 / 1024} MB.`);
  const bytes = await readFile(file);
  if (kind === '.txt') {
    const article = Buffer.from(articleOf(String(bytes), basename(file)));
    return { bytes: article, type: 'text/html' };
  }
  return { bytes, type: namesEncoding(bytes) ? 'text/html' : 'text/html; charset=utf-8' };
}

/**
 * @param page an http(s) address, or the path of an .html or .txt file
 * @param folder what a relative path is relative to
 * @throws {Error} in words for the person at the terminal
 */
export async function openPage(page: string, folder: string): Promise<OpenedPage> {
  if (/^https?:\/\//i.test(page)) return { url: new URL(page).href, close: async () => {} };
  const { bytes, type } = await readPage(resolve(folder, page));
  const server = await serve((request, response) => {
    const found = request.url === '/';
    response.writeHead(found ? 200 : 404, { 'content-type': type });
    response.end(found ? bytes : '');
  });
  return { url: `${server.origin}/`, close: server.close };
}
