/** The address bar's suggestions, from a store with a pack in it. */

import { expect, it, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { installPack } from '../../../data/store/install';
import { openStore } from '../../../data/store/store';
import { english, first, harbour, memory } from '../../data/store/example';

const { store } = vi.hoisted(() => ({ store: { current: null as unknown } }));
// The browser's own are in tests/browser; no driver can type into an address bar.
vi.mock('../../../entrypoints/background/library', () => ({ library: async () => store.current }));
vi.mock('../../../entrypoints/background/locale', () => ({ readerLanguage: async () => english }));
vi.mock('../../../entrypoints/background/lookup', () => ({ keepLookup: vi.fn() }));
vi.mock('../../../entrypoints/background/open-popup', () => ({ openPopup: vi.fn() }));

const { enterSearch, suggestRecords } = await import('../../../entrypoints/background/omnibox');
const { keepLookup } = await import('../../../entrypoints/background/lookup');
const { openPopup } = await import('../../../entrypoints/background/open-popup');

async function suggestions(text: string): Promise<Browser.omnibox.SuggestResult[]> {
  const opened = await openStore(memory());
  const [claim, ...claims] = harbour.claims;
  if (!claim) throw new Error('the example has no claim');
  const odd = { ...claim, id: 'odd', text: 'Piers <b>A & "B"</b> are zinc-plated.' };
  await installPack(
    opened.db,
    { ...first, pack: { ...harbour, claims: [odd, claim, ...claims] } },
    true,
  );
  store.current = opened;
  const suggest = vi.fn();
  await suggestRecords(text, suggest);
  return suggest.mock.calls[0]?.[0];
}

it('suggests records, their words made to mean nothing in XML', async () => {
  const [one] = await suggestions('zinc');
  expect(one?.description).toContain(
    'Piers &lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt; are zinc-plated.',
  );
  // Chosen, it finds the record again by its words.
  expect((await suggestions(`${one?.content} `)).length).toBe(1);
});

it('suggests nothing for nothing, and no two alike', async () => {
  expect(await suggestions('  ')).toEqual([]);
  const contents = (await suggestions('quay')).map(({ content }) => content);
  expect(contents.length).toBeGreaterThan(1);
  expect(new Set(contents).size).toBe(contents.length);
});

it('opens the popup with what was entered, at once', async () => {
  await enterSearch('kursk');
  expect(keepLookup).toHaveBeenCalledWith('kursk');
  expect(openPopup).toHaveBeenCalled();
});
