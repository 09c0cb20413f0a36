/**
 * Addresses of pages in a form in which two addresses of one article are equal and those of two articles never are:
 * only what is known to make no difference is taken off. For comparing; not for opening or showing.
 */

/** UTF-16 units; browsers take more, no publisher writes as many. */
const MAX_LENGTH = 8192;
/** Of a query; what lies beyond is left as it stands. */
const MAX_PARAMETERS = 100;

/** Host names under which a site is served another time, for small screens or as AMP. */
const VARIANT_HOST = /^(?:www|m|mobile|amp)\.(?=[^.]+\.)/;

/** Parameters that say where a reader came from, and those that ask for AMP. Sites' own `id`, `p` or `ref` are kept. */
const TRACKING = new RegExp(
  `^(?:${[
    'utm_.*|at_(?:medium|campaign|custom\\d?|link_.*|format|ptr_name|bbc_team)|mtm_.*|pk_.*|piwik_.*|hsa_.*|oly_.*|vero_.*',
    'fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igshid|igsh|epik|s_kwcid|tblci|obclid',
    'mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|_ga|_gl|_openstat|wt_mc|wt_zmc|xtor|cmp|cmpid|ncid|ocid|smid|smtyp',
    'ref_src|ref_url|referrer|guccounter|guce_referrer(?:_sig)?|__twitter_impression|sr_share|amp|amp_js_v|outputtype',
  ].join('|')})$`,
  'i',
);

/** A cache of AMP pages: Google's by the reader's own search, and the project's. `s` stands for https. */
const AMP_CACHES = [
  /^(?:www\.)?google\.[a-z.]+\/amp\/(?:s\/)?(.+)$/,
  /^[a-z0-9-]+\.cdn\.ampproject\.org\/[cv]\/(?:s\/)?(.+)$/,
];

/** A last segment that is an article's: a slug of several words, a number, a file. */
const SLUG = /(?:[^/]*-[^/]*-|[^/]*\d{4}|[^/]*\.html?$)/;

/** @returns whether it is an http(s) address of at most so many UTF-16 units */
export function isWebAddress(address: string, longest: number): boolean {
  return (
    address.length <= longest &&
    URL.canParse(address) &&
    /^https?:$/.test(new URL(address).protocol)
  );
}

/** One spelling of each percent-encoded text: "%7e" is "~", "é" is "%C3%A9" composed, "%2f" stays "%2F". */
function comparableEncoding(text: string): string {
  const upper = text.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
  try {
    // An encoded "%" stays one: "%252F" is not "%2F".
    const parts = upper
      .split('%25')
      .map((part) => encodeURI(decodeURI(part)).replaceAll('%25', '%'));
    return parts.join('%25');
  } catch {
    // In another encoding than UTF-8, or broken: as it stands.
    return upper;
  }
}

/** "/story-of-a-dam/amp", "/amp/story-of-a-dam", "/story-of-a-dam.amp.html": the article that is served as AMP. */
function withoutAmp(path: string): string {
  const ends = /^(.*?)(?:\/amp\/?|\.amp(?:\.html)?)$/i.exec(path)?.[1];
  const begins = /^\/amp(\/.+)$/i.exec(path)?.[1];
  const rest = ends ?? begins;
  // "/topics/amp" may well be about AMP.
  const last = rest?.replace(/\/$/, '').split('/').at(-1) ?? '';
  return rest !== undefined && SLUG.test(last) ? rest : path;
}

function comparablePath(path: string): string {
  return withoutAmp(comparableEncoding(path))
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, '/')
    .replace(/\/+$/, '');
}

/** In order, so that the same parameters in another order are the same. */
function comparableQuery(query: string): string {
  if (query.length <= 1) return '';
  const kept = query
    .slice(1)
    .split('&')
    .slice(0, MAX_PARAMETERS)
    .filter((parameter) => parameter !== '' && !TRACKING.test(parameter.split('=', 1)[0] ?? ''))
    .map(comparableEncoding)
    .sort();
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

/** A fragment leads to a place in the page, unless a page of scripts takes it for an address of its own. */
const comparableFragment = (hash: string) => (/^#!?\//.test(hash) ? hash : '');

/**
 * @param address any text
 * @returns what is equal for two addresses of one page: scheme, `www.` and the like, closing slash, index file,
 *   fragment, where the reader came from, AMP, and ways of writing the same characters make no difference; null for what
 *   is no http(s) address
 */
export function comparableAddress(address: string): string | null {
  if (!isWebAddress(address, MAX_LENGTH)) return null;
  const { host, pathname, search, hash } = new URL(address.normalize('NFC'));
  for (const cache of AMP_CACHES) {
    const inside = cache.exec(`${host}${pathname}`)?.[1];
    if (inside !== undefined && /^[^/]+\.[^/]+\//.test(inside)) {
      return comparableAddress(`https://${inside}${search}`);
    }
  }
  const name = host.replace(/\.(?=:|$)/, '').replace(VARIANT_HOST, '');
  return `${name}${comparablePath(pathname)}${comparableQuery(search)}${comparableFragment(hash)}`;
}
