/** Checks what the `about` script brings out of a page; apart from it, since reading EDTF would be most of the script. */
import { isDate } from '../dates';
import type { DateSign } from '../messages';
import { type AboutPage, MAX_ADDRESS, MAX_TITLE } from './about-page';
import { isWebAddress } from './address';

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
