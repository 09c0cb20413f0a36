/** The key that switches a site on or off. */
import type { Browser } from 'wxt/browser';
import { isOn } from '../../data/site';
import { openPopup } from './open-popup';
import { setSite, siteState } from './sites';

/**
 * Switches off, or on again where the permission is still there; else the popup says what is missing, and asks.
 * @param tab the one in front; a shortcut lets us see its address (`activeTab`)
 */
export async function toggleSite(tab: Browser.tabs.Tab): Promise<void> {
  const { id = null, url = '', incognito: privately } = tab;
  const state = await siteState(url);
  if (state.host === null || !state.granted || state.paused) return openPopup(tab);
  await setSite({ url, mode: isOn(state) ? 'never' : 'articles', tab: id, privately });
}
