/** Answers the requests of the surfaces: who may ask, what the request must look like, who handles it. */
import * as v from 'valibot';
import type { Browser } from 'wxt/browser';
import type { Answer, BackgroundRequests } from '../../data/messages';
import { asks } from './asks';
import { isOwnPage } from './sender';

type Requests = BackgroundRequests;
type Type = keyof Requests;
type Sender = Browser.runtime.MessageSender;

export type Handlers = {
  readonly [K in Type]: (ask: Requests[K]['ask'], sender: Sender) => Promise<Requests[K]['answer']>;
};

/** What the reader and the card may ask; everything else only pages of the extension. */
const FOR_PAGES: ReadonlySet<string> = new Set<Type>([
  'mentions.find',
  'marks.load',
  'frames.read',
  'card.load',
  'cite.load',
  'topics.view',
  'topics.seen',
  'page.about',
  'mute.set',
  'panel.open',
  'locale.strings',
]);

export interface Self {
  /** The extension's id. */
  readonly id: string;
  /** "chrome-extension://…", without the last slash. */
  readonly origin: string;
}

/**
 * The locale file's "error.internal" in English, for when that file itself cannot be had: a surface
 * that gets no answer stays blank. A test holds the two equal.
 */
const LAST_RESORT = 'Something went wrong inside On Record. Your records are as they were.';

const envelope = v.object({ type: v.picklist(Object.keys(asks) as Type[]), ask: v.unknown() });

/**
 * @param self who we are, to tell our own pages from web pages
 * @param handlers one function a request
 * @param explain turns what a handler threw into a sentence for people
 * @returns a function from a raw message to its answer, or null where the message is not for us
 */
export function router(
  self: Self,
  handlers: Handlers,
  explain: (error: unknown) => Promise<string>,
) {
  const words = (error: unknown) =>
    explain(error).catch((unsaid: unknown) => {
      console.error(unsaid);
      return LAST_RESORT;
    });
  const answer = async <K extends Type>(
    type: K,
    ask: unknown,
    sender: Sender,
  ): Promise<Answer<Requests[K]['answer']>> => {
    try {
      const { success, output } = v.safeParse(asks[type], ask);
      // What the validator found is not said: it would quote the page into the console.
      if (!success) throw new RangeError('malformed request');
      return { ok: true, value: await handlers[type](output as Requests[K]['ask'], sender) };
    } catch (error) {
      console.error(type, error);
      return { ok: false, error: await words(error) };
    }
  };
  return (message: unknown, sender: Sender): Promise<Answer<unknown>> | null => {
    const parsed = v.safeParse(envelope, message);
    if (!parsed.success || sender.id !== self.id) return null;
    const { type, ask } = parsed.output;
    return isOwnPage(sender, self.origin) || FOR_PAGES.has(type) ? answer(type, ask, sender) : null;
  };
}
