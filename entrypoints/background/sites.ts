/** On which sites the reader runs: what the browser granted, less what the reader switched off. */
import { browser } from 'wxt/browser';
import type { SiteState, SiteSwitch } from '../../data/messages';
import { EVERY_HOST, hostOfOrigin, pagesOf, siteOf } from '../../data/site';
import { startReaders, stopReaders } from './readers';
import { register } from './registration';
import { addSiteOff, removeSiteOff, sitesOff } from './sites-off';

const NOWHERE: SiteState = { host: null, on: false, granted: false };

/** @param url the address of the tab */
export async function siteState(url: string): Promise<SiteState> {
  const site = siteOf(url);
  if (!site) return NOWHERE;
  const granted = await browser.permissions.contains({ origins: [site.origin] });
  const off = (await sitesOff()).includes(site.host);
  return { host: site.host, on: granted && !off, granted };
}

/** Tabs of a host that the extension may see, and the one that the switch was thrown over. */
async function tabsOf(host: string, tab: number | null): Promise<number[]> {
  const open = await browser.tabs.query({ url: pagesOf(host) });
  return [...new Set([...open.map(({ id }) => id), tab ?? undefined])].filter(
    (id) => id !== undefined,
  );
}

/**
 * Switches the reader on or off for a site: in pages to come by its registration, in open ones at
 * once. To switch on, the browser's permission must have been granted in the click before.
 */
export async function setSite({ url, on, tab, privately }: SiteSwitch): Promise<SiteState> {
  const site = siteOf(url);
  if (!site) return NOWHERE;
  if (on) await switchOn(site.host, site.origin, tab);
  else await switchOff(site.host, tab, privately);
  return siteState(url);
}

async function switchOn(host: string, origin: string, tab: number | null): Promise<void> {
  if (!(await browser.permissions.contains({ origins: [origin] }))) return;
  await removeSiteOff(host);
  await register();
  await startReaders(await tabsOf(host, tab));
}

async function switchOff(host: string, tab: number | null, privately: boolean): Promise<void> {
  // While the permission is still there, since without it the host's tabs cannot be told apart.
  await stopReaders(await tabsOf(host, tab));
  await addSiteOff(host, privately);
  await giveBack(host);
  await register();
}

/** Gives the permission back where it was granted for this host alone. */
async function giveBack(host: string): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const own = origins.filter((origin) => hostOfOrigin(origin) === host);
  if (own.length > 0) await browser.permissions.remove({ origins: own });
}

/**
 * After the browser granted origins. The popup that asked may have been closed by the browser's
 * question and cannot be relied upon to switch the site on.
 */
export async function onGranted(origins: readonly string[]): Promise<void> {
  const hosts = origins
    .flatMap((origin) => hostOfOrigin(origin) ?? [])
    .filter((host) => host !== EVERY_HOST);
  for (const host of hosts) await removeSiteOff(host);
  await register();
  for (const host of hosts) await startReaders(await tabsOf(host, null));
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
