/** What counts as one site, the same for the switch that asks for it and the script that it admits. */
import type { SiteState } from './messages';

/** One host, as the reader sees it and as the browser's permissions name it. */
export interface Site {
  /** "news.example", without port: match patterns have none. */
  readonly host: string;
  /** The host permission to ask for: "https://news.example/*". */
  readonly origin: string;
}

/** What the permission for every site names as its host. */
export const EVERY_HOST = '*';

/**
 * @param host a host name, or {@link EVERY_HOST}
 * @returns the host permissions to ask for where nothing is known of the address but the host
 */
export const originsOf = (host: string): string[] => [`http://${host}/*`, `https://${host}/*`];

/**
 * @param host a host name
 * @returns the match pattern of its pages over http and https
 */
export const pagesOf = (host: string): string => `*://${host}/*`;

/** Hosts where browsers let no extension read, whatever it was granted. */
const CLOSED = [
  'chromewebstore.google.com',
  'addons.mozilla.org',
  'accounts.firefox.com',
  'support.mozilla.org',
  'sync.services.mozilla.com',
];

/**
 * @param url a tab's address
 * @returns its site, or null where no extension may read: browser pages, files, stores
 */
export function siteOf(url: string): Site | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if (!/^https?:$/.test(protocol) || hostname === '' || CLOSED.includes(hostname)) return null;
  return { host: hostname, origin: `${protocol}//${hostname}/*` };
}

/**
 * @param origin a host permission, as the browser lists them
 * @returns its host; {@link EVERY_HOST} for every one, null for what is no web address
 */
export function hostOfOrigin(origin: string): string | null {
  return /^(?:\*|https?):\/\/([^/]+)\//.exec(origin)?.[1] ?? null;
}

/** @returns whether the reader runs on the site, on its articles at least */
export const isOn = ({ host, granted, mode, paused }: SiteState): boolean =>
  host !== null && granted && mode !== 'never' && !paused;
