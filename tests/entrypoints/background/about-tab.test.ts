/** What is told of a page, and to whom. */
import { describe, expect, it, vi } from 'vitest';
import { english } from '../../data/store/example';
import { createFakeBrowser } from './fake-browser';

const chrome = {};
vi.stubGlobal('chrome', chrome);
vi.stubGlobal('location', { origin: 'chrome-extension://on-record' });
vi.mock('../../../entrypoints/background/locale', () => ({ readerLanguage: async () => english }));

const LOADED = 'https://m.news.example/a?from=mail';
const said = {
  title: 'The quay is open',
  address: 'https://www.news.example/a',
  published: { edtf: '2024-10-24', sign: 'meta' },
};

async function start(result: unknown, origins = ['https://m.news.example/*']) {
  const fake = createFakeBrowser(origins, [
    { id: 1, url: LOADED },
    { id: 2, url: 'https://bank.example/account' },
  ]);
  fake.about.set(1, result);
  fake.about.set(2, { ...said, title: 'Your account' });
  Object.assign(chrome, fake.browser);
  vi.resetModules();
  return await import('../../../entrypoints/background/about-tab');
}

const page = { tab: { id: 1 }, url: LOADED } as never;
const panel = { url: 'chrome-extension://on-record/sidepanel.html' } as never;

describe('what a page says of itself', () => {
  it('has its date in the reader’s language', async () => {
    const { aboutTab } = await start(said);
    expect(await aboutTab(null, page)).toEqual({
      title: 'The quay is open',
      address: 'https://www.news.example/a',
      published: { date: { edtf: '2024-10-24', label: '24 Oct 2024' }, sign: 'meta' },
    });
  });

  it('is told to the extension’s own pages of any tab, to a page of its own only', async () => {
    const { aboutTab } = await start(said, ['https://m.news.example/*', 'https://bank.example/*']);
    expect((await aboutTab(2, panel)).title).toBe('Your account');
    expect((await aboutTab(2, page)).title).toBe('The quay is open');
    await expect(aboutTab(null, panel)).rejects.toThrow('only a page');
  });

  it('has the address that it was loaded from where it claims another site’s', async () => {
    const { aboutTab } = await start({ ...said, address: 'https://gazette.example/1' });
    expect((await aboutTab(null, page)).address).toBe(LOADED);
  });

  it.each([
    ['no script may run there', undefined, [] as string[]],
    ['the script brought nothing', undefined, ['https://m.news.example/*']],
    [
      'what came is not what our script sends',
      { title: 7, address: 'javascript:alert(1)', published: { edtf: 'soon', sign: 'meta' } },
      ['https://m.news.example/*'],
    ],
  ])('is nothing where %s', async (_, result, origins) => {
    const { aboutTab } = await start(result, origins);
    expect(await aboutTab(1, panel)).toEqual({ title: null, address: null, published: null });
  });
});
