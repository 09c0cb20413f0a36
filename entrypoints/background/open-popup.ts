/** Opens the toolbar's popup, or its page in a tab where the browser does not let it be opened. */
import { type Browser, browser } from 'wxt/browser';

/**
 * To be called first thing in a gesture, before any `await`: Firefox opens its popup only there.
 * @param tab what the popup is about
 */
export async function openPopup(tab: Browser.tabs.Tab | undefined): Promise<void> {
  const where = tab ? { windowId: tab.windowId } : {};
  try {
    await browser.action.openPopup(where);
  } catch {
    const about = tab?.id === undefined ? '' : `?tab=${tab.id}`;
    await browser.tabs.create({ url: `/popup.html${about}`, ...where });
  }
}
