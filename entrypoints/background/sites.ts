/** On which sites the reader runs: what the browser granted, less what the reader switched off. */
import { browser } from 'wxt/browser';
import type { SiteState } from '../../data/messages';
import { siteOf } from '../../data/site';
import { register } from './registration';
import { sitesOff, switchSite } from './sites-off';
import { tellReader } from './tell-reader';

const NOWHERE: SiteState = { host: null, on: false, granted: false };

/** @param url the address of the tab */
export async function siteState(url: string): Promise<SiteState> {
  const site = siteOf(url);
  if (!site) return NOWHERE;
  const granted = await browser.permissions.contains({ origins: [site.origin] });
  const off = (await sitesOff()).includes(site.host);
  return { host: site.host, on: granted && !off, granted };
}

/** @returns the sites that the browser's permissions or our own switches name; host "*" is all of them */
export async function listSites(): Promise<SiteState[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const granted = new Set(
    origins.flatMap((origin) => /^(?:\*|https?):\/\/([^/]+)\//.exec(origin)?.[1] ?? []),
  );
  const off = new Set(await sitesOff());
  const isGranted = (host: string) => granted.has(host) || granted.has('*');
  return [...new Set([...granted, ...off])]
    .sort()
    .map((host) => ({ host, on: isGranted(host) && !off.has(host), granted: isGranted(host) }));
}

/** Tabs of a host that the extension may see, and the one that the popup was opened over. */
async function tabsOf(host: string, tab: number | null): Promise<number[]> {
  const open = await browser.tabs.query({ url: `*://${host}/*` });
  return [...new Set([...open.map(({ id }) => id ?? null), tab])].filter((id) => id !== null);
}

/**
 * Switches the reader on or off for a site: in pages to come by its registration, in open ones at
 * once. To switch on, the browser's permission must have been granted in the click before.
 * @param url the address of the tab
 * @param tab the tab the switch was thrown over
 */
export async function setSite(url: string, on: boolean, tab: number | null): Promise<SiteState> {
  const site = siteOf(url);
  if (!site) return NOWHERE;
  const { host, origin } = site;
  const privately = tab !== null && (await browser.tabs.get(tab)).incognito;
  if (on) {
    if (!(await browser.permissions.contains({ origins: [origin] }))) return siteState(url);
    await switchSite(host, true, privately);
    await register();
    const target = (tabId: number) => ({ target: { tabId }, files: ['/reader.js' as const] });
    // A tab that is not loaded, or shows an error page, cannot be read; its next page will be.
    const tabs = await tabsOf(host, tab);
    await Promise.allSettled(tabs.map((id) => browser.scripting.executeScript(target(id))));
  } else {
    const tabs = await tabsOf(host, tab);
    await Promise.all(tabs.map((id) => tellReader(id, 'page.stop', null)));
    await switchSite(host, false, privately);
    await giveBack(host);
    await register();
  }
  return siteState(url);
}

/** Gives the permission back where it was granted for this host alone. */
async function giveBack(host: string): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const own = origins.filter((origin) => /^(\*|https?):\/\/([^/]+)\//.exec(origin)?.[2] === host);
  if (own.length > 0) await browser.permissions.remove({ origins: own });
}

/**
 * Stops the reader in tabs whose permission went away outside our own switch. A tab's address is
 * visible to us exactly where we hold its permission.
 */
export async function stopWhereRevoked(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(({ id, url }) =>
      id === undefined || url !== undefined ? null : tellReader(id, 'page.stop', null),
    ),
  );
}
