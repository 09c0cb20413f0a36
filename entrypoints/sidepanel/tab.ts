import { browser } from 'wxt/browser';
import type { SiteTab } from '../../components/useSite';
import { readerAsker } from '../../data/messages';
import { siteOf } from '../../data/site';

/** The tab whose page the panel is about. */
export interface PanelTab extends SiteTab {
  readonly id: number;
  /** Known where the browser tells the address. */
  readonly title: string | null;
}

export const askReader = readerAsker((tab, message, to) =>
  browser.tabs.sendMessage(tab, message, to),
);

/** To be called first thing in a click. @returns null for what is no site */
export function allow(url: string): Promise<boolean> | null {
  const site = siteOf(url);
  return site && browser.permissions.request({ origins: [site.origin] });
}
