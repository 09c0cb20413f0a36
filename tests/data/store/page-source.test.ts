import { describe, expect, it } from 'vitest';
import type { Pack } from '../../../data/model';
import { findInBlocks } from '../../../data/store/find-mentions';
import { installPack } from '../../../data/store/install';
import { addressesOf } from '../../../data/store/page-address';
import { openStore } from '../../../data/store/store';
import { viewTopics } from '../../../data/store/topic-view';
import { card, english, harbour, memory } from './example';

const GAZETTE = 'https://gazette.example/1';

/** The Gazette is quoted by a claim about quay and tolls, by a denial, and named without a quote by others. */
const quoting: Pack = {
  ...harbour,
  claims: harbour.claims.map((claim) =>
    claim.id === 'cost'
      ? {
          ...claim,
          sources: [
            { source: 'gazette', quote: { exact: 'costs us twelve thousand', prefix: 'the quay' } },
          ],
        }
      : claim,
  ),
  denials: harbour.denials.map((denial) => ({
    ...denial,
    sources: [{ source: 'gazette', quote: { exact: 'we were never asked' } }],
  })),
};

async function store(pack = quoting) {
  const opened = await openStore(memory());
  await installPack(opened.db, { version: '1', pack }, true);
  return opened;
}

const blocks = [
  { id: 3, text: 'The port said that the quay costs us twelve thousand crowns.' },
  { id: 5, text: 'The mayor said: we were never asked. The new quay opens in May.' },
];

const find = async (page: string[], muted: string[] = [], pack = quoting) =>
  findInBlocks(await store(pack), blocks, english, { page, muted: new Set(muted) });

const textOf = ({
  block,
  parts,
}: {
  block: number;
  parts: readonly (readonly [number, number])[];
}) =>
  parts.map(([start, end]) => blocks.find(({ id }) => id === block)?.text.slice(start, end)).join();

describe('a page that records quote', () => {
  it('has the quoted passages among its mentions, with the record and its home topic', async () => {
    const { mentions, topics } = await find(addressesOf(`${GAZETTE}?utm_source=x`, null));
    expect(mentions.map((one) => [one.block, one.topic, one.quotedBy, textOf(one)])).toEqual([
      [3, 'harbour#quay', 'harbour#cost', 'costs us twelve thousand'],
      [5, 'harbour#quay', 'harbour#not-asked', 'we were never asked'],
      [5, 'harbour#quay', null, 'new quay'],
    ]);
    expect(topics.map(({ key }) => key)).toEqual(['harbour#quay']);
  });

  it('has none once its words were changed', async () => {
    const { mentions } = await findInBlocks(
      await store(),
      [{ id: 3, text: 'The quay was paid for by somebody else in the end.' }],
      english,
      { page: addressesOf(GAZETTE, null), muted: new Set() },
    );
    expect(mentions).toEqual([]);
  });

  it('is not marked with the passages of a muted topic', async () => {
    expect((await find(addressesOf(GAZETTE, null), ['harbour#quay'])).mentions).toEqual([]);
  });

  it('knows itself in the card, by each source for itself', async () => {
    const page = addressesOf(GAZETTE, null);
    const [view] = await viewTopics(await store(), ['harbour#quay'], english, { ...card, page });
    const here = view?.records.flatMap(({ key, sources }) =>
      sources.map((source) => [key, source.publisher, source.here]),
    );
    expect(here).toContainEqual(['harbour#cost', 'Gazette', true]);
    expect(here).toContainEqual(['harbour#cost-corrected', 'Council', false]);
    expect(here).toContainEqual(['harbour#cost-corrected', 'Gazette', true]);
  });
});

describe('any other page', () => {
  it.each([
    ['another page of the site', addressesOf('https://gazette.example/2', null)],
    ['a page of another site with the same words', addressesOf('https://copy.example/1', null)],
    ['a frame in a page', []],
  ])('has none: %s', async (_, page) => {
    const { mentions } = await find(page);
    expect(mentions.map(({ quotedBy }) => quotedBy)).toEqual([null]);
  });

  it('is not taken for the source because a hash is the same', async () => {
    const opened = await store();
    const [row] = await opened.db.packs.toArray();
    if (!row) throw new Error('no pack');
    const key: [string, number, string] = [row.id, row.generation, 'links'];
    const links = (await opened.db.sidecars.get(key))?.body as {
      quotes: { hashes: Uint32Array };
    };
    // Every hash of the table becomes that of the page that asks.
    const { hashText } = await import('../../../data/mentions/hash');
    const page = addressesOf('https://elsewhere.example/', null);
    links.quotes.hashes.fill(hashText(page[0] ?? ''));
    await opened.db.sidecars.update(key, { body: links });
    const { mentions } = await findInBlocks(opened, blocks, english, { page, muted: new Set() });
    expect(mentions.map(({ quotedBy }) => quotedBy)).toEqual([null]);
  });
});

describe('the addresses of a page', () => {
  it.each([
    ['https://news.example/a', null, 1],
    ['https://news.example/a?x=1', 'https://news.example/a', 2],
    ['https://m.news.example/a', 'https://www.news.example/a/', 1],
    ['https://amp.news.example/b', 'https://news.example/a', 2],
    ['https://blog.news.example/a', 'https://news.example/b', 2],
  ])('%s with %s are %i', (loaded, said, count) => {
    expect(addressesOf(loaded, said)).toHaveLength(count);
  });

  it.each([
    ['another site’s', 'https://gazette.example/1'],
    ['one that begins like its own', 'https://news.example.evil.example/a'],
    ['one that ends like its own', 'https://evilnews.example/a'],
    ['none at all', 'javascript:alert(1)'],
    ['words', 'news.example'],
  ])('hold nothing that it only says: %s', (_, said) => {
    const loaded = 'https://news.example/a';
    expect(addressesOf(loaded, said)).toEqual(addressesOf(loaded, null));
    expect(addressesOf(loaded, null)).toHaveLength(1);
  });

  it('are none of a page that has none', () => {
    expect(addressesOf(undefined, 'https://news.example/a')).toEqual([]);
    expect(addressesOf('about:blank', 'https://news.example/a')).toEqual([]);
    expect(addressesOf('file:///home/a.html', null)).toEqual([]);
  });
});
