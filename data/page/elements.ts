/**
 * Which elements of a page hold prose, which break it into blocks and which are never read. Decided
 * by name and a few attributes alone: a computed style would cost a style recalculation per element
 * in the page, and a saved file has none. What that misses: a `<div>` styled inline is still a break, a
 * `<span>` styled as a block is not.
 */

/**
 * - `inline`: prose runs through it.
 * - `block`: prose breaks before and after it.
 * - `line`: `<br>`, a space; two in a row break.
 * - `gap`: not read, and something stands there, so the words beside it do not join.
 * - `void`: not read, and nothing stands there: prose runs on as if it were absent.
 * - `closed`: a block that is not read.
 */
export type Role = 'inline' | 'block' | 'line' | 'gap' | 'void' | 'closed';

const NAMES: Readonly<Record<Exclude<Role, 'inline'>, string>> = {
  /** `display: block`, `list-item` and `table*` in https://html.spec.whatwg.org/multipage/rendering.html */
  block:
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main ' +
    'menu ol p search section summary table tbody td tfoot th thead tr ul',
  line: 'br',
  /** Code, fields and what is drawn rather than written; their fallback text is not on the page. */
  gap:
    'audio button canvas code embed iframe img input kbd map math meter object picture progress ' +
    'samp select svg textarea video',
  /** Not rendered, or (`rt`, `rp`) a reading aid set over the word, which would split it. */
  void: 'datalist head noscript rp rt script style template title wbr',
  /** Text as typed, and navigation, which is never marked. */
  closed: 'nav pre xmp',
};

const ROLES = new Map(
  (Object.entries(NAMES) as [Role, string][]).flatMap(([role, names]) =>
    names.split(' ').map((name) => [name, role] as const),
  ),
);

/**
 * @param name an element's local name, lower case
 * @returns how prose meets it
 */
export function roleOf(name: string): Role {
  return ROLES.get(name) ?? 'inline';
}

/**
 * @param role an element's role by its name
 * @returns its role when its attributes close it: an icon in a sentence still stands between two words
 */
export function closedRole(role: Role): Role {
  if (role === 'inline') return 'gap';
  return role === 'block' ? 'closed' : role;
}

/** @returns whether the inside of an element of this role is read */
export function isRead(role: Role): boolean {
  return role === 'inline' || role === 'block';
}

/** The roles of ARIA whose text is a control's, a menu's or being edited, not prose. */
const ARIA_UNREAD = ['button', 'menu', 'menubar', 'navigation', 'searchbox', 'textbox', 'toolbar'];

/**
 * The attributes that close an element of any name, as a selector for a live page.
 * {@link closesByAttribute} is the same rule for a parsed file.
 */
export const CLOSED_SELECTOR = [
  '[hidden]',
  '[aria-hidden="true"]',
  '[contenteditable]:not([contenteditable="false"])',
  ...ARIA_UNREAD.map((role) => `[role="${role}"]`),
].join();

/** Everything whose inside is not read, by name or by attribute. */
export const UNREAD_SELECTOR = [NAMES.gap, NAMES.void, NAMES.closed]
  .join(' ')
  .split(' ')
  .concat(CLOSED_SELECTOR)
  .join();

/**
 * @param attribute gives an attribute's value, or null where it is not set
 * @returns whether the element's attributes say not to read it
 */
export function closesByAttribute(attribute: (name: string) => string | null): boolean {
  const editable = attribute('contenteditable');
  return (
    attribute('hidden') !== null ||
    attribute('aria-hidden') === 'true' ||
    (editable !== null && editable !== 'false') ||
    ARIA_UNREAD.includes(attribute('role') ?? '')
  );
}
