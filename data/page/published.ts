/**
 * When a page was published, from what it says of itself. Of the signs of a date the surest decides:
 *
 * 1. `json-ld`: `datePublished` of an article (https://schema.org/datePublished), else of the page;
 * 2. `meta`: what publishers write for others' programs to read, best known first;
 * 3. `time`: a `<time>` element that is marked so, else the first in the article's header, else in the article,
 *    else anywhere, if all of those show one day;
 * 4. `url`: a day or month in the path.
 *
 * A sign that cannot be read, or gives a day that cannot be, is passed over. When a page was modified is not when it was
 * published and is never looked at.
 */
import type { DateSign } from '../messages';
import { publishedInJsonLd } from './json-ld-date';
import { readDate } from './written-date';

/** Where a `<time>` stands. */
export type TimePlace = 'marked' | 'header' | 'article' | 'page';

/** What is looked at; each part only when those before it showed nothing. */
export interface DateSigns {
  /** The texts of its JSON-LD scripts. */
  readonly jsonLd: () => readonly string[];
  /** Its `<meta>` elements and microdata: `name`, `property` or `itemprop`, and the content. */
  readonly metas: () => readonly { readonly name: string; readonly content: string }[];
  /** `datetime`, or what stands in an element without. */
  readonly times: () => readonly { readonly value: string; readonly place: TimePlace }[];
  /** The page's addresses: its own, then the one it was loaded from. */
  readonly addresses: readonly string[];
}

/** Names of meta data that give a date of publication, lower case, surest first. */
const META_NAMES = [
  'article:published_time',
  'datepublished',
  'og:article:published_time',
  'article:published',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'prism.publicationdate',
  'article:publicationdate',
  'article_date_original',
  'originalpublicationdate',
  'publication_date',
  'publicationdate',
  'publish_date',
  'publish-date',
  'publishdate',
  'published_at',
  'published-date',
  'pubdate',
  'pub_date',
  'pdate',
  'cxenseparse:recs:publishtime',
  'og:published_time',
  'displaydate',
  'date',
];

/** A page has some dozens. */
const MAX_METAS = 500;
const MAX_TIMES = 200;

const DAY_MS = 86_400_000;
/** The first newspapers; archives give the day of the paper as the page's own. */
const FIRST_YEAR = 1650;
/** Before the web no address had a day in it: there such a figure is a number of something else. */
const FIRST_WEB_YEAR = 1990;
/** What machines show for "no date": zero in Unix, Excel, older Macs and DOS. */
const ZERO_DAYS: readonly string[] = [
  '1970-01-01',
  '1969-12-31',
  '1900-01-01',
  '1899-12-30',
  '1899-12-31',
  '1904-01-01',
  '1980-01-01',
];

/** @returns whether a page may have been published then; a day ahead may be today in another zone */
function isPlausible(edtf: string, now: number, firstYear: number): boolean {
  const earliest = Date.parse(edtf);
  return (
    Number(edtf.slice(0, 4)) >= firstYear && earliest <= now + DAY_MS && !ZERO_DAYS.includes(edtf)
  );
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/**
 * /2024/11/07/ and /2024/nov/07/; 2024-11-07 anywhere; a segment that begins with 20241107, or ends with it behind a slug
 * of four words and more (behind fewer it may be a number: "news-world-20190321"); /2024/11/.
 */
const IN_PATH = [
  /\/(?<y>\d{4})\/(?<m>\d\d?|[a-z]{3})\/(?<d>\d\d?)(?=\/|$)/i,
  /(?<!\d)(?<y>\d{4})([-_])(?<m>\d\d)\2(?<d>\d\d)(?!\d)/,
  /\/(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)(?!\d)/,
  /\/(?:[^/-]+-){4,}(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)\/?$/,
  /\/(?<y>\d{4})[/-](?<m>\d\d)(?=\/|$)/,
];

/** @returns EDTF, or null; only the path is looked at, since a query says what was asked for */
function dateInAddress(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const { pathname } = new URL(address);
  return IN_PATH.flatMap((pattern) => {
    const { y = '', m = '', d } = pattern.exec(pathname)?.groups ?? {};
    const named = MONTHS.indexOf(m.toLowerCase()) + 1;
    const month = named > 0 ? String(named) : m;
    const parts = [y, month.padStart(2, '0'), ...(d === undefined ? [] : [d.padStart(2, '0')])];
    return readDate(parts.join('-')) ?? [];
  });
}

function* datesInMeta(metas: ReturnType<DateSigns['metas']>): Generator<string | null> {
  const first = new Map<string, string>();
  for (const { name, content } of metas.slice(0, MAX_METAS)) {
    const key = name.toLowerCase();
    if (!first.has(key) && readDate(content) !== null) first.set(key, content);
  }
  for (const name of META_NAMES) yield readDate(first.get(name) ?? '');
}

function* datesInTimes(times: ReturnType<DateSigns['times']>): Generator<string | null> {
  const looked = times.slice(0, MAX_TIMES);
  const at = (place: TimePlace) =>
    looked.filter((time) => time.place === place).map(({ value }) => readDate(value));
  yield* at('marked');
  yield* at('header');
  yield* at('article');
  const days = new Set(at('page'));
  if (days.size === 1) yield* days;
}

/**
 * @param signs what the page shows
 * @param now milliseconds since 1970 UTC: what lies more than a day ahead is no date of publication
 * @returns a day, month or year in EDTF, as the page writes it and so in its own time zone; null where it is not known
 */
export function publishedOn(
  signs: DateSigns,
  now: number,
): { edtf: string; sign: DateSign } | null {
  const candidates: [DateSign, () => Iterable<string | null>][] = [
    ['json-ld', () => publishedInJsonLd(signs.jsonLd(), signs.addresses).map(readDate)],
    ['meta', () => datesInMeta(signs.metas())],
    ['time', () => datesInTimes(signs.times())],
    ['url', () => signs.addresses.flatMap(dateInAddress)],
  ];
  for (const [sign, dates] of candidates) {
    for (const edtf of dates()) {
      const firstYear = sign === 'url' ? FIRST_WEB_YEAR : FIRST_YEAR;
      if (edtf !== null && isPlausible(edtf, now, firstYear)) return { edtf, sign };
    }
  }
  return null;
}
