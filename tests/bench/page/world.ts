/** A world of the bench's own in a page, and in it what notices that a card is shown. */
import { type Tab, until } from './browser';

const WORLD = 'bench';

/** What a pointer has to rest on a mark: entrypoints/marks/machine.ts, `REST_MS`. */
export const REST_MS = 500;

/** Source: `benchFrame(then)` calls back at the end of the next frame. The task after that frame's callbacks comes when it is drawn. */
const FRAME = `
  globalThis.benchFrame = (then) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  });`;

/**
 * Source for {@link worldIn}: `benchCard()` resolves to ms from the last move or press to the end of the frame that first
 * showed a card, or null. An element that is added is drawn in the next frame.
 * @param patienceMs after which no card is waited for
 */
export const watchForCards = (patienceMs: number): string => `${FRAME}
  const note = ({ timeStamp }) => { globalThis.benchAt = timeStamp; };
  addEventListener('pointermove', note, true);
  addEventListener('click', note, true);
  globalThis.benchCard = () => new Promise((resolve) => {
    const observer = new MutationObserver((records) => {
      const hosts = records.flatMap(({ addedNodes }) => [...addedNodes]);
      if (!hosts.some(({ localName }) => localName === 'on-record-card')) return;
      observer.disconnect();
      benchFrame(() => resolve(performance.now() - benchAt));
    });
    observer.observe(document.documentElement, { childList: true });
    setTimeout(() => resolve(null), ${patienceMs});
  });`;

/** Runs JavaScript in the bench's world of a page. */
export type Run = <T>(expression: string) => Promise<T>;

/**
 * @param tab before it goes to the page
 * @param source runs in that world of every page that it goes to
 */
export async function worldIn({ line }: Tab, source: string): Promise<Run> {
  let world: number | undefined;
  line.on(
    'Runtime.executionContextCreated',
    ({ context }: { context: { id: number; name: string } }) => {
      if (context.name === WORLD) world = context.id;
    },
  );
  await line.send('Runtime.enable');
  await line.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: WORLD });
  return async <T>(expression: string): Promise<T> => {
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
}
