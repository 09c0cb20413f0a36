/** What the page of a tab says of itself. */
import { type Browser, browser } from 'wxt/browser';
import type { PageAbout } from '../../data/messages';
import { checkAbout } from '../../data/page/about';
import { viewDate } from '../../data/store/language';
import { isSameSite } from '../../data/store/page-address';
import { readerLanguage } from './locale';
import { runOnce } from './run-once';
import { isOwnPage } from './sender';

/** @returns the address that a page gives for itself, if it is of the site that it was loaded from; else that one */
const ownAddress = (said: string | null, loaded: string | undefined): string | null =>
  said === null || loaded === undefined || isSameSite(loaded, said) ? said : loaded;

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
  const [result, { url }, language] = await Promise.all([
    runOnce(id, '/about.js'),
    browser.tabs.get(id),
    readerLanguage(),
  ]);
  const { title, address, published } = checkAbout(result);
  const date = published && viewDate(published.edtf, language);
  return {
    title,
    address: ownAddress(address, url),
    published: date && { date, sign: published.sign },
  };
}
