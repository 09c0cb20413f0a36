/** What the background puts into the frame that asked, and only there. */
import { type Browser, browser } from 'wxt/browser';
import type { LocaleStrings } from '../../data/messages';
import type { ReaderSettings } from '../../data/settings';
import { localeStrings } from './locale';
import { markSheet } from './mark-sheet';
import { readSettings } from './settings';

type Sender = Browser.runtime.MessageSender;

function frameOf({ tab, frameId }: Sender): { tabId: number; frameIds: number[] } {
  if (tab?.id === undefined || frameId === undefined) throw new Error('only a page can ask this');
  return { tabId: tab.id, frameIds: [frameId] };
}

/**
 * Runs the reader's second script, which a page where nothing is on record never pays for.
 * @param styled whether the style sheet of the marks came with the page; put in later, it has the browser look at
 *   every element again
 */
export async function loadMarks(styled: boolean, sender: Sender): Promise<ReaderSettings> {
  const target = frameOf(sender);
  const running = browser.scripting.executeScript({ target, files: ['/marks.js'] });
  const settings = await readSettings();
  await Promise.all([
    styled || browser.scripting.insertCSS({ target, files: [`/${markSheet(settings)}`] }),
    running,
  ]);
  return settings;
}

/** Runs the card's script, which a page without a hover never pays for. */
export async function loadCard(sender: Sender): Promise<LocaleStrings> {
  await browser.scripting.executeScript({ target: frameOf(sender), files: ['/card.js'] });
  return localeStrings();
}

/** Runs the script that writes citations, which a card without a click on it never pays for. */
export async function loadCite(sender: Sender): Promise<void> {
  await browser.scripting.executeScript({ target: frameOf(sender), files: ['/cite.js'] });
}
