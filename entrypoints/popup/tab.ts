import { browser } from 'wxt/browser';
import type { SiteTab } from '../../components/useSite';
import { readerAsker } from '../../data/messages';
import { siteOf } from '../../data/site';

export interface PopupTab extends SiteTab {
  readonly windowId: number | null;
}

/**
 * The tab that the popup is about: the active one. No test driver can open a browser's real popup, so
 * tests open its page in a tab of its own, with `?tab=` for the tab to act on and, where the browser
 * would tell its address only to a real popup (`activeTab`), `&url=`.
 */
export async function tabOfPopup(): Promise<PopupTab> {
  const given = new URLSearchParams(location.search);
  const id = Number(given.get('tab') || Number.NaN);
  const tab = Number.isInteger(id)
    ? await browser.tabs.get(id).catch(() => undefined)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return {
    id: tab?.id ?? null,
    url: given.get('url') ?? tab?.url ?? '',
    windowId: tab?.windowId ?? null,
    // The popup itself counts as in none in Chromium.
    isPrivate: tab?.incognito ?? browser.extension.inIncognitoContext,
  };
}

export const askReader = readerAsker((tab, message, to) =>
  browser.tabs.sendMessage(tab, message, to),
);

/** To be called first thing in a click. @returns null for what is no site */
export function allow(url: string): Promise<boolean> | null {
  const site = siteOf(url);
  return site && browser.permissions.request({ origins: [site.origin] });
}
