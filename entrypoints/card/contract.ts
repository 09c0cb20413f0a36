/**
 * How the reader has a card built and opens it. Both scripts run in the extension's isolated world of a frame; the
 * card's is injected on first hover, so that a page without a hover never pays for it.
 */
import type { AskBackground, Key, LocaleStrings, PageAbout, TopicView } from '../../data/messages';

/** What the page has of passages that records quote from it. */
export interface Passages {
  /** The record whose quoted passage the card was opened on. */
  readonly opened: Key | null;
  /** The records whose passages stand on the page; null as long as the page is not read to its end. */
  readonly standing: ReadonlySet<Key> | null;
}

/** What a card is opened on. */
export interface CardRequest {
  /** The topics of the phrase, most specific first; at least one. */
  readonly topics: readonly TopicView[];
  readonly strings: LocaleStrings;
  /** What the page says of itself; null where that is not known yet, or could not be had. */
  readonly about: PageAbout | null;
  readonly passages: Passages;
  /** The address that the page gives for itself, if any. */
  readonly address: string | null;
  readonly ask: AskBackground;
  /** Client rects of the hovered line of the mention and of its whole sentence, measured anew at each call. */
  readonly anchor: () => { readonly line: DOMRect; readonly sentence: readonly DOMRect[] };
  /** Light letters on dark: as the page's own ground under the mention, or as the reader set it. */
  readonly dark: boolean;
  /** How much larger than the style sheet's its text is to be. */
  readonly zoom: number;
  /** Opened by a finger: at the window's lower edge, as wide as the window. */
  readonly sheet: boolean;
  /** Aborted by the reader when the card shall go. */
  readonly signal: AbortSignal;
  /** Aborted when all that is ours in the page shall go at once. */
  readonly stop: AbortSignal;
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  /** The person closed the card (Esc, the close button). The reader then aborts the signal. */
  readonly onClose: () => void;
  /** The person wants the card to stay. The reader then calls {@link OpenedCard.pin}. */
  readonly onPin: () => void;
  /** Goes back to the mention on the page. @returns false where it is no longer there */
  readonly onReturn: () => boolean;
}

/** A card that is built and in no page yet; once opened, it stands there. */
export interface BuiltCard {
  /**
   * Puts it into the page, where it stays until the request's signal aborts.
   * @param focus opened by keyboard: moves focus into the card; closing gives it back
   */
  open(focus: boolean): void;
  /** The card stays where it is in the window, whatever the page does, and may be dragged. */
  pin(): void;
  /** What the page says of itself came after the card was built. */
  learn(about: PageAbout): void;
  /** Speaks another language: the same topics and the interface's messages in it. */
  renew(topics: readonly TopicView[], strings: LocaleStrings): void;
}

/** Builds a card in the rest before it is due, so that only laying it out is left then. */
export type BuildCard = (request: CardRequest) => BuiltCard;

declare global {
  /** Where the card's script leaves its one function, in the isolated world only. */
  var __onRecordBuildCard: BuildCard | undefined;
}
