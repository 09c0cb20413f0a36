/** What can be done with a record and its topic from inside a card. */

import type { Words } from '../../components/words';
import type { CitationForm } from '../../data/cite/cite';
import { contactLink } from '../../data/contact';
import type {
  AskBackground,
  Key,
  LocaleStrings,
  RecordView,
  TopicBrief,
  TopicView,
} from '../../data/messages';
import type {} from '../cite/contract';
import { copyText } from './copy';
import { topicsNamed } from './named';
import { showToast } from './toast';

/** The card that the actions belong to. */
export interface Acting {
  readonly ask: AskBackground;
  readonly words: Words;
  readonly strings: LocaleStrings;
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
  /** Writes a citation; rejects where that cannot be done. */
  cite(topic: TopicView, record: RecordView, form: CitationForm): Promise<string>;
  /** @returns where the publisher of a record can be told of it; null where they gave no way */
  contactOf(topic: TopicView, record: Key): string | null;
  /** The topic is no longer marked: on one host, or anywhere (null). Closes the card; the toast has the way back. */
  mute(topic: Key, host: string | null): Promise<void>;
  /** @returns false where the browser lets no page open its side panel */
  openPanel(topic: Key): Promise<boolean>;
  /** Tells that the records of topics are on the screen. */
  see(topics: readonly Key[]): void;
  /** What else is named in a topic's records. */
  named(topic: TopicView, shown: readonly Key[]): Promise<readonly TopicBrief[]>;
  /** @returns another topic's records; null where it is gone */
  view(topic: Key): Promise<TopicView | null>;
}

export function createActions(acting: Acting): Actions {
  const { ask, words, strings, dark, root, address, close } = acting;
  const { say } = words;
  const byKeyboard = () => root.activeElement?.matches(':focus-visible') ?? false;
  const tell = (text: string, undo?: () => void, focus = byKeyboard()) =>
    showToast({ words, dark, text, undo, focus });

  return {
    host: location.hostname || null,
    async copy(text, done) {
      const copied = await Promise.resolve(text).then(
        (ready) => copyText(ready, root),
        () => false,
      );
      tell(copied ? done : say('card.copy.failed'));
    },
    async cite(topic, record, form) {
      const pack = packOf(topic, record.key);
      if (!globalThis.__onRecordCite) await ask('cite.load', null);
      const write = globalThis.__onRecordCite;
      if (!write || !pack) throw new Error('no citation can be written');
      return write({ form, record, pack, strings });
    },
    contactOf(topic, record) {
      const pack = packOf(topic, record);
      return pack ? contactLink(pack, record, say) : null;
    },
    async mute(topic, host) {
      const set = (muted: boolean) => ask('mute.set', { topic, host, muted });
      // Asked now: the page is read again without the topic, which takes the card along.
      const focus = byKeyboard();
      try {
        await set(true);
      } catch {
        return tell(say('card.mute.failed'));
      }
      const undo = () => void set(false).catch(() => tell(say('card.mute.failed')));
      // First, so that the page has its focus back for the toast to give back in turn.
      close();
      const done = host === null ? say('toast.muted') : say('toast.muted.here', { host });
      tell(done, undo, focus);
    },
    openPanel: (topic) =>
      ask('panel.open', { topic }).catch(() => {
        tell(say('card.panel.failed'));
        return true;
      }),
    see: (topics) => void ask('topics.seen', { topics }).catch(() => {}),
    named: (topic, shown) => topicsNamed(ask, topic, shown).catch(() => []),
    async view(topic) {
      const views = await ask('topics.view', { topics: [topic], sentence: null, address });
      return views[0] ?? null;
    },
  };
}

const packOf = ({ packs }: TopicView, record: Key) =>
  packs.find(({ id }) => record.startsWith(`${id}#`));
