/**
 * A reader's list of sites as a text that can be kept, sent and edited: one site a line, its host and which of its
 * pages are read. Lines that begin with "#" are remarks.
 *
 *     # On Record: sites
 *     news.example articles
 *     mail.example never
 */
import type { SiteMode } from './messages';
import { siteOf } from './site';

export interface ListedSite {
  readonly host: string;
  readonly mode: SiteMode;
}

/** More than anybody has chosen for; and what a browser asks for at once must stay readable. */
export const MAX_SITES = 1000;
/** UTF-16 units: a thousand of the longest lines. */
export const MAX_SITE_LIST = MAX_SITES * 270;

const MODES: readonly SiteMode[] = ['articles', 'always', 'never'];

/** @returns the list as text, in the order given */
export const writeSiteList = (sites: readonly ListedSite[]): string =>
  ['# On Record: sites', ...sites.map(({ host, mode }) => `${host} ${mode}`), ''].join('\n');

export interface ReadSiteList {
  /** The last line of a host counts. */
  readonly sites: readonly ListedSite[];
  /** Numbers of lines, from 1, that say no site. */
  readonly unread: readonly number[];
}

/**
 * @param text as a file has it; a line without a mode means articles
 * @throws {RangeError} when it is longer than {@link MAX_SITE_LIST} or lists more than {@link MAX_SITES}
 */
export function readSiteList(text: string): ReadSiteList {
  if (text.length > MAX_SITE_LIST) throw new RangeError('a list of sites is not so long');
  const sites = new Map<string, SiteMode>();
  const unread: number[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const [host = '', mode = 'articles', ...more] = line.trim().split(/\s+/);
    if (host === '' || host.startsWith('#')) continue;
    const known = hostOf(host);
    const chosen = MODES.find((one) => one === mode);
    if (known === null || !chosen || more.length > 0) unread.push(i + 1);
    else sites.set(known, chosen);
  }
  if (sites.size > MAX_SITES) throw new RangeError(`more than ${MAX_SITES} sites`);
  return { sites: [...sites].map(([host, mode]) => ({ host, mode })), unread };
}

/** @returns the host as addresses have it; null where it is none, or none that may be read */
function hostOf(text: string): string | null {
  if (!/^[^\s/?#@:*]+$/.test(text)) return null;
  return siteOf(`https://${text}/`)?.host ?? null;
}
