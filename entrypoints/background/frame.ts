/** What the background puts into the frame that asked, and only there. */
import { type Browser, browser } from 'wxt/browser';
import type { LocaleStrings } from '../../data/messages';
import type { ReaderSettings } from '../../data/settings';
import { markSheet } from '../marks/contract';
import { localeStrings } from './locale';
import { isOwnPage } from './sender';
import { readSettings } from './settings';

type Sender = Browser.runtime.MessageSender;

/** Runs a script of ours in the frame that asked. The sample, a page of our own, has run them by itself. */
async function run(file: string, sender: Sender): Promise<void> {
  if (isOwnPage(sender)) return;
  await browser.scripting.executeScript({ target: frameOf(sender), files: [file] });
}

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
  const running = run('/marks.js', sender);
  const settings = await readSettings();
  const files = [`/${markSheet(settings)}`];
  if (!styled && !isOwnPage(sender)) {
    await browser.scripting.insertCSS({ target: frameOf(sender), files });
  }
  await running;
  return settings;
}

/** Runs the card's script, which a page without a hover never pays for. */
export async function loadCard(sender: Sender): Promise<LocaleStrings> {
  await run('/card.js', sender);
  return localeStrings();
}

/** Runs the script that writes citations, which a card without a click on it never pays for. */
export async function loadCite(sender: Sender): Promise<void> {
  await run('/cite.js', sender);
}
