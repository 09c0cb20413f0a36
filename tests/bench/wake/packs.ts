/** The packs that are stored, and the pages that are asked about. */
import type { TextBlock } from '../../../data/messages';
import type { Pack } from '../../../data/model';
import type { VersionedPack } from '../../../data/store/install';
import { blocksOf, type Corpus } from '../mentions/corpus';
import { generateAliases, packOf } from '../mentions/generator';

const SEED = 20_241_024;

/** UTF-16 units of a page; the reader's first batch holds it. */
export const PAGE_CHARS = 10_000;

/**
 * @param aliases how many; equal numbers give equal packs
 * @param corpus the text that they are to be found in
 */
export function makePack(aliases: number, corpus: Corpus): VersionedPack {
  const { language, topics } = packOf(generateAliases(aliases, SEED, blocksOf(corpus)), SEED);
  const pack: Pack = {
    pack: 'wake-bench',
    name: 'Wake bench',
    language,
    licence: 'CC0-1.0',
    publisher: { name: 'Bench' },
    terms: {},
    topics: topics.map(({ id, mention }) => ({
      id,
      name: `The topic ${id}`,
      ...(mention === undefined ? {} : { mention }),
    })),
    actors: [],
    sources: [],
    claims: [],
    denials: [],
    statements: [],
    events: [],
    tombstones: [],
  };
  return { version: String(aliases), pack };
}

/** @returns pages of {@link PAGE_CHARS}, cut from those of the corpus that are long enough, as the reader sends them */
export function makePages({ pages }: Corpus): TextBlock[][] {
  return pages
    .filter(({ chars }) => chars >= PAGE_CHARS)
    .map(({ blocks }) => {
      const page: TextBlock[] = [];
      let left = PAGE_CHARS;
      for (const block of blocks) {
        if (left <= 0) break;
        page.push({ id: page.length, text: block.slice(0, left) });
        left -= block.length;
      }
      return page;
    });
}
