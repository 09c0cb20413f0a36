/** The address that a page gives for itself (https://www.rfc-editor.org/rfc/rfc6596). */
import { find } from '../../components/dom';

/** Longer ones the background would refuse. In UTF-16 units. */
const LONGEST = 8192;

/** @returns an absolute address, or null where the page gives none that can be used */
export function ownAddress(): string | null {
  const link = find('link[rel=canonical]');
  const address = link instanceof HTMLLinkElement ? link.href : '';
  return address !== '' && address.length <= LONGEST ? address : null;
}
