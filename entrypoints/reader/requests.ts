/** Answers the popup and the background: what is on this page, go there, stop. */
import { browser } from 'wxt/browser';
import type { Answer, Envelope, ReaderRequests } from '../../data/messages';

export type Answers = {
  readonly [K in keyof ReaderRequests]: (
    ask: ReaderRequests[K]['ask'],
  ) => ReaderRequests[K]['answer'] | Promise<ReaderRequests[K]['answer']>;
};

/**
 * @param answers one function a request
 * @param signal ends it
 */
export function answerRequests(answers: Answers, signal: AbortSignal): void {
  const onMessage = (
    message: unknown,
    _sender: unknown,
    respond: (answer: Answer<unknown>) => void,
  ) => {
    const { type, ask } = message as Envelope<ReaderRequests>;
    if (!Object.hasOwn(answers, type)) return false;
    const answer = answers[type] as (ask: unknown) => unknown;
    const answered = (async () => answer(ask))();
    answered.then(
      (value) => respond({ ok: true, value }),
      (error: unknown) => respond({ ok: false, error: String(error) }),
    );
    // Keeps the channel open for the answer.
    return true;
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(onMessage));
}
