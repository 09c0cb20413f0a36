/** What the background puts into the frame that asked, and only there. */
import { type Browser, browser } from 'wxt/browser';
import type { LocaleStrings } from '../../data/messages';
import marks from '../marks/marks.css?inline';
import { localeStrings } from './locale';

type Sender = Browser.runtime.MessageSender;

function frameOf({ tab, frameId }: Sender): { tabId: number; frameIds: number[] } {
  if (tab?.id === undefined || frameId === undefined) throw new Error('only a page can ask this');
  return { tabId: tab.id, frameIds: [frameId] };
}

/**
 * Adds the style sheet of the marks, which a page's own policy cannot forbid, and runs the reader's second
 * script; a page where nothing is marked pays for neither.
 */
export async function styleMarks(sender: Sender): Promise<void> {
  const target = frameOf(sender);
  await Promise.all([
    browser.scripting.insertCSS({ target, css: marks }),
    browser.scripting.executeScript({ target, files: ['/marks.js'] }),
  ]);
}

/** Runs the card's script, which a page without a hover never pays for. */
export async function loadCard(sender: Sender): Promise<LocaleStrings> {
  await browser.scripting.executeScript({ target: frameOf(sender), files: ['/card.js'] });
  return localeStrings();
}
