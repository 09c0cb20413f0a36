/** Where a card goes beside the sentence that it belongs to. */
import { computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/dom';
import type { CardRequest } from './contract';

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

interface Extent {
  readonly top: number;
  readonly bottom: number;
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
 * Puts the card below the end of the sentence, or above its start; where there is too little room for
 * both, beside the hovered line. It is cut to the room there is; its middle scrolls.
 * @param host the card's host, fixed and measurable
 * @param anchor the hovered line and its sentence, in client coordinates
 */
export async function place(
  host: HTMLElement,
  anchor: ReturnType<CardRequest['anchor']>,
): Promise<void> {
  const { line, sentence } = anchor;
  const tallest = Math.min(TALLEST.px, TALLEST.share * window.innerHeight);
  const limit = (height: number) =>
    host.style.setProperty('max-height', `${Math.floor(height)}px`, 'important');

  const beside = async ({ top, bottom }: Extent, placement: Placement) => {
    let room = 0;
    limit(tallest);
    const position = await computePosition(
      { getBoundingClientRect: () => new DOMRect(line.x, top, line.width, bottom - top) },
      host,
      {
        strategy: 'fixed',
        placement,
        middleware: [
          offset(AWAY),
          flip({ padding: EDGE, crossAxis: false, fallbackStrategy: 'bestFit' }),
          size({
            padding: EDGE,
            apply({ availableHeight }) {
              room = Math.max(0, availableHeight);
              limit(Math.min(tallest, room));
            },
          }),
          shift({ padding: EDGE }),
        ],
      },
    );
    return { position, room };
  };

  limit(tallest);
  const enough = Math.min(host.offsetHeight, USABLE);
  const whole = extentInColumn(line, sentence);
  const near = whole.bottom - line.bottom <= LINES_BELOW * LEADING * line.height;
  const first = await beside(whole, near ? 'bottom-start' : 'top-start');
  const { position } = first.room < enough ? await beside(line, 'bottom-start') : first;
  const { x, y } = position;
  host.style.setProperty(
    'transform',
    `translate(${Math.round(x)}px, ${Math.round(y)}px)`,
    'important',
  );
}
