/** The reader's side of the card: gets what it shows, opens it at a mention and takes it away. */
import type { AskBackground, LocaleStrings, TopicView } from '../../data/messages';
import type { OpenedCard } from '../card/contract';
import type { Mention } from '../reader/contract';
import type { Painter } from './paint';
import { type Hit, lineOf, sentenceOf } from './places';

export interface Cards {
  /**
   * Gets the card's script, once a frame, and what is on record, at the same time.
   * @param token names the hit for {@link Cards.show}
   */
  fetch(hit: Hit, token: number): Promise<void>;
  /** Opens the card of what was fetched under the token, in place of any other. */
  show(hit: Hit, token: number, focus: boolean): void;
  hide(): void;
  /** The open card stays until it is closed or another is pinned. @returns whether a card was open */
  pin(): boolean;
  /** Takes the pinned card away. @returns whether there was one */
  unpin(): boolean;
}

export interface CardEvents {
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  readonly onClose: () => void;
  readonly onPin: () => void;
}

/** A card in the page. */
interface Shown {
  readonly mentions: readonly Mention[];
  readonly end: AbortController;
  readonly card: OpenedCard;
}

/**
 * @param signal takes the open cards away
 */
export function createCards(
  ask: AskBackground,
  { light, isDark }: Painter,
  events: CardEvents,
  signal: AbortSignal,
): Cards {
  let loading: Promise<LocaleStrings> | null = null;
  let fetched: { token: number; topics: readonly TopicView[]; strings: LocaleStrings } | null =
    null;
  let latest = 0;
  let open: Shown | null = null;
  let pinned: Shown | null = null;

  const load = () => {
    loading ??= ask('card.load', null).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };

  const relight = () => light([...(pinned?.mentions ?? []), ...(open?.mentions ?? [])]);

  const hide = () => {
    open?.end.abort();
    open = null;
    relight();
  };

  const unpin = () => {
    const shown = pinned;
    shown?.end.abort();
    pinned = null;
    relight();
    return shown !== null;
  };

  return {
    async fetch(hit, token) {
      latest = token;
      const topics = [...new Set(hit.mentions.map(({ topic }) => topic.key))];
      const [strings, views] = await Promise.all([
        load(),
        ask('topics.view', { topics, sentence: null }),
      ]);
      if (views.length === 0) throw new Error('nothing on record any more');
      if (!globalThis.__onRecordOpenCard) throw new Error('no card in this frame');
      if (token !== latest) return;
      fetched = { token, topics: views, strings };
    },
    show(hit, token, focus) {
      const openCard = globalThis.__onRecordOpenCard;
      if (!openCard || fetched?.token !== token) return;
      hide();
      const end = new AbortController();
      const isPinned = () => pinned?.end === end;
      // The page may redraw the sentence under an open card; then the card stays where it was.
      let line = lineOf(hit) ?? new DOMRect();
      const card = openCard({
        topics: fetched.topics,
        strings: fetched.strings,
        anchor: () => {
          line = lineOf(hit) ?? line;
          return { line, sentence: sentenceOf(hit) };
        },
        dark: isDark(nodeOf(hit)),
        focus,
        signal: AbortSignal.any([signal, end.signal]),
        // A pinned card has nothing to do with where the pointer rests.
        onPointerEnter: () => isPinned() || events.onEnter(),
        onPointerLeave: () => isPinned() || events.onLeave(),
        onClose: () => (isPinned() ? void unpin() : events.onClose()),
        onPin: events.onPin,
      });
      open = { mentions: hit.mentions, end, card };
      relight();
    },
    hide,
    pin() {
      if (!open) return false;
      const shown = open;
      open = null;
      unpin();
      pinned = shown;
      shown.card.pin();
      relight();
      return true;
    },
    unpin,
  };
}

function nodeOf({ block, offset }: Hit): Text | undefined {
  const after = block.starts.findIndex((start) => start > offset);
  return block.pieces[after < 0 ? block.pieces.length - 1 : after - 1];
}
