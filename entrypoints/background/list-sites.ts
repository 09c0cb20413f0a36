/** The sites that the library lists: those that were allowed, and those that the reader chose for. */
import { browser } from 'wxt/browser';
import type { SiteState } from '../../data/messages';
import { EVERY_HOST, hostOfOrigin } from '../../data/site';
import { isPaused } from './pause';
import { siteModes } from './site-modes';

/** @returns one state a host, by name; EVERY_HOST is every site */
export async function listSites(): Promise<SiteState[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const granted = new Set(origins.flatMap((origin) => hostOfOrigin(origin) ?? []));
  const [modes, paused] = await Promise.all([siteModes(), isPaused()]);
  return [...new Set([...granted, ...modes.keys()])].sort().map((host) => ({
    host,
    granted: granted.has(host) || granted.has(EVERY_HOST),
    mode: modes.get(host) ?? 'articles',
    paused,
  }));
}
