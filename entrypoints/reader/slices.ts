/** Work on the page's main thread, cut so that no input waits for it. */

/** The last step overruns: within 4 ms, a quarter of a frame at 60 Hz, which is what uBlock Origin gives its DOM surveyor. */
const SLICE_MS = 3;

/** After so many slices the text in view is long done: the rest waits until the page is idle. */
const EAGER_SLICES = 6;

/** An idle moment may never come on a busy page; then a slice goes in anyway. */
const IDLE_TIMEOUT_MS = 1000;

/**
 * Runs a job to its end in slices.
 * @param advance does a part of the job until `isOver()`, and says whether the job is done
 * @param signal ends the job early, between two slices
 */
export async function inSlices(
  advance: (isOver: () => boolean) => boolean,
  signal: AbortSignal,
): Promise<void> {
  for (let slice = 1; !signal.aborted; slice++) {
    const end = performance.now() + SLICE_MS;
    if (advance(() => performance.now() >= end)) return;
    await (slice < EAGER_SLICES ? nextTask() : idle());
  }
}

/** Lets the page go on: `scheduler.yield` lets input in and then comes before other tasks of the page. */
export function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0));
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: IDLE_TIMEOUT_MS });
  });
}
