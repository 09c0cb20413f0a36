/**
 * Finds quotations in the text of a page: as they stand, else with small differences, since pages are
 * edited and pages are typeset.
 *
 * What is cheap rules out nearly everything: one pass over the text tells where pieces of the quotations
 * stand (pieces.ts). Only around two pieces of one quotation that stand as far apart as they should are
 * differences counted, by Myers' bit-parallel algorithm (approx-string-match), and only so often.
 */
import type { QuoteView, TextBlock } from '../messages';
import { findAlike } from './alike';
import { type Budget, LOOK, spend, WHOLE } from './budget';
import { type Candidate, fitOf } from './fit';
import { type Folded, foldTexts, placeOf, stringOf, textAt } from './fold';
import { indexPieces, isExactAt, KEY_UNITS, type Pieces, scanPieces } from './pieces';
import { type Sought, soughtOf } from './selector';

/** What of a quotation stands in one block. */
export interface QuotePart {
  /** The block's own number. */
  readonly block: number;
  /** Half-open, in UTF-16 units of the block's text. */
  readonly start: number;
  readonly end: number;
}

/** A quotation's best place. */
export interface FoundQuote {
  /** Its place in the list that was asked with. */
  readonly quote: number;
  /** In the order of the blocks; one for each that it runs over. */
  readonly parts: readonly QuotePart[];
  /** From 0 to 1: how much of it, and of the words around it, stands there as quoted. */
  readonly fit: number;
}

/** The best place so far, half-open in units of the fold. */
interface Best {
  readonly from: number;
  readonly to: number;
  readonly fit: number;
}

interface Search {
  readonly quotes: readonly (Sought | null)[];
  readonly pieces: Pieces;
  /** Quotations too short to have a key. */
  readonly short: readonly number[];
  readonly folded: Folded;
  readonly best: (Best | null)[];
  readonly budget: Budget;
}

/** A part of a fold in which a quotation may stand with differences. */
interface Window {
  from: number;
  to: number;
}

function offer({ best, quotes, folded, budget }: Search, quote: number, at: Candidate): void {
  const sought = quotes[quote];
  const known = best[quote];
  const fit = sought ? fitOf(folded, sought, at, budget) : null;
  if (fit === null || (known && known.fit >= fit)) return;
  best[quote] = { from: at.from, to: at.to, fit };
}

/** @returns what of a place in the fold stands in which block */
function partsOf(folded: Folded, blocks: readonly TextBlock[], { from, to }: Best): QuotePart[] {
  const parts: QuotePart[] = [];
  for (let index = textAt(folded, from); index < blocks.length; index++) {
    const [block, place] = [blocks[index], folded.texts[index]];
    if (!block || !place || place.from >= to) break;
    const [begin, stop] = [Math.max(from, place.from), Math.min(to, place.to)];
    if (begin >= stop) continue;
    const [start, end] = placeOf(folded, block.text, begin, stop);
    parts.push({ block: block.id, start, end });
  }
  return parts;
}

const exactly = ({ exact }: Sought, from: number): Candidate => ({
  from,
  to: from + exact.length,
  errors: 0,
});

/**
 * Whether another piece of the quotation stands where it should beside this one: within so many units as
 * there may be errors, or up to twice as many.
 * @param bands of {@link findPieces}: by place, in steps of that many units, the pieces met there
 */
function hasCompany(bands: Map<number, number>, index: number, band: number): boolean {
  const own = 1 << index;
  const met = [-1, 0, 1].reduce((mask, step) => mask | (bands.get(band + step) ?? 0), 0);
  bands.set(band, (bands.get(band) ?? 0) | own);
  return (met & ~own) !== 0;
}

/** Offers the places where quotations stand as they are, and tells where they may stand otherwise. */
function findPieces(state: Search): Map<number, Window[]> {
  const { folded } = state;
  const windows = new Map<number, Window[]>();
  const offered = new Map<number, number>();
  const bands = new Map<number, Map<number, number>>();
  scanPieces(folded, state.pieces, state.budget, (quote, index, from) => {
    const sought = state.quotes[quote];
    if (!sought || offered.get(quote) === from) return;
    if (!spend(state.budget, sought.exact.length)) return;
    if (isExactAt(folded, sought, from)) {
      offered.set(quote, from);
      offer(state, quote, exactly(sought, from));
      return;
    }
    const { maxErrors, exact } = sought;
    if (maxErrors === 0) return;
    const met = bands.get(quote) ?? new Map<number, number>();
    bands.set(quote, met);
    if (!hasCompany(met, index, Math.floor(from / maxErrors))) return;
    const begin = Math.max(0, from - maxErrors);
    const end = Math.min(folded.length, from + exact.length + 2 * maxErrors);
    const known = windows.get(quote) ?? [];
    windows.set(quote, known);
    const last = known.at(-1);
    // Pieces come in their own order, not by where the quotation would begin. What is joined stays short,
    // since a window with the quotation over and over is looked through once for each.
    if (last && begin <= last.to && Math.max(last.to, end) - last.from <= 2 * exact.length) {
      last.from = Math.min(last.from, begin);
      last.to = Math.max(last.to, end);
    } else known.push({ from: begin, to: end });
  });
  return windows;
}

function findShort(state: Search): void {
  const { folded } = state;
  for (const quote of state.short) {
    const sought = state.quotes[quote];
    for (let from = 0; sought && from < folded.length; from++) {
      if (!isExactAt(folded, sought, from)) continue;
      if (!spend(state.budget, LOOK)) return;
      offer(state, quote, exactly(sought, from));
    }
  }
}

/** Offers the places of a window in which a quotation stands with the fewest differences. */
function findChanged(state: Search, quote: number, { from, to }: Window): void {
  const { folded } = state;
  const sought = state.quotes[quote];
  if (!sought) return;
  const { exact, maxErrors } = sought;
  const text = stringOf(folded, from, to);
  for (const { start, end, errors } of findAlike(text, exact, maxErrors, state.budget)) {
    offer(state, quote, { from: from + start, to: from + end, errors });
  }
}

/**
 * Finds quotations in blocks of a page's text. Differences in case, accents, white space and the kinds of
 * dashes and quotation marks are none; of other letters one in twelve may differ. A quotation that is short
 * must have the words around it that it is quoted with, where the block holds any. It may run over blocks that
 * follow each other, as where a speech is set in paragraphs, or a page breaks its lines by hand.
 * @param blocks in page order; what is asked for in two calls is never one passage
 * @param quotes as the pack has them
 * @returns each quotation that was found, once, in its best place (the first of several as good), in the
 *   order of the list
 */
export function findQuotes(
  blocks: readonly TextBlock[],
  quotes: readonly QuoteView[],
): FoundQuote[] {
  const sought = quotes.map(soughtOf);
  const isShort = (one: Sought | null) => one !== null && one.exact.length < KEY_UNITS;
  const folded = foldTexts(blocks.map(({ text }) => text));
  const state: Search = {
    quotes: sought,
    pieces: indexPieces(sought.map((one) => (isShort(one) ? null : one))),
    short: [...sought.keys()].filter((index) => isShort(sought[index] ?? null)),
    folded,
    best: sought.map(() => null),
    budget: { left: WHOLE },
  };
  findShort(state);
  for (const [quote, windows] of findPieces(state)) {
    for (const window of windows) {
      // Nothing can fit better.
      if (state.best[quote]?.fit === 1) break;
      findChanged(state, quote, window);
    }
  }
  return state.best.flatMap((best, quote) =>
    best ? [{ quote, parts: partsOf(folded, blocks, best), fit: best.fit }] : [],
  );
}
