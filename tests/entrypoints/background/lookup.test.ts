/** From a click in the context menu to the popup that looks the text up. */
import { describe, expect, it, vi } from 'vitest';
import { createFakeBrowser } from './fake-browser';

const chrome = {};
vi.stubGlobal('chrome', chrome);

async function start() {
  const fake = createFakeBrowser([]);
  Object.assign(chrome, fake.browser);
  vi.resetModules();
  const { onMenu } = await import('../../../entrypoints/background/menu');
  const { takeLookup } = await import('../../../entrypoints/background/lookup');
  return { ...fake, onMenu, takeLookup };
}

const front = { id: 7, windowId: 5 } as never;
const clicked = (selectionText: string, menuItemId = 'look-up') =>
  ({ menuItemId, selectionText }) as never;

describe('selected text', () => {
  it('goes to the popup that the click opens, and to no later one', async () => {
    const { onMenu, takeLookup, popup } = await start();
    await onMenu(clicked('North Korean\n troops '), front);
    expect(popup.opened).toBe(1);
    expect(await takeLookup()).toBe('North Korean troops');
    expect(await takeLookup()).toBeNull();
  });

  it('is there for a popup that asks before it is kept', async () => {
    const { onMenu, takeLookup } = await start();
    const done = onMenu(clicked('a dam'), front);
    expect(await takeLookup()).toBe('a dam');
    await done;
  });

  it('is cut at 200 units, between two characters', async () => {
    const { onMenu, takeLookup } = await start();
    await onMenu(clicked(`${'a'.repeat(199)}𝄞 and on`), front);
    expect(await takeLookup()).toBe('a'.repeat(199));
  });

  it('is in no address, where the popup had to be opened in a tab', async () => {
    const { onMenu, takeLookup, popup, opened } = await start();
    popup.opens = false;
    await onMenu(clicked('a private letter'), front);
    expect(opened).toEqual([{ url: '/popup.html?tab=7', windowId: 5 }]);
    expect(await takeLookup()).toBe('a private letter');
  });

  it('is left alone at a click in another entry', async () => {
    const { onMenu, takeLookup, popup } = await start();
    await onMenu(clicked('words', 'other'), front);
    expect(popup.opened).toBe(0);
    expect(await takeLookup()).toBeNull();
  });

  it('is stored nowhere', async () => {
    const { onMenu, browser } = await start();
    await onMenu(clicked('words'), front);
    expect(await browser.storage.local.get()).toEqual({});
  });
});
