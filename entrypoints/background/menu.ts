/** The entry in the context menu of selected text. */
import { type Browser, browser } from 'wxt/browser';
import { readerLanguage } from './locale';
import { keepLookup } from './lookup';
import { openPopup } from './open-popup';

const ID = 'look-up';

/** Both browsers keep the entry when they stop the background and when they restart. */
export async function createMenu(): Promise<void> {
  const { say } = await readerLanguage();
  await browser.contextMenus.removeAll();
  // The browser puts the selected text in the place of %s.
  browser.contextMenus.create({
    id: ID,
    contexts: ['selection'],
    title: say('menu.look-up', { text: '%s' }),
  });
}

export async function onMenu(
  { menuItemId, selectionText = '' }: Browser.contextMenus.OnClickData,
  tab: Browser.tabs.Tab | undefined,
): Promise<void> {
  if (menuItemId !== ID) return;
  // Both at once: the gesture does not outlast an `await`, and who takes the text waits until it is kept.
  await Promise.all([keepLookup(selectionText), openPopup(tab)]);
}
