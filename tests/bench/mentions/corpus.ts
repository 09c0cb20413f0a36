/** The texts that are scanned: saved pages as the reader reads them, or generated ones. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAs } from '../../../data/pack/cli/texts';
import { ROOT } from '../../../scripts/lib/dependencies.mjs';
import { generatedPages } from './generated-pages';

/** Real pages, beside the checkout; none of them is in it. */
const SAVED_PAGES = join(ROOT, '../shared/pages');

export interface Page {
  readonly name: string;
  /** What the reader sends: runs of text without a block-level break. */
  readonly blocks: readonly string[];
  /** UTF-16 units of all blocks. */
  readonly chars: number;
}

export interface Corpus {
  readonly kind: 'saved pages' | 'generated pages';
  readonly pages: readonly Page[];
  readonly chars: number;
}

function savedPages(): [string, string[]][] {
  return readdirSync(SAVED_PAGES)
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => {
      const { blocks } = readAs(name, readFileSync(join(SAVED_PAGES, name), 'utf8'));
      return [name, blocks.map(({ text }) => text)];
    });
}

/**
 * @returns the pages in order of their names, the same at every call
 */
export function readCorpus(): Corpus {
  const saved = existsSync(SAVED_PAGES) ? savedPages() : [];
  const pages = (saved.length > 0 ? saved : generatedPages()).map(([name, blocks]) => ({
    name,
    blocks,
    chars: blocks.reduce((sum, { length }) => sum + length, 0),
  }));
  return {
    kind: saved.length > 0 ? 'saved pages' : 'generated pages',
    pages,
    chars: pages.reduce((sum, { chars }) => sum + chars, 0),
  };
}

/** Every block of every page. */
export const blocksOf = ({ pages }: Corpus) => pages.flatMap(({ blocks }) => blocks);
