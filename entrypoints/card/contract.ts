/**
 * How the reader opens a card. Both scripts run in the extension's isolated world of a frame; the
 * card's is injected on first hover, so that a page without a hover never pays for it.
 */
import type { LocaleStrings, TopicView } from '../../data/messages';

/** What a card is opened on. */
export interface CardRequest {
  /** The topics of the phrase, most specific first; at least one. */
  readonly topics: readonly TopicView[];
  readonly strings: LocaleStrings;
  /** Client rects of the hovered line of the mention and of its whole sentence, measured anew at each call. */
  readonly anchor: () => { readonly line: DOMRect; readonly sentence: readonly DOMRect[] };
  /** The page's own background under the mention is dark. */
  readonly dark: boolean;
  /** Opened by keyboard: move focus into the card. Closing gives it back. */
  readonly focus: boolean;
  /** Aborted by the reader when the card shall go. */
  readonly signal: AbortSignal;
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  /** The person closed the card (Esc, the close button). The reader then aborts the signal. */
  readonly onClose: () => void;
  /** The person wants the card to stay. The reader then calls {@link OpenedCard.pin}. */
  readonly onPin: () => void;
}

/** A card that stands in the page. */
export interface OpenedCard {
  /** The card stays where it is in the window, whatever the page does, and may be dragged. */
  pin(): void;
}

/** Opens a card; it stays until the request's signal aborts. */
export type OpenCard = (request: CardRequest) => OpenedCard;

declare global {
  /** Where the card's script leaves its one function, in the isolated world only. */
  var __onRecordOpenCard: OpenCard | undefined;
}
