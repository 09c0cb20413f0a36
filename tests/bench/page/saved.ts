/** The pages that are loaded, and the loopback server that gives them to the browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/dependencies.mjs';
import { type LocalServer, serve } from '../../../scripts/lib/server';
import { readCorpus } from '../mentions/corpus';

export interface SavedPage {
  readonly name: string;
  readonly html: string;
  /** What the reader reads of it: runs of text without a block-level break. */
  readonly blocks: readonly string[];
  /** UTF-16 units of all blocks. */
  readonly chars: number;
}

export interface SavedPages {
  readonly kind: 'saved pages' | 'generated pages';
  readonly pages: readonly SavedPage[];
}

/** @returns all pages in order of their names */
export function readPages(): SavedPages {
  const { kind, pages } = readCorpus();
  const htmlOf = (name: string, blocks: readonly string[]) =>
    kind === 'saved pages'
      ? readFileSync(join(ROOT, '../shared/pages', name), 'utf8')
      : generatedHtml(name, blocks);
  return {
    kind,
    pages: pages.map(({ name, blocks, chars }) => ({
      name,
      blocks,
      chars,
      html: htmlOf(name, blocks),
    })),
  };
}

/** A site around the text, so that a walk meets more than paragraphs. */
function generatedHtml(name: string, blocks: readonly string[]): string {
  const paragraphs = blocks.map((block, i) => {
    const words = block.split(' ');
    const link = words.slice(0, 2).join(' ');
    const rest = words.slice(2).join(' ');
    return `<div class="row"><p id="p${i}"><a href="#p${i}">${link}</a> <b>${rest}</b></p></div>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>
<style>body{font:17px/1.5 serif;max-width:40em;margin:auto} .row{padding:.2em 0} a{color:#046}</style></head>
<body><nav><ul>${'<li><a href="#">Section</a></li>'.repeat(40)}</ul></nav>
<article>${paragraphs.join('\n')}</article></body></html>`;
}

/**
 * Scripts of the page are forbidden, and whatever would have to be fetched: it points at hosts that do not
 * answer. Extensions are not bound by it.
 */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
].join('; ');

/** A frame that may not or cannot load shows Chromium's error page, whose scripts are large: rather leave it empty. */
const withoutFrames = (html: string) =>
  html.replace(/<i?frame\b[^>]*>/gi, (tag) =>
    tag.replace(/(?<=\s)(src|srcdoc)(?=\s*=)/gi, 'data-$1'),
  );

/** Each page below its own name, on whatever host is asked for. */
export function servePages(pages: readonly SavedPage[]): Promise<LocalServer> {
  const bodies = new Map(pages.map(({ name, html }) => [`/${name}`, withoutFrames(html)]));
  return serve((request, response) => {
    const body = bodies.get(decodeURI(request.url ?? ''));
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
    });
    response.end(body ?? '');
  });
}
