/** Work that reads, changes and writes one thing, and so must not overlap. */

/**
 * Makes a queue.
 * @returns a function that runs each work once the one before is done, well or badly, and gives its
 *   outcome
 */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work, work);
    last = done;
    return done;
  };
}
