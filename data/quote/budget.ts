/**
 * What a call may cost beyond one pass over the text. An honest page spends a few hundredths of it; one that
 * is made of what it is asked for, over and over, is looked through until it is spent.
 */

/** In letters that are compared, about a nanosecond each. */
export interface Budget {
  left: number;
}

/** 20 ms, once a batch of blocks. */
export const WHOLE = 20_000_000;

/** What a look at one place costs, whatever it finds. */
export const LOOK = 60;

/** @returns false where it is spent, for good */
export function spend(budget: Budget, cost: number): boolean {
  budget.left -= cost;
  return budget.left >= 0;
}
