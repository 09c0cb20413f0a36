/** On which sites the reader runs: what the browser granted, by what the reader chose, unless all is paused. */
import { browser } from 'wxt/browser';
import type { SiteChoice, SiteState } from '../../data/messages';
import { EVERY_HOST, hostOfOrigin, isOn, pagesOf, siteOf } from '../../data/site';
import { isPaused, keepPaused } from './pause';
import { startReaders, stopReaders } from './readers';
import { register } from './registration';
import { forgetMode, keepMode, siteModes } from './site-modes';

/** @param url the address of the tab */
export async function siteState(url: string): Promise<SiteState> {
  const site = siteOf(url);
  const paused = await isPaused();
  if (!site) return { host: null, granted: false, mode: 'articles', paused };
  const granted = await browser.permissions.contains({ origins: [site.origin] });
  const mode = (await siteModes()).get(site.host) ?? 'articles';
  return { host: site.host, granted, mode, paused };
}

/** Tabs of a host that the extension may see, and the one that the choice was made over. */
async function tabsOf(host: string, tab: number | null): Promise<number[]> {
  const open = await browser.tabs.query({ url: pagesOf(host) });
  return [...new Set([...open.map(({ id }) => id), tab ?? undefined])].filter(
    (id) => id !== undefined,
  );
}

/** Starts or stops the readers in a site's tabs. */
async function actIn(tabs: readonly number[], url: string): Promise<SiteState> {
  const state = await siteState(url);
  if (isOn(state)) await startReaders(tabs, state.mode === 'always');
  else await stopReaders(tabs);
  return state;
}

/**
 * Chooses for a site which of its pages are read: pages to come by the registration, open ones at once. For any to be
 * read, the browser's permission must have been granted in the click before.
 */
export async function setSite({ url, mode, tab, privately }: SiteChoice): Promise<SiteState> {
  const site = siteOf(url);
  const before = await siteState(url);
  if (!site || (mode !== 'never' && !before.granted)) return before;
  // While the permission is still there, since without it the host's tabs cannot be told apart.
  const tabs = await tabsOf(site.host, tab);
  if (mode === 'never') await stopReaders(tabs);
  await keepMode(site.host, mode, privately);
  if (mode === 'never') await giveBack(site.host);
  await register();
  return actIn(tabs, url);
}

/** Takes a site off the list: no choice is kept, and no permission for it alone. */
export async function forgetSite(url: string): Promise<SiteState> {
  const site = siteOf(url);
  if (!site) return siteState(url);
  const tabs = await tabsOf(site.host, null);
  await forgetMode(site.host);
  await giveBack(site.host);
  await register();
  return actIn(tabs, url);
}

/** Gives the permission back where it was granted for this host alone. */
async function giveBack(host: string): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const own = origins.filter((origin) => hostOfOrigin(origin) === host);
  if (own.length > 0) await browser.permissions.remove({ origins: own });
}

/** Stops the readers of all tabs and keeps them away, or lets them read again where they did. */
export async function setPaused(paused: boolean): Promise<void> {
  await keepPaused(paused);
  await register();
  const tabs = await browser.tabs.query({});
  if (paused) await stopReaders(tabs.flatMap(({ id }) => id ?? []));
  else {
    // An address is visible exactly where we hold its permission.
    await Promise.all(tabs.map(({ id, url }) => id !== undefined && url && actIn([id], url)));
  }
}

/**
 * After the browser granted origins. The popup that asked may have been closed by the browser's
 * question and cannot be relied upon to switch the site on.
 */
export async function onGranted(origins: readonly string[]): Promise<void> {
  const granted = origins.flatMap((origin) => {
    const host = hostOfOrigin(origin);
    return host === null || host === EVERY_HOST
      ? []
      : [{ host, url: origin.replace('*://', 'https://') }];
  });
  const modes = await siteModes();
  for (const { host } of granted) if (modes.get(host) === 'never') await forgetMode(host);
  await register();
  for (const { host, url } of granted) await actIn(await tabsOf(host, null), url);
}

/**
 * After a permission went away. A tab's address is visible to us exactly where we hold its
 * permission, so readers are stopped wherever it is not.
 */
export async function onRevoked(): Promise<void> {
  await register();
  const tabs = await browser.tabs.query({});
  await stopReaders(tabs.flatMap(({ id, url }) => (id === undefined || url ? [] : [id])));
}
