/** From offsets into a block to places on the page, and back from a point to mentions. */
import {
  type Block,
  type Mention,
  type Reading,
  stands,
  startOf,
  stretches,
} from '../reader/contract';
import { bySpecificity } from './mention';

/** @returns client rects of a range of the block, one a line or more; none once the page changed it */
export function rectsOf(block: Block, start: number, end: number): DOMRect[] {
  const range = new Range();
  return stretches(block, start, end).flatMap((stretch) => {
    range.setStart(stretch.node, stretch.start);
    range.setEnd(stretch.node, stretch.end);
    return [...range.getClientRects()].filter((rect) => rect.width > 0);
  });
}

/** The mentions at a point of the page. */
export interface Hit {
  readonly block: Block;
  /** Most specific first; at least one. */
  readonly mentions: readonly Mention[];
  /** The unit of the block's text at the point. */
  readonly offset: number;
  /** A finger pointed there. */
  readonly byTouch?: boolean;
}

/** The mark is the text and its line below: as far as the lowest line reaches. */
const LINE_BELOW_PX = 8;

/**
 * @param x @param y client coordinates
 * @returns the mentions whose mark is there. Reads layout.
 */
export function hitAt(
  x: number,
  y: number,
  { blockOf, shadowRoots }: Pick<Reading, 'blockOf' | 'shadowRoots'>,
): Hit | null {
  // `highlightsFromPoint` would answer the same, at milliseconds a call in Chromium.
  const caret = Document.prototype.caretPositionFromPoint.call(document, x, y, {
    shadowRoots: shadowRoots(),
  });
  const block = caret && blockOf(caret.offsetNode);
  if (!block) return null;
  const offset = (block.starts[block.pieces.indexOf(caret.offsetNode as Text)] ?? 0) + caret.offset;
  // A caret stands between two units: the point may be on either.
  const mentions = block.mentions.filter(({ parts }) =>
    parts.some(
      ([start, end]) =>
        start <= offset && offset <= end && rectsOf(block, start, end).some((r) => isIn(x, y, r)),
    ),
  );
  return mentions.length > 0 ? { block, mentions: mentions.sort(bySpecificity), offset } : null;
}

/**
 * @param mention where to stand; it comes first among the mentions that share its first words
 */
export function hitOn(mention: Mention): Hit {
  const { block } = mention;
  const offset = startOf(mention);
  const others = block.mentions.filter(
    (other) => other !== mention && other.parts.some(([a, b]) => a <= offset && offset < b),
  );
  return { block, mentions: [mention, ...others.sort(bySpecificity)], offset };
}

function isIn(x: number, y: number, rect: DOMRect): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom + LINE_BELOW_PX;
}

/** @returns the rect of the line of a hit that the point is on, measured now; null once it is gone */
export function lineOf(hit: Hit): DOMRect | null {
  const { block, offset } = hit;
  const unit = rectsOf(block, offset, offset + 1)[0] ?? rectsOf(block, offset - 1, offset)[0];
  if (!unit) return null;
  const line = hit.mentions
    .flatMap(({ parts }) => parts.flatMap(([start, end]) => rectsOf(block, start, end)))
    .filter((rect) => rect.top < unit.bottom && rect.bottom > unit.top);
  return union([unit, ...line]);
}

/** Made at the first hover: a page that is only read has no use for it. */
let sentences: Intl.Segmenter | undefined;

/** So much text on each side of a hit is looked at for where its sentence begins and ends, in UTF-16 units. */
const SENTENCE_REACH = 1000;

/** The sentence around a hit, as a half-open range of UTF-16 units into the block. */
function sentenceAround({ block, offset }: Hit): { start: number; end: number } {
  const from = Math.max(0, offset - SENTENCE_REACH);
  const near = block.text.slice(from, offset + SENTENCE_REACH);
  sentences ??= new Intl.Segmenter(undefined, { granularity: 'sentence' });
  const at = Math.min(offset - from, near.length - 1);
  const found = sentences.segment(near).containing(at);
  if (!found) return { start: offset, end: offset };
  const start = from + found.index;
  return { start, end: start + found.segment.trimEnd().length };
}

/** @returns the words of the sentence around a hit, white space made single; of a very long one those around the hit */
export function sentenceTextOf(hit: Hit): string {
  const { start, end } = sentenceAround(hit);
  return hit.block.text.slice(start, end).replace(/\s+/g, ' ').trim();
}

/** @returns the client rects of the sentence around a hit, measured now */
export function sentenceOf(hit: Hit): DOMRect[] {
  const { start, end } = sentenceAround(hit);
  return rectsOf(hit.block, start, end);
}

/**
 * Scrolls to a hit, its line in the middle of what is seen. It jumps, as find-in-page does: a smooth scroll is not
 * for everybody.
 * @returns false where it no longer stands on the page
 */
export function bringBack(hit: Hit): boolean {
  const element = hit.block.pieces[0]?.parentElement;
  if (!element || !stands(hit.block)) return false;
  Element.prototype.scrollIntoView.call(element, {
    block: 'center',
    inline: 'nearest',
    behavior: 'instant',
  });
  // The block may be taller than the window.
  const line = lineOf(hit);
  if (line && (line.top < 0 || line.bottom > innerHeight)) {
    scrollBy({ top: line.top - innerHeight / 2, behavior: 'instant' });
  }
  return line !== null;
}

function union(rects: readonly DOMRect[]): DOMRect {
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
