/** Opens cards as a hand does, and tells how long until one is seen. */
import { sleep, type Tab, until } from '../page/browser';
import { REST_MS, watchForCards, worldIn } from '../page/world';

/** So long after a card was closed the next takes as long as the first to open. */
const COOL_MS = 700;

/** A card of 500 records may take its time. */
const PATIENCE_MS = 8000;

/** Finds marks, and notices when a card is shown and gone. */
const WATCH = `(() => {
  globalThis.benchPlace = (text) => {
    for (const [, marks] of CSS.highlights) {
      for (const range of marks) {
        if (!String(range).includes(text)) continue;
        const { left, top, width, height } = range.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
      }
    }
    return null;
  };
  ${watchForCards(PATIENCE_MS)}
  globalThis.benchFloor = () => new Promise((resolve) => {
    const due = performance.now() + ${REST_MS};
    setTimeout(() => {
      const host = document.createElement('bench-floor');
      host.style.cssText = 'all: initial; position: fixed; inset: 60px auto auto 60px; width: 380px';
      host.attachShadow({ mode: 'closed' }).innerHTML = '<p>One line.</p><p>Another line.</p><p>A third line.</p>';
      document.documentElement.append(host);
      host.popover = 'manual';
      host.showPopover();
      benchFrame(() => {
        resolve(performance.now() - due);
        host.remove();
      });
    }, ${REST_MS});
  });
  globalThis.benchGone = () => !document.querySelector('on-record-card');
})()`;

export interface Hand {
  /** Rests on the phrase. @returns ms from the end of the rest to the end of the frame that showed the card */
  rest(text: string): Promise<number>;
  /** Clicks on the phrase, which opens at once. @returns ms from the click to the end of the frame that showed the card */
  click(text: string): Promise<number>;
  /** Opens a box with three lines of text when a rest would end: no card can be faster. @returns ms as {@link Hand.rest} does */
  floor(): Promise<number>;
  /** Closes the card and waits until it is gone and the pointer is a stranger again. */
  close(): Promise<void>;
}

/** @param tab before it goes to the page */
export async function handIn(tab: Tab): Promise<Hand> {
  const { line } = tab;
  const run = await worldIn(tab, WATCH);
  const mouse = (type: string, [x, y]: readonly [number, number], rest: object = {}) =>
    line.send('Input.dispatchMouseEvent', { type, x, y, ...rest });
  const placeOf = (text: string) =>
    until(`the mark "${text}"`, () =>
      run<[number, number] | null>(`benchPlace(${JSON.stringify(text)})`),
    );
  const seen = async (shown: Promise<number | null>) => {
    const ms = await shown;
    if (ms === null) throw new Error('no card opened');
    return ms;
  };
  return {
    async rest(text) {
      const place = await placeOf(text);
      const shown = run<number | null>('benchCard()');
      await mouse('mouseMoved', place);
      return (await seen(shown)) - REST_MS;
    },
    async click(text) {
      const place = await placeOf(text);
      const shown = run<number | null>('benchCard()');
      const button = { button: 'left', clickCount: 1 };
      await mouse('mousePressed', place, button);
      await mouse('mouseReleased', place, button);
      return seen(shown);
    },
    floor: () => run<number>('benchFloor()'),
    async close() {
      const key = { key: 'Escape', code: 'Escape' };
      await line.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
      await line.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
      await mouse('mouseMoved', [1, 1]);
      await until('the card to go', () => run<boolean>('benchGone()'));
      await sleep(COOL_MS);
    },
  };
}
