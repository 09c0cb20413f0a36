/** Shadow trees: text there is read as blocks of its own, beside the page's. */

import { nameOf } from '../../components/dom';

/** Firefox gives extensions a property, Chromium a function; both open what the page closed. */
interface WithClosed extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

interface WithDom {
  readonly chrome?: {
    readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
  };
}

/** Our own hosts (the card, the overlay of marks) begin so; a page has no prose in a name of ours. */
const OWN = 'on-record-';

/**
 * @returns whether an element that has no shadow tree now may get one later: only elements of the page's
 *   own definition do, as a rule, and those are also the only ones asked for a closed tree, since
 *   asking costs microseconds
 */
export function mayHost(element: Element): boolean {
  const name = nameOf(element);
  return name.includes('-') && !name.startsWith(OWN);
}

/** @returns the element's shadow tree, also one that the page closed; never our own */
export function shadowOf(element: Element): ShadowRoot | null {
  const open: unknown = element.shadowRoot;
  if (open instanceof ShadowRoot) return nameOf(element).startsWith(OWN) ? null : open;
  if (!mayHost(element)) return null;
  const closed = (element as WithClosed).openOrClosedShadowRoot;
  if (closed !== undefined) return closed;
  if (!(element instanceof HTMLElement)) return null;
  // Not before it is needed: the first touch of `chrome.dom` has Chromium build it, for milliseconds.
  return (globalThis as WithDom).chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
}
