/**
 * What stands off screen is drawn in its turn, so that a press is answered at once however long the page's record is.
 */
import { useEffect, useReducer, useRef } from 'preact/hooks';

const waiting = new Set<() => void>();
let running = false;

/** One a task: what the reader does meanwhile comes between. */
function next(): void {
  const [draw] = waiting;
  running = draw !== undefined;
  if (!draw) return;
  waiting.delete(draw);
  draw();
  // A page that nobody sees has no one to wait for, and its timers are rare.
  if (document.hidden) next();
  else setTimeout(next);
}

/** @returns takes it out of the queue again */
function inTurn(draw: () => void): () => void {
  waiting.add(draw);
  if (!running) setTimeout(next);
  running = true;
  return () => waiting.delete(draw);
}

/**
 * @param value what is to be drawn; the same object as long as that is the same
 * @param near it is on screen or next to it, and cannot wait
 * @returns what is drawn: the value, or what it was before; null before its first turn
 */
export function useTurn<T>(value: T, near: boolean): T | null {
  const drawn = useRef<T | null>(null);
  const [, again] = useReducer((turn: number) => turn + 1, 0);
  if (near) drawn.current = value;
  useEffect(() => {
    if (drawn.current === value) return;
    return inTurn(() => {
      drawn.current = value;
      again(undefined);
    });
  }, [value, near]);
  return drawn.current;
}
