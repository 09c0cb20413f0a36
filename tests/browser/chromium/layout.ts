/** Looks over how a page of the extension fits its window: nothing beyond it, nothing cut, nothing too small to hit. */
import type { Page } from '@playwright/test';

/** WCAG 2.2, 2.5.8 Target Size (Minimum), in px: https://www.w3.org/TR/WCAG22/#target-size-minimum */
const TARGET_PX = 24;

// A string, since what tsx makes of named functions does not run in a page.
const LOOK = `(() => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  const faults = wide > 0 ? ['the page scrolls sideways by ' + wide + ' px'] : [];
  const name = (element) =>
    element.tagName.toLowerCase() + (element.className ? '.' + element.className : '') +
    ' "' + (element.textContent || element.ariaLabel || '').trim().slice(0, 40) + '"';
  const isShown = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getBoundingClientRect().width > 1;
  const all = [...document.body.querySelectorAll('*')].filter(isShown);
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const inScroller = (element) => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (scrolls(at)) return true;
    }
    return false;
  };
  for (const element of all) {
    const { left, right } = element.getBoundingClientRect();
    if ((left < -1 || right > innerWidth + 1) && !inScroller(element)) {
      faults.push('beyond the window: ' + name(element) + ' ' + Math.round(left) + '…' + Math.round(right));
    }
    const style = getComputedStyle(element);
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!hasText || element.tagName === 'OPTION') continue;
    const clips = /hidden|clip/.test(style.overflowX) && style.textOverflow !== 'ellipsis';
    const clamped = style.webkitLineClamp !== 'none';
    if (clips && !clamped && element.scrollWidth > element.clientWidth + 1) {
      faults.push('cut: ' + name(element));
    }
    if (style.display !== 'inline' && style.overflowX === 'visible' && element.scrollWidth > element.clientWidth + 1) {
      faults.push('runs out of its box: ' + name(element));
    }
  }
  const small = ${TARGET_PX};
  const targets = all
    .filter((element) =>
      element.matches('a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=radio], [role=switch], [role=option], [tabindex="0"]'))
    .map((element) => {
      const label = element.matches('input[type=radio], input[type=checkbox], input[type=file]') && element.closest('label');
      return { element, box: (label || element).getBoundingClientRect() };
    });
  const isSmall = ({ box }) => box.width < small - 0.5 || box.height < small - 0.5;
  // In a sentence a link is as high as the line.
  const inSentence = ({ element }) =>
    getComputedStyle(element).display.startsWith('inline') && element.matches('a') &&
    [...element.parentElement.childNodes].some((node) => node.nodeType === 3 && node.data.trim().length > 1);
  const centre = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
  const reaches = (one, other) => {
    const [x, y] = centre(one);
    if (isSmall(other)) {
      const [u, v] = centre(other);
      return Math.hypot(x - u, y - v) < small;
    }
    const { left, right, top, bottom } = other.box;
    return Math.hypot(x - Math.max(left, Math.min(x, right)), y - Math.max(top, Math.min(y, bottom))) < small / 2;
  };
  for (const one of targets) {
    if (!isSmall(one) || inSentence(one)) continue;
    const close = targets.find((other) =>
      other !== one && !other.element.contains(one.element) && !one.element.contains(other.element) && reaches(one, other));
    if (close) {
      faults.push('too small a target: ' + name(one.element) + ' ' + Math.round(one.box.width) + ' by ' +
        Math.round(one.box.height) + ', next to ' + name(close.element));
    }
  }
  return { faults, targets: targets.length, texts: all.length };
})()`;

export interface Layout {
  /** What does not fit, one line each. */
  readonly faults: readonly string[];
  /** How many things to press were looked at. */
  readonly targets: number;
  /** How many elements are shown. */
  readonly texts: number;
}

/** @returns what does not fit in the window, is cut off, or is too small and too close to others to be pressed */
export const layoutOf = (page: Page): Promise<Layout> => page.evaluate<Layout>(LOOK);

/** Makes all text of a page larger, lines included, as Firefox does with "zoom text only" and nothing else of it. */
export const enlargeText = (page: Page, times: number) =>
  page.evaluate(`(() => {
    const all = [document.body, ...document.body.querySelectorAll('*')];
    const sizes = all.map((element) => {
      const { fontSize, lineHeight } = getComputedStyle(element);
      return [parseFloat(fontSize) * ${times}, parseFloat(lineHeight) * ${times}];
    });
    all.forEach((element, i) => {
      const [size, line] = sizes[i];
      element.style.setProperty('font-size', size + 'px', 'important');
      if (line) element.style.setProperty('line-height', line + 'px', 'important');
    });
  })()`);
