/** Keeps the background running while it works: a browser stops one that seems to have nothing to do after thirty seconds. */
import { browser } from 'wxt/browser';

/** A third of the shortest pause after which a browser stops a background. */
const EVERY_MS = 10_000;

/**
 * What counts as work for browsers is a call of theirs, and none of a slow host's bytes
 * (https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle#idle-shutdown; Firefox's
 * event pages alike). So one that changes nothing is made now and then, for as long as the work lasts and no longer.
 */
export async function staysAwake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
