/** Runs the reader in the frames of a page that are of the page's own origin. */
import { type Browser, browser } from 'wxt/browser';
import { startReader } from './readers';

/** Runs in every frame that we may reach. @returns whether it belongs to the page and has no reader yet */
function isUnreadPartOfPage(): boolean {
  try {
    // Asking another origin's window for it throws.
    return window !== top && top?.origin === origin && !globalThis.__onRecordStopReader;
  } catch {
    return false;
  }
}

/** @param sender the page whose reader saw frames with prose in them */
export async function readFrames({ tab }: Browser.runtime.MessageSender): Promise<void> {
  if (tab?.id === undefined) throw new Error('only a page can ask this');
  const everywhere = { tabId: tab.id, allFrames: true };
  const looked = await browser.scripting.executeScript({
    target: everywhere,
    func: isUnreadPartOfPage,
  });
  const frameIds = looked.flatMap(({ frameId, result }) => (result ? [frameId] : []));
  if (frameIds.length === 0) return;
  await startReader({ tabId: tab.id, frameIds }, true);
}
