/** Why a page's record cannot be shown, or that there is none: one rule for every surface that must say so. */
import type { PageKind, PageReading, SiteState } from '../messages';
import { isOn } from '../site';

/**
 * `unknown`: the browser does not tell what page it is. `absent`: no reader runs in it, for no reason that is known.
 * `nothing`: it was read, and nothing is on record.
 */
export type Obstacle =
  | 'paused'
  | 'unknown'
  | 'browser'
  | 'file'
  | 'store'
  | 'off'
  | 'pdf'
  | 'drawn'
  | 'shut'
  | 'absent'
  | 'unread'
  | 'nothing';

/** What a surface knows of the page in a tab. */
export interface PageFacts {
  /** Empty where the browser does not tell. */
  readonly url: string;
  readonly site: SiteState;
  /** The browser would tell if it were a web page: every site is allowed, or the toolbar was clicked. */
  readonly tellsWeb: boolean;
  /** Null where no reader has answered. */
  readonly reading: PageReading | null;
  /** There is no reader in the page, and it has had time. */
  readonly absent: boolean;
  /** How many mentions were found so far; null where no reader has answered. */
  readonly mentions: number | null;
  /** Null as long as it was not asked for. */
  readonly kind: PageKind | null;
}

/** Whether nothing will be shown of a page that might be read, so that its kind is worth asking for. */
export function wantsKind({ site, reading, absent, mentions }: Omit<PageFacts, 'kind'>): boolean {
  return isOn(site) && (absent || reading?.read === false || mentions === 0);
}

/** @returns null where there is a record to show, or it is not yet known */
export function obstacleOf(facts: PageFacts): Obstacle | null {
  const { url, site, tellsWeb, reading, absent, kind } = facts;
  if (site.paused) return 'paused';
  if (site.host === null) {
    if (url === '') return tellsWeb ? 'browser' : 'unknown';
    if (url.startsWith('file:')) return 'file';
    return /^https?:/.test(url) ? 'store' : 'browser';
  }
  if (!isOn(site)) return 'off';
  if (!wantsKind(facts) || kind === null) return null;
  if (kind === 'pdf' || kind === 'drawn') return kind;
  if (absent) return kind === 'shut' ? 'shut' : 'absent';
  return reading?.read === false ? 'unread' : 'nothing';
}
