/** Keyboard commands: step from mention to mention on the page in front. */
import { browser } from 'wxt/browser';
import { tellReader } from './readers';

const STEPS: Readonly<Record<string, 1 | -1>> = { 'mention-next': 1, 'mention-previous': -1 };

export async function runCommand(command: string): Promise<void> {
  const by = STEPS[command];
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (by !== undefined && tab?.id !== undefined) await tellReader(tab.id, 'page.step', { by });
}
