/** Long work in slices, so that whoever waits for an answer gets it meanwhile. */

/** Work between two pauses; a page that asks waits no longer than that and one step. */
const SLICE_MS = 8;

/**
 * Does work that yields now and then, with pauses in which other tasks run.
 * @param steps the work
 * @returns what it returns
 * @throws what it throws
 */
export async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const end = performance.now() + SLICE_MS;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < end);
    await new Promise<void>((resume) => {
      setTimeout(resume);
    });
  }
}

/**
 * For work whose steps are not a generator's: to be awaited between two of them.
 * @returns a function that pauses where enough was done since the last pause
 */
export function pacer(): () => Promise<void> {
  let end = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < end) return;
    await new Promise<void>((resume) => {
      setTimeout(resume);
    });
    end = performance.now() + SLICE_MS;
  };
}
