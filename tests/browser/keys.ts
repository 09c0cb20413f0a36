/** Pages worked by keyboard alone, in either browser: what has the focus, what Tab comes to, and whether it can be seen. */

/** What both drivers' pages can do. */
export interface KeyedPage {
  readonly keyboard: { press(key: string): Promise<void> };
  evaluate(script: string): Promise<unknown>;
}

/** What has the focus. */
export interface Focused {
  /** As a screen reader would name it, nearly: label, text or placeholder. Empty for the page itself. */
  readonly name: string;
  /** Number of the element in the page, to tell apart what has the same name; -1 for the page itself. */
  readonly at: number;
  /** Something is drawn around it or around what stands for it. */
  readonly ring: boolean;
  readonly inView: boolean;
}

// A string, since what tsx makes of named functions does not run in a page.
const LOOK = `
  const nameOf = (element) => {
    const labelled = element.labels && element.labels[0];
    const by = document.getElementById(element.getAttribute('aria-labelledby') || '');
    const text = element.getAttribute('aria-label') || (labelled && labelled.textContent) ||
      (by && by.textContent) || element.textContent || element.placeholder || element.title || element.localName;
    return text.replace(/\\s+/g, ' ').trim();
  };
  const all = [...document.querySelectorAll('*')];
  const numbers = (globalThis.numbersOfTests ??= new WeakMap());
  const numberOf = (element) => {
    if (!numbers.has(element)) numbers.set(element, (globalThis.lastOfTests = (globalThis.lastOfTests ?? 0) + 1));
    return numbers.get(element);
  };
  const drawn = (element) => {
    const style = element && getComputedStyle(element);
    return Boolean(style) && ((style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none');
  };
`;

const FOCUSED = `(() => {
  ${LOOK}
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return { name: '', at: -1, ring: true, inView: true };
  const stand = element.closest('label') || element;
  const box = stand.getBoundingClientRect();
  return {
    name: nameOf(element),
    at: numberOf(element),
    // In a frame, the frame's own page draws it. Without a screen Firefox gives no focus back to a page after its tool bar,
    // and draws none.
    ring: element.localName === 'iframe' || !document.hasFocus() || [element, element.nextElementSibling, element.parentElement, element.closest('label')].some(drawn),
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
})()`;

/** What Tab should come to: of a group of radio buttons one, of what is walked by arrows the one with \`tabindex="0"\`. */
const STOPS = `(() => {
  ${LOOK}
  const groups = new Set();
  return all
    .filter((element) => element.matches('a[href], button, input, select, textarea, summary, [tabindex]'))
    .filter((element) => element.tabIndex >= 0 && !element.disabled && !element.closest('[inert]'))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => {
      if (element.type !== 'radio') return true;
      const group = [...document.querySelectorAll('input[type=radio]')].filter((one) => one.name === element.name && one.form === element.form);
      const chosen = group.find((one) => one.checked);
      if (chosen) return chosen === element;
      if (groups.has(element.name)) return false;
      return Boolean(groups.add(element.name));
    })
    .map((element) => ({ at: numberOf(element), name: nameOf(element) }));
})()`;

/** More presses than any page of ours has stops. */
const ENOUGH = 600;

/** Twice round a side panel with all its topics drawn. */
const MOST = 600;

export const focused = async (page: KeyedPage): Promise<Focused> =>
  (await page.evaluate(FOCUSED)) as Focused;

/**
 * Presses Tab, or another key, until something of that name has the focus.
 * @throws {Error} which says what was come to, where it never does
 */
export async function pressTo(page: KeyedPage, name: RegExp, key = 'Tab'): Promise<Focused> {
  const passed: string[] = [];
  for (let i = 0; i < ENOUGH; i++) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (name.test(now.name)) return now;
    passed.push(now.name);
  }
  throw new Error(`${key} never comes to ${name}, but to: ${[...new Set(passed)].join(' | ')}`);
}

export interface Walk {
  /** Names of what can be worked but Tab does not come to. */
  readonly missed: string[];
  /** Names of where the focus cannot be seen: nothing drawn, or out of the window. */
  readonly unseen: string[];
  /** How many stops there were. */
  readonly stops: number;
}

/** Walks a page with Tab from its top to its end, and says what is wrong with that. */
export async function walk(page: KeyedPage): Promise<Walk> {
  await page.evaluate(
    `(() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); scrollTo(0, 0); })()`,
  );
  const wanted = (await page.evaluate(STOPS)) as { at: number; name: string }[];
  const come = new Map<number, Focused>();
  // Between two rounds the browser may visit its tool bar, and what is come near is drawn only then, with stops of its own.
  for (let i = 0; i < MOST; i++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.at >= 0 && !come.has(now.at)) come.set(now.at, now);
    if (wanted.every(({ at }) => come.has(at))) break;
  }
  return {
    missed: wanted.filter(({ at }) => !come.has(at)).map(({ name }) => name),
    unseen: [...come.values()]
      .filter(({ ring, inView }) => !ring || !inView)
      .map(({ name }) => name),
    stops: come.size,
  };
}
