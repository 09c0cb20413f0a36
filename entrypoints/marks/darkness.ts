/** Whether text stands on a dark ground: the page's own, not the browser's theme. */

import { bodyElement, elementAround, hostOf, rootElement } from '../../components/dom';

/** Style sheet: below this relative luminance the dark set of marks is the readable one. */
const DARK_BELOW = 0.18;

/** A ground that lets more than half of what is behind it through is not the ground. */
const OPAQUE = 0.5;

/** One per page; forgets with the page's elements. */
export interface Grounds {
  isDark(element: Element): boolean;
}

/** Every element is asked once; make a new one when the page's theme changes. Reads computed styles. */
export function createGrounds(): Grounds {
  const known = new WeakMap<Element, boolean>();
  const isDark = (element: Element): boolean => {
    let dark = known.get(element);
    if (dark === undefined) {
      const around = elementAround(element) ?? hostOf(element);
      dark = own(element) ?? (around ? isDark(around) : false);
      known.set(element, dark);
    }
    return dark;
  };
  /** What the element itself says, or null where its ground is its parent's. */
  const own = (element: Element): boolean | null => {
    const style = getComputedStyle(element);
    const ground = parseColour(style.backgroundColor);
    if (ground && ground.alpha >= OPAQUE) return ground.luminance < DARK_BELOW;
    // A picture behind the text, or the bare canvas: light letters say that it is dark.
    if (style.backgroundImage !== 'none' || element === rootElement()) {
      return (parseColour(style.color)?.luminance ?? 0) > 0.5;
    }
    return null;
  };
  return { isDark };
}

/** Pages change their theme by a class or attribute on the root; many also toggle one on every scroll. */
const THEME_SETTLES_MS = 300;

/**
 * @param onChange called when the page may have changed between light and dark
 */
export function watchTheme(onChange: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      onChange();
    }, THEME_SETTLES_MS);
  });
  for (const element of [rootElement(), bodyElement()]) {
    if (element) observer.observe(element, { attributes: true });
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', onChange, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

export interface Colour {
  /** Relative luminance, 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance), near enough to tell dark from light. */
  readonly luminance: number;
  readonly alpha: number;
}

/**
 * @param css a computed colour: browsers give `rgb()`, or the space it was written in
 * @returns null for a space that no page paints its ground in
 */
export function parseColour(css: string): Colour | null {
  const [, space = '', values = ''] = /^(color\(\S+|\w+\()(.*)\)/.exec(css) ?? [];
  const [a = 0, b = 0, c = 0, alpha = 1] = (values.match(/[-\d.e]+/g) ?? []).map(Number);
  const luminance = space.startsWith('rgb')
    ? mix(a / 255, b / 255, c / 255)
    : space.startsWith('color')
      ? mix(a, b, c)
      : space.startsWith('ok')
        ? a ** 3
        : space.startsWith('l')
          ? ((a + 16) / 116) ** 3
          : null;
  return luminance === null ? null : { luminance, alpha };
}

/** Red, green and blue, 0 to 1, gamma-encoded as in sRGB, and Display P3 nearly so. */
function mix(red: number, green: number, blue: number): number {
  return 0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2;
}
