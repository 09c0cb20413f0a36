/** The names that are looked for: the same for us and for mark.js, fewer the beginning of more. */
import type { Pack } from '../../../data/model';
import type { VersionedPack } from '../../../data/store/install';
import { generateAliases } from '../mentions/generator';
import { random } from '../mentions/random';
import { textWords } from '../mentions/text-words';
import type { SavedPage } from './saved';

const SEED = 20_241_024;

/** Shorter ones stand inside other words, which mark.js would mark and we would not. */
const SHORTEST = 6;

/**
 * Every second alias is a name or a rare word of a page, the pages taking turns; the others, and all after
 * the first 500, are invented and found nowhere.
 */
const FROM_PAGES = 500;

/** Two or three words with a capital: most likely a name. */
const NAME = /\p{Lu}[\p{L}\p{M}]+(?: \p{Lu}[\p{L}\p{M}]+){1,2}(?![\p{L}\p{M}])/gu;
/** What an article is about stands in its beginning: the first aliases of a page are taken from there. */
const LEAD_TURNS = 2;
const LEAD_BLOCKS = 5;
/** Shorter blocks are menus and headlines of other articles. In UTF-16 units. */
const PROSE = 100;
/** Small pages run out of names. */
const MOST_TURNS = 100;

const WORD = /\p{L}[\p{L}\p{M}]+/gu;

function fromPages(pages: readonly SavedPage[]): string[] {
  const dice = random(SEED);
  const { mayBeCommon } = textWords(pages.flatMap(({ blocks }) => blocks));
  const lists = (blocks: readonly string[]) => {
    const names = blocks.flatMap((block) => block.match(NAME) ?? []);
    const words = blocks
      .flatMap((block) => block.match(WORD) ?? [])
      .filter((word) => !mayBeCommon(word.toLowerCase()));
    return [names, words].map((list) => list.filter(({ length }) => length >= SHORTEST));
  };
  const choices = pages.map(({ blocks }) => {
    const prose = blocks.filter(({ length }) => length >= PROSE).slice(0, LEAD_BLOCKS);
    return { lead: lists(prose), all: lists(blocks) };
  });
  const taken = new Set<string>();
  const found: string[] = [];
  for (let turn = 0; found.length < FROM_PAGES / 2 && turn < MOST_TURNS; turn++) {
    for (const { lead, all } of choices) {
      const [names = [], words = []] = turn < LEAD_TURNS ? lead : all;
      const list = names.length > 0 && (turn % 2 === 0 || words.length === 0) ? names : words;
      if (list.length === 0) continue;
      const alias = dice.of(list);
      if (taken.has(alias.toLowerCase())) continue;
      taken.add(alias.toLowerCase());
      found.push(alias);
    }
  }
  return found.slice(0, FROM_PAGES / 2);
}

/** @returns `count` aliases, the same at every call with the same pages */
export function pageAliases(count: number, pages: readonly SavedPage[]): string[] {
  const met = fromPages(pages);
  const words = new Set(
    pages.flatMap(({ blocks }) => blocks.flatMap((block) => block.toLowerCase().match(WORD) ?? [])),
  );
  const isStrange = (alias: string) =>
    alias.length >= SHORTEST && !alias.split(' ').every((word) => words.has(word.toLowerCase()));
  const invented = generateAliases(Math.ceil(count * 1.1) + FROM_PAGES, SEED, [])
    .map((alias) => alias.text)
    .filter(isStrange);
  const aliases: string[] = [];
  let next = 0;
  for (let i = 0; aliases.length < count && i < count + FROM_PAGES; i++) {
    const alias = i % 2 === 0 && i < FROM_PAGES ? met[i / 2] : invented[next++];
    if (alias !== undefined) aliases.push(alias);
  }
  return aliases;
}

/** A topic each, with a claim, so that cards have something to show. */
export function packOfAliases(aliases: readonly string[]): VersionedPack {
  const pack: Pack = {
    pack: 'page-bench',
    name: 'Page bench',
    language: 'en',
    licence: 'CC0-1.0',
    publisher: { name: 'Bench' },
    terms: {},
    topics: aliases.map((alias, i) => ({
      id: `topic-${i}`,
      name: `On ${alias}`,
      mention: { text: alias, forms: 'exact' },
    })),
    actors: [],
    sources: [],
    claims: [],
    denials: [],
    statements: [],
    events: [],
    tombstones: [],
  };
  return { version: String(aliases.length), pack };
}
