/** The reader's side of the card: gets what it shows, opens it at a mention and takes it away. */
import type { BackgroundRequests, Key, LocaleStrings, PageAbout } from '../../data/messages';
import { type ReaderSettings, TEXT_SIZES } from '../../data/settings';
import type { BuiltCard, Passages } from '../card/contract';
import {
  type Block,
  type Mention,
  type ReadAgain,
  type Reading,
  startOf,
} from '../reader/contract';
import { rememberAbout } from './page-about';
import type { Painter } from './paint';
import { bringBack, type Hit, lineOf, sentenceOf, sentenceTextOf } from './places';

export interface Cards {
  /**
   * Gets the card's script, once a frame, and what is on record, at the same time, and has the card built.
   * @param token names the hit for {@link Cards.show}
   */
  fetch(hit: Hit, token: number): Promise<void>;
  /** Opens the card that was built under the token, in place of any other. */
  show(token: number, focus: boolean): void;
  hide(): void;
  /** The open card stays until it is closed or another is pinned. @returns whether a card was open */
  pin(): boolean;
  /** Takes the pinned card away. @returns whether there was one */
  unpin(): boolean;
  /** Cards that are open, and those to come, speak the reader's language, which may have changed. */
  renew(): Promise<void>;
  /** Lights mentions for a moment, to show where one was taken to. */
  flash(mentions: readonly Mention[]): void;
  /** A block was found, which may have been there before: what is lit in it is lit again. */
  meet(block: Block): void;
}

/** Long enough to find the place after a jump (style sheet, "Interaction"). */
const FLASH_MS = 1200;

export interface CardEvents {
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  readonly onClose: () => void;
  readonly onPin: () => void;
}

/** A card, in the page or to be put there. */
interface Shown {
  readonly mentions: readonly Mention[];
  readonly wanted: Wanted;
  /** The topics that it shows, by every pack's key. */
  readonly topics: readonly Key[];
  readonly end: AbortController;
  readonly card: BuiltCard;
}

/** What the background is asked for, for a card. */
type Wanted = BackgroundRequests['topics.view']['ask'];

declare global {
  /** In the isolated world only: the card that was pinned when the page began to be read anew. */
  var __onRecordPinned: Shown | undefined;
}

/**
 * @param reading its signal takes the open cards away; a pinned one outlives a reading that begins anew for another topic's sake
 * @param settings asked anew at each card
 */
export function createCards(
  reading: Omit<Reading, 'settings'>,
  { light, isDark }: Painter,
  settings: () => ReaderSettings,
  events: CardEvents,
): Cards {
  const { ask, signal, lifetime, blockOf } = reading;
  let loading: Promise<LocaleStrings> | null = null;
  let built: (Shown & { readonly token: number }) | null = null;
  let about: PageAbout | null = null;
  let latest = 0;
  let open: Shown | null = null;
  let pinned: Shown | null = globalThis.__onRecordPinned ?? null;
  const askAbout = rememberAbout(ask);

  const load = () => {
    loading ??= ask('card.load', null).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };

  /** No card waits for it. */
  const lookAbout = async (token: number) => {
    about = null;
    const answer = await askAbout();
    if (!answer || token !== latest) return;
    about = answer;
    for (const shown of [built, open]) shown?.card.learn(answer);
  };

  let flashed: readonly Mention[] = [];
  let flashing: ReturnType<typeof setTimeout> | undefined;
  const lit = () => [...flashed, ...(pinned?.mentions ?? []), ...(open?.mentions ?? [])];
  /** As it is read now: the card may be older. */
  const asRead = (mention: Mention) => {
    const [node] = mention.block.pieces;
    return (node && blockOf(node)?.mentions.find((other) => isSame(other, mention))) ?? [];
  };
  const relight = () => light(lit().flatMap(asRead));

  const flash = (mentions: readonly Mention[]) => {
    clearTimeout(flashing);
    flashed = mentions;
    relight();
    flashing = setTimeout(() => {
      flashed = [];
      relight();
    }, FLASH_MS);
  };
  pinned?.end.signal.addEventListener('abort', () => {
    pinned = null;
    relight();
  });
  signal.addEventListener('abort', () => {
    clearTimeout(flashing);
    const { muted } = (signal.reason ?? {}) as Partial<ReadAgain>;
    const goes = muted === undefined || (muted && pinned?.topics.includes(muted));
    for (const shown of [built, open, goes ? pinned : null]) shown?.end.abort();
    globalThis.__onRecordPinned = goes ? undefined : (pinned ?? undefined);
  });

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
      // A page's first search for a sentence takes a while: the rest is under way meanwhile.
      const loaded = load();
      void lookAbout(token);
      const wanted = { topics, sentence: sentenceTextOf(hit), address: reading.address() };
      const [strings, views] = await Promise.all([loaded, ask('topics.view', wanted)]);
      if (views.length === 0) throw new Error('nothing on record any more');
      const build = globalThis.__onRecordBuildCard;
      if (!build) throw new Error('no card in this frame');
      if (token !== latest) return;
      const { theme, text } = settings();
      const end = new AbortController();
      const isPinned = () => pinned?.end === end;
      // The page may redraw the sentence under an open card; then the card stays where it was.
      let line = lineOf(hit) ?? new DOMRect();
      built?.end.abort();
      const card = build({
        topics: views,
        strings,
        about,
        passages: passagesOf(hit, reading),
        address: reading.address(),
        ask,
        anchor: () => {
          line = lineOf(hit) ?? line;
          return { line, sentence: sentenceOf(hit) };
        },
        dark: theme === 'page' ? isDark(nodeOf(hit)) : theme === 'dark',
        zoom: text / TEXT_SIZES[0],
        sheet: hit.byTouch ?? false,
        signal: AbortSignal.any([lifetime, end.signal]),
        stop: signal,
        // A pinned card has nothing to do with where the pointer rests.
        onPointerEnter: () => isPinned() || events.onEnter(),
        onPointerLeave: () => isPinned() || events.onLeave(),
        onClose: () => (isPinned() ? void unpin() : events.onClose()),
        onPin: events.onPin,
        onReturn() {
          const there = bringBack(hit);
          if (there) flash(hit.mentions);
          return there;
        },
      });
      const topicsOfAll = views.flatMap((view) => view.topics);
      built = { token, mentions: hit.mentions, wanted, topics: topicsOfAll, end, card };
    },
    show(token, focus) {
      if (built?.token !== token) return;
      hide();
      open = built;
      built = null;
      open.card.open(focus);
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
    async renew() {
      loading = null;
      const again = async ({ wanted, card }: Shown) => {
        const [strings, topics] = await Promise.all([load(), ask('topics.view', wanted)]);
        if (topics.length > 0) card.renew(topics, strings);
      };
      // A card whose topics cannot be had stays as it is.
      await Promise.allSettled([built, open, pinned].map((shown) => shown && again(shown)));
    },
    flash,
    meet({ pieces: [node] }) {
      if (lit().some(({ block }) => block.pieces[0] === node)) relight();
    },
  };
}

const isSame = (one: Mention, other: Mention) =>
  one === other || (one.topic.key === other.topic.key && startOf(one) === startOf(other));

function passagesOf(
  hit: Hit,
  { inOrder, isWhole }: Pick<Reading, 'inOrder' | 'isWhole'>,
): Passages {
  const quotedBy = (mentions: readonly Mention[]): Key[] =>
    mentions.flatMap((mention) => mention.quotedBy ?? []);
  return {
    opened: quotedBy(hit.mentions)[0] ?? null,
    standing: isWhole() ? new Set(quotedBy(inOrder())) : null,
  };
}

function nodeOf({ block, offset }: Hit): Text | undefined {
  const after = block.starts.findIndex((start) => start > offset);
  return block.pieces[after < 0 ? block.pieces.length - 1 : after - 1];
}
