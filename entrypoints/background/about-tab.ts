/** What the page of a tab says of itself. */
import { type Browser, browser } from 'wxt/browser';
import type { PageAbout } from '../../data/messages';
import { checkAbout } from '../../data/page/about';
import { viewDate } from '../../data/store/language';
import { readerLanguage } from './locale';
import { isOwnPage } from './sender';

/** Runs the script in the page itself, never in its frames. @returns undefined where no script may run */
async function runIn(tabId: number): Promise<unknown> {
  try {
    const target = { tabId, frameIds: [0] };
    const [ran] = await browser.scripting.executeScript({ target, files: ['/about.js'] });
    return ran?.result;
  } catch {
    return undefined;
  }
}

/**
 * @param tab the one asked about; a web page is told of its own only
 * @throws {Error} where there is no tab to ask about
 */
export async function aboutTab(
  tab: number | null,
  sender: Browser.runtime.MessageSender,
): Promise<PageAbout> {
  const id = (isOwnPage(sender) ? tab : null) ?? sender.tab?.id;
  if (id === undefined) throw new Error('only a page can ask this');
  const [result, language] = await Promise.all([runIn(id), readerLanguage()]);
  const { title, address, published } = checkAbout(result);
  const date = published && viewDate(published.edtf, language);
  return { title, address, published: date && { date, sign: published.sign } };
}
