/** Where a card goes beside the sentence that it belongs to. Plain arithmetic: nothing in the top layer is clipped. */
import type { CardRequest } from './contract';
import { setStyle } from './host';

/** Kept free between the card and the edges of the window, and between card and text, in px. */
const EDGE = 8;
const AWAY = 6;

/** Tallest card: this many px, or this share of the window. */
const TALLEST = { px: 572, share: 0.8 };

/** Less than so many px of a card is no card: then it may cover the rest of the sentence. */
const USABLE = 260;

/** Below the sentence only when its end is no farther from the hovered line than so many lines. */
const LINES_BELOW = 4;

/** Leading of ordinary text, to get from the height of its letters to the distance of its lines. */
const LEADING = 1.4;

/** A sheet leaves so much of the window to the page, where the mention is scrolled to. */
const SHEET_SHARE = 0.6;

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

interface Line extends Extent {
  readonly left: number;
  readonly right: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The window, without scroll bars. */
export const viewSize = (): Size => ({
  width: document.documentElement.clientWidth,
  height: innerHeight,
});

/** Of a card's upper left corner, in client coordinates, and the height that it is cut to. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/**
 * The part of a sentence that stands in the hovered line's column. The next column or page begins
 * where a line is not below the one before.
 * @param line the hovered line
 * @param sentence client rects in reading order
 */
export function extentInColumn(line: Extent, sentence: readonly Extent[]): Extent {
  const columns: Extent[] = [];
  let before: Extent | null = null;
  for (const rect of sentence) {
    const last = columns.at(-1);
    // Raised letters stand a little above the line before them, another column far above.
    const follows = before && rect.top >= before.bottom - 2 * (before.bottom - before.top);
    if (last && follows) {
      columns[columns.length - 1] = {
        top: Math.min(last.top, rect.top),
        bottom: Math.max(last.bottom, rect.bottom),
      };
    } else columns.push({ top: rect.top, bottom: rect.bottom });
    before = rect;
  }
  const own = columns.find((column) => column.top <= line.bottom && column.bottom >= line.top);
  return {
    top: Math.min(line.top, own?.top ?? line.top),
    bottom: Math.max(line.bottom, own?.bottom ?? line.bottom),
  };
}

/**
 * Below the end of the sentence, or above its start; where there is too little room for both, beside the hovered
 * line, which it never covers while that is in the window.
 * @param line the hovered line
 * @param sentence client rects in reading order
 * @param card its size if it had all the room
 * @param view the window, without scroll bars
 * @param rtl the card's own direction: it begins where the line begins
 */
export function placeBeside(
  line: Line,
  sentence: readonly Extent[],
  card: Size,
  view: Size,
  rtl: boolean,
): Place {
  const below = ({ bottom }: Extent) => {
    const y = bottom + AWAY;
    const height = Math.min(card.height, view.height - EDGE - y);
    return { y, height };
  };
  const above = ({ top }: Extent) => {
    const height = Math.min(card.height, top - AWAY - EDGE);
    return { y: top - AWAY - height, height };
  };
  const best = (sides: readonly { y: number; height: number }[]) =>
    sides.reduce((one, other) => (other.height > one.height ? other : one));

  const whole = extentInColumn(line, sentence);
  const lineHeight = line.bottom - line.top;
  const isNear = whole.bottom - line.bottom <= LINES_BELOW * LEADING * lineHeight;
  const first = best(isNear ? [below(whole), above(whole)] : [above(whole), below(whole)]);
  const enough = Math.min(card.height, USABLE);
  const { y, height } = first.height < enough ? best([below(line), above(line)]) : first;
  const isInView = line.bottom > 0 && line.top < view.height;
  return {
    x: within(rtl ? line.right - card.width : line.left, EDGE, view.width - EDGE - card.width),
    // A line that was scrolled away is not covered by anything.
    y: isInView ? y : within(y, EDGE, view.height - EDGE - card.height),
    height: Math.max(0, isInView ? height : card.height),
  };
}

const within = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(value, most));

const limit = (host: HTMLElement, height: number) =>
  setStyle(host, 'max-height', `${Math.floor(height)}px`);

/**
 * Puts the card beside its sentence, cut to the room there is; its middle scrolls. It is cut before it is measured, to the
 * room that the tallest card would have: whatever its height, it is laid out once.
 * @param host the card's host, fixed and measurable
 * @param width of the host, in px
 * @param anchor the hovered line and its sentence, in client coordinates
 * @param view the window, without scroll bars
 * @returns the greatest height that it may have there, in px
 */
export function place(
  host: HTMLElement,
  width: number,
  { line, sentence }: ReturnType<CardRequest['anchor']>,
  view: Size,
  rtl: boolean,
): number {
  const beside = (height: number) => placeBeside(line, sentence, { width, height }, view, rtl);
  const widest = beside(Math.min(TALLEST.px, TALLEST.share * view.height));
  limit(host, widest.height);
  const { height } = host.getBoundingClientRect();
  const at = height < Math.floor(widest.height) ? beside(height) : widest;
  setStyle(host, 'transform', `translate(${Math.round(at.x)}px, ${Math.round(at.y)}px)`);
  return at.height;
}

/** Sizes a sheet, which stands at the window's lower edge. */
export function placeSheet(host: HTMLElement): void {
  limit(host, SHEET_SHARE * innerHeight);
}

/** Scrolls the page where the hovered line would be under a sheet that has just opened. */
export function showLineOver(host: HTMLElement, { line }: ReturnType<CardRequest['anchor']>): void {
  const hidden = line.bottom + EDGE - (innerHeight - host.offsetHeight);
  if (hidden > 0) scrollBy({ top: hidden, behavior: 'instant' });
}
