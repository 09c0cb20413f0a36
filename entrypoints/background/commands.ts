/** Keyboard commands, for the page in front: from mention to mention, its card, its site. */
import { type Browser, browser } from 'wxt/browser';
import type { CardAct } from '../../data/messages';
import { tellReader } from './readers';
import { toggleSite } from './toggle-site';

const STEPS: Readonly<Record<string, 1 | -1>> = { 'mention-next': 1, 'mention-previous': -1 };
const ACTS: Readonly<Record<string, CardAct>> = {
  'card-open': 'open',
  'card-close': 'close',
  'card-pin': 'pin',
};

/** @param given the tab in front, where the browser tells */
export async function runCommand(command: string, given?: Browser.tabs.Tab): Promise<void> {
  const tab = given ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
  if (tab?.id === undefined) return;
  const by = STEPS[command];
  const act = ACTS[command];
  if (by) await tellReader(tab.id, 'page.step', { by });
  else if (act) await tellReader(tab.id, 'page.act', { act });
  else if (command === 'site-toggle') await toggleSite(tab);
}
