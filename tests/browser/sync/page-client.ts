/** Asks the background from one of the extension's own pages, whoever drives the browser. */
import type { Client } from './world';

/** Runs an expression in the page, and gives back what it comes to. */
type Evaluate = (expression: string) => Promise<unknown>;

const send = (message: unknown) => `chrome.runtime.sendMessage(${JSON.stringify(message)})`;

/** As a string: what runs in a page may name nothing of the test. */
const openFile = (bytes: Uint8Array) => `(async () => {
  const text = atob('${Buffer.from(bytes).toString('base64')}');
  const url = URL.createObjectURL(new Blob([Uint8Array.from(text, (one) => one.charCodeAt(0))]));
  const offer = await chrome.runtime.sendMessage({ type: 'packs.offer', ask: { file: url } });
  const subscribed = offer.ok
    ? await chrome.runtime.sendMessage({
        type: 'packs.subscribe',
        ask: { file: url, fingerprint: offer.value.fingerprint },
      })
    : null;
  URL.revokeObjectURL(url);
  return { offer, subscribed };
})()`;

/** As text: WebDriver BiDi hands over an object that stands in two places of an answer in the first of them only. */
const asText = (expression: string) => `${expression}.then((answer) => JSON.stringify(answer))`;

export const pageClient = (evaluate: Evaluate): Client => {
  const answer = async (expression: string) =>
    JSON.parse((await evaluate(asText(expression))) as string) as never;
  return {
    ask: (type, ask) => answer(send({ type, ask })),
    file: (bytes) => answer(openFile(bytes)),
  };
};
