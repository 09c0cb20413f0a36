/** The reader's side of the card: gets what it shows, opens it at a mention and takes it away. */
import type { AskBackground, LocaleStrings, TopicView } from '../../data/messages';
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
}

export interface CardEvents {
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

/**
 * @param signal takes the open card away
 */
export function createCards(
  ask: AskBackground,
  painter: Painter,
  events: CardEvents,
  signal: AbortSignal,
): Cards {
  let loading: Promise<LocaleStrings> | null = null;
  let fetched: { token: number; topics: readonly TopicView[]; strings: LocaleStrings } | null =
    null;
  let latest = 0;
  let open: AbortController | null = null;

  const load = () => {
    loading ??= ask('card.load', null).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };

  const hide = () => {
    open?.abort();
    open = null;
    painter.light([]);
  };

  return {
    async fetch(hit, token) {
      latest = token;
      const topics = [...new Set(hit.mentions.map(({ topic }) => topic.key))];
      const [strings, views] = await Promise.all([load(), ask('topics.view', { topics })]);
      if (views.length === 0) throw new Error('nothing on record any more');
      if (!globalThis.__onRecordOpenCard) throw new Error('no card in this frame');
      if (token !== latest) return;
      fetched = { token, topics: views, strings };
    },
    show(hit, token, focus) {
      const openCard = globalThis.__onRecordOpenCard;
      if (!openCard || fetched?.token !== token) return;
      hide();
      open = new AbortController();
      painter.light(hit.mentions);
      // The page may redraw the sentence under an open card; then the card stays where it was.
      let line = lineOf(hit) ?? new DOMRect();
      openCard({
        topics: fetched.topics,
        strings: fetched.strings,
        anchor: () => {
          line = lineOf(hit) ?? line;
          return { line, sentence: sentenceOf(hit) };
        },
        dark: painter.isDark(nodeOf(hit)),
        focus,
        signal: AbortSignal.any([signal, open.signal]),
        onPointerEnter: events.onEnter,
        onPointerLeave: events.onLeave,
        onClose: events.onClose,
      });
    },
    hide,
  };
}

function nodeOf({ block, offset }: Hit): Text | undefined {
  const after = block.starts.findIndex((start) => start > offset);
  return block.pieces[after < 0 ? block.pieces.length - 1 : after - 1];
}
