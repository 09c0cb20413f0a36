/** What a page says of itself, as the `about` script brings it out of the page. */
import type { DateSign } from '../messages';

/** The result of the script: a plain object of a few hundred bytes, to be shown with the date in the reader's language. */
export interface AboutPage {
  readonly title: string | null;
  /** The address that the page gives for itself, else the one it was loaded from; http(s) only. */
  readonly address: string | null;
  /** When it was published: a day, month or year in EDTF, no more precise than the page has it. */
  readonly published: { readonly edtf: string; readonly sign: DateSign } | null;
}

/** UTF-16 units. Longer titles are cut, longer addresses are none. */
export const MAX_TITLE = 300;
export const MAX_ADDRESS = 8192;
