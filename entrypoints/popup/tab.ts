import { browser } from 'wxt/browser';
import { readerAsker } from '../../data/messages';

export interface PopupTab {
  readonly id: number | null;
  /** Empty where the browser does not tell. */
  readonly url: string;
  readonly windowId: number | null;
  /** It is in a private window. The popup itself counts as in none in Chromium. */
  readonly isPrivate: boolean;
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
    isPrivate: tab?.incognito ?? browser.extension.inIncognitoContext,
  };
}

export const askReader = readerAsker((tab, message, to) =>
  browser.tabs.sendMessage(tab, message, to),
);
