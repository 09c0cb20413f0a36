/** Scripts that run once in the page of a tab, when somebody asks for what they find. */
import { browser } from 'wxt/browser';

/**
 * Runs a script in the page itself, never in its frames.
 * @param file of the build, from its root: `/about.js`
 * @returns what it gave; undefined where no script may run, as in the browser's own pages
 */
export async function runOnce(tabId: number, file: `/${string}`): Promise<unknown> {
  try {
    const target = { tabId, frameIds: [0] };
    const [ran] = await browser.scripting.executeScript({ target, files: [file] });
    return ran?.result;
  } catch {
    return undefined;
  }
}
