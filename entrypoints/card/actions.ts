/** What can be done with a record and its topic from inside a card. */
import type { Words } from '../../components/words';
import type { AskBackground, Key, TopicBrief, TopicView } from '../../data/messages';
import { copyText } from './copy';
import { topicsNamed } from './named';
import { showToast } from './toast';

/** The card that the actions belong to. */
export interface Acting {
  readonly ask: AskBackground;
  readonly words: Words;
  readonly dark: boolean;
  readonly root: ShadowRoot;
  /** The address that the page gives for itself, if any. */
  readonly address: string | null;
  /** Takes the card away. */
  readonly close: () => void;
}

export interface Actions {
  /** The host that a topic can be muted on; null where the page has none. */
  readonly host: string | null;
  /** Copies what is given, or comes, and says so, or that it could not be done. */
  copy(text: string | Promise<string>, done: string): Promise<void>;
  /** The topic is no longer marked: on one host, or anywhere (null). Closes the card; the toast has the way back. */
  mute(topic: Key, host: string | null): Promise<void>;
  /** @returns false where the browser lets no page open its side panel */
  openPanel(topic: Key): Promise<boolean>;
  /** Tells that a topic's records are on the screen. */
  see(topic: Key): void;
  /** What else is named in a topic's records. */
  named(topic: TopicView, shown: readonly Key[]): Promise<readonly TopicBrief[]>;
  /** @returns another topic's records; null where it is gone */
  view(topic: Key): Promise<TopicView | null>;
}

export function createActions(acting: Acting): Actions {
  const { ask, words, dark, root, address, close } = acting;
  const { say } = words;
  const byKeyboard = () => root.activeElement?.matches(':focus-visible') ?? false;
  const tell = (text: string, undo?: () => void) =>
    showToast({ words, dark, text, undo, focus: byKeyboard() });

  return {
    host: location.hostname || null,
    async copy(text, done) {
      const copied = await Promise.resolve(text).then(
        (ready) => copyText(ready, root),
        () => false,
      );
      tell(copied ? done : say('card.copy.failed'));
    },
    async mute(topic, host) {
      const set = (muted: boolean) => ask('mute.set', { topic, host, muted });
      try {
        await set(true);
      } catch {
        return tell(say('card.mute.failed'));
      }
      tell(host === null ? say('toast.muted') : say('toast.muted.here', { host }), () => {
        void set(false).catch(() => tell(say('card.mute.failed')));
      });
      close();
    },
    openPanel: (topic) =>
      ask('panel.open', { topic }).catch(() => {
        tell(say('card.panel.failed'));
        return true;
      }),
    see: (topic) => void ask('topics.seen', { topics: [topic] }).catch(() => {}),
    named: (topic, shown) => topicsNamed(ask, topic, shown).catch(() => []),
    async view(topic) {
      const views = await ask('topics.view', { topics: [topic], sentence: null, address });
      return views[0] ?? null;
    },
  };
}
