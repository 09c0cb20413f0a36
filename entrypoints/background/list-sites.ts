/** The sites that the library lists: those that were allowed, and those that were switched off. */
import { browser } from 'wxt/browser';
import type { SiteState } from '../../data/messages';
import { EVERY_HOST, hostOfOrigin } from '../../data/site';
import { sitesOff } from './sites-off';

/** @returns one state a host, by name; EVERY_HOST is every site */
export async function listSites(): Promise<SiteState[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const granted = new Set(origins.flatMap((origin) => hostOfOrigin(origin) ?? []));
  const off = new Set(await sitesOff());
  const isGranted = (host: string) => granted.has(host) || granted.has(EVERY_HOST);
  return [...new Set([...granted, ...off])]
    .sort()
    .map((host) => ({ host, on: isGranted(host) && !off.has(host), granted: isGranted(host) }));
}
