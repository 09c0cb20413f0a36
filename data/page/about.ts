/** What a page says of itself, as the `about` script brings it out of the page. */
import { isDate } from '../dates';
import type { DateSign } from '../messages';
import { isWebAddress } from './address';

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

const SIGNS: readonly unknown[] = ['json-ld', 'meta', 'time', 'url'] satisfies DateSign[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * Checks what came out of a page, which may not be what our script sent.
 * @param result a result of `scripting.executeScript`, undefined where it could not run
 * @returns only what holds of it
 */
export function checkAbout(result: unknown): AboutPage {
  const { title, address, published } = isObject(result) ? result : {};
  const { edtf, sign } = isObject(published) ? published : {};
  return {
    title: typeof title === 'string' && title !== '' ? title.slice(0, MAX_TITLE) : null,
    address: typeof address === 'string' && isWebAddress(address, MAX_ADDRESS) ? address : null,
    published:
      typeof edtf === 'string' && isDate(edtf) && SIGNS.includes(sign)
        ? { edtf, sign: sign as DateSign }
        : null,
  };
}
