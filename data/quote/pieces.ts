/**
 * Where pieces of many quotations stand in a text, in one pass over it.
 *
 * The first four units of each piece make one 32-bit key. Over the text the key is kept current by a
 * shift, a sieve of bits says at most places that no piece begins with it, and what passes is compared.
 */
import { type Budget, LOOK, spend } from './budget';
import type { Folded } from './fold';
import type { Sought } from './selector';

/** Units of a key: eight bits of each, and what is shifted out at the left is forgotten. */
export const KEY_UNITS = 4;

interface Piece {
  readonly quote: number;
  /** Its number among the pieces of the quotation. */
  readonly index: number;
  /** Where it begins in the quotation, and its units. */
  readonly offset: number;
  readonly text: string;
}

/** The pieces of all quotations by their keys. */
export interface Pieces {
  readonly sieve: Uint8Array;
  readonly shift: number;
  readonly byKey: ReadonlyMap<number, readonly Piece[]>;
}

/** Spreads keys over the sieve: 2³² divided by the golden ratio (Knuth, TAOCP 3, 6.4). */
const SPREAD = 0x9e3779b1;

/** Slots of the sieve for each key: one place in sixteen passes by chance. */
const SLOTS_A_KEY = 16;
const MIN_SLOT_BITS = 10;

const keyAfter = (key: number, unit: number) => (key << 8) ^ unit;

function keyOf(text: string): number {
  let key = 0;
  for (let at = 0; at < KEY_UNITS; at++) key = keyAfter(key, text.charCodeAt(at));
  return key;
}

function piecesOf(sought: Sought, quote: number): Piece[] {
  const { exact, pieces } = sought;
  return pieces.map((offset, index) => ({
    quote,
    index,
    offset,
    text: exact.slice(offset, pieces[index + 1]),
  }));
}

/**
 * @param quotes each of at least {@link KEY_UNITS} units, or null; a piece names its quotation by its
 *   place in the list
 */
export function indexPieces(quotes: readonly (Sought | null)[]): Pieces {
  const byKey = new Map<number, Piece[]>();
  for (const [quote, sought] of quotes.entries()) {
    for (const piece of sought ? piecesOf(sought, quote) : []) {
      const key = keyOf(piece.text);
      const same = byKey.get(key);
      if (same) same.push(piece);
      else byKey.set(key, [piece]);
    }
  }
  const bits = Math.max(MIN_SLOT_BITS, Math.ceil(Math.log2(byKey.size * SLOTS_A_KEY)));
  const sieve = new Uint8Array(1 << bits);
  for (const key of byKey.keys()) sieve[Math.imul(key, SPREAD) >>> (32 - bits)] = 1;
  return { sieve, shift: 32 - bits, byKey };
}

function standsAt({ units, length }: Folded, text: string, from: number): boolean {
  if (from + text.length > length) return false;
  for (let at = 0; at < text.length; at++) {
    if (units[from + at] !== text.charCodeAt(at)) return false;
  }
  return true;
}

/** Whether a whole quotation stands at a place of a fold. */
export const isExactAt = (folded: Folded, { exact }: Sought, from: number) =>
  from >= 0 && standsAt(folded, exact, from);

/**
 * Tells of every piece that stands in a text, in the order in which they begin there, as long as the
 * budget lasts.
 * @param onPiece is given the quotation, the number of the piece, and where the quotation would begin:
 *   before the text, perhaps
 */
export function scanPieces(
  folded: Folded,
  { sieve, shift, byKey }: Pieces,
  budget: Budget,
  onPiece: (quote: number, index: number, from: number) => void,
): void {
  const { units, length } = folded;
  let key = 0;
  for (let at = 0; at < length; at++) {
    key = keyAfter(key, units[at] as number);
    if (sieve[Math.imul(key, SPREAD) >>> shift] === 0 || at < KEY_UNITS - 1) continue;
    const begin = at - KEY_UNITS + 1;
    for (const { quote, index, offset, text } of byKey.get(key) ?? []) {
      if (!spend(budget, LOOK + text.length)) return;
      if (standsAt(folded, text, begin)) onPiece(quote, index, begin - offset);
    }
  }
}
