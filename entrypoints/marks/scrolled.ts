/** Where a page and the boxes in it were scrolled to, so that a reader who was taken elsewhere can go back. */
import { parentOf } from '../../components/dom';

export interface Scrolled {
  /**
   * Scrolls, and keeps where all that it moved had been; of what was moved before, where it was first.
   * @param to what is brought into view; only boxes around it are moved
   */
  go(to: Node, scroll: () => void): void;
  /** @returns whether anything was scrolled since the last time */
  back(): boolean;
}

/** Read past a form's fields of these names. */
const placeOf = (element: Element) => ({
  left: Reflect.get(Element.prototype, 'scrollLeft', element) as number,
  top: Reflect.get(Element.prototype, 'scrollTop', element) as number,
});

/** The elements around a node, out through the shadow trees that it stands in. */
function around(node: Node): Element[] {
  const elements: Element[] = [];
  let at: Node | null = parentOf(node);
  while (at) {
    if (at instanceof Element) elements.push(at);
    at = at instanceof ShadowRoot ? at.host : parentOf(at);
  }
  return elements;
}

export function createScrolled(): Scrolled {
  const before = new Map<Element, { readonly left: number; readonly top: number }>();
  return {
    go(to, scroll) {
      const places = around(to).map((element) => [element, placeOf(element)] as const);
      scroll();
      for (const [element, place] of places) {
        const now = placeOf(element);
        const moved = now.left !== place.left || now.top !== place.top;
        if (moved && !before.has(element)) before.set(element, place);
      }
    },
    back() {
      const moved = before.size > 0;
      for (const [element, { left, top }] of before) {
        const to: ScrollToOptions = { left, top, behavior: 'instant' };
        (Element.prototype.scrollTo as (to: ScrollToOptions) => void).call(element, to);
      }
      before.clear();
      return moved;
    },
  };
}
