/** Opens cards as a hand does, and tells how long until one is seen. */
import { sleep, type Tab, until } from '../page/browser';

const WORLD = 'bench';

/** What a pointer has to rest on a mark: entrypoints/marks/machine.ts, `INTENT_MS` and `SHOW_AFTER_INTENT_MS`. */
const REST_MS = 500;
/** So long after a card was closed the next takes as long as the first to open. */
const COOL_MS = 700;

/**
 * Notes when the pointer moved or pressed, and when the frame that first showed a card was done. An element that is added is
 * drawn in the next frame: the task after that frame's callbacks comes when it is drawn.
 */
const WATCH = `(() => {
  const note = ({ timeStamp }) => { globalThis.benchAt = timeStamp; };
  addEventListener('pointermove', note, true);
  addEventListener('click', note, true);
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
  globalThis.benchCard = () => new Promise((resolve) => {
    const observer = new MutationObserver((records) => {
      const hosts = records.flatMap(({ addedNodes }) => [...addedNodes]);
      if (!hosts.some(({ localName }) => localName === 'on-record-card')) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - benchAt);
        port2.postMessage(null);
      });
    });
    observer.observe(document.documentElement, { childList: true });
    setTimeout(() => resolve(null), 8000);
  });
  globalThis.benchGone = () => !document.querySelector('on-record-card');
})()`;

export interface Hand {
  /** Rests on the phrase. @returns ms from the end of the rest to the end of the frame that showed the card */
  rest(text: string): Promise<number>;
  /** Clicks on the phrase, which opens at once. @returns ms from the click to the end of the frame that showed the card */
  click(text: string): Promise<number>;
  /** Closes the card and waits until it is gone and the pointer is a stranger again. */
  close(): Promise<void>;
}

/** @param tab before it goes to the page */
export async function handIn({ line }: Tab): Promise<Hand> {
  let world: number | undefined;
  line.on(
    'Runtime.executionContextCreated',
    ({ context }: { context: { id: number; name: string } }) => {
      if (context.name === WORLD) world = context.id;
    },
  );
  await line.send('Runtime.enable');
  await line.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH, worldName: WORLD });
  const run = async <T>(expression: string): Promise<T> => {
    const contextId = await until('the world of the bench', () => world);
    const { result, exceptionDetails } = await line.send<{
      result: { value: T };
      exceptionDetails?: { exception?: { description?: string } };
    }>('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  };
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
