/** The side panel as a page opens it: beside the page, at the topic that was read in the card. */
import { type Browser, browser } from 'wxt/browser';
import type { Key } from '../../data/messages';
import { inTurn } from './in-turn';

/** Kept until the panel takes it. The panel may be open already and watches this key. */
const KEY = 'panel';

interface Wanted {
  readonly topic: Key;
  readonly tab: number;
}

const queue = inTurn();

/**
 * To be called while the message of the gesture is handled, before any `await`: Chromium opens the panel only there.
 * @returns false where the browser opens it from the toolbar or a key only, as Firefox does
 */
export async function openPanel(
  topic: Key | null,
  { tab }: Browser.runtime.MessageSender,
): Promise<boolean> {
  if (import.meta.env.FIREFOX || tab?.id === undefined) return false;
  const opening = browser.sidePanel.open({ windowId: tab.windowId });
  // At the same time: the panel may ask for it before `open` says that it is there.
  const keeping = keep(topic === null ? null : { topic, tab: tab.id }).catch(() => {});
  try {
    await opening;
    return true;
  } catch (error) {
    console.warn('The side panel was not opened.', error);
    await keeping;
    await keep(null);
    return false;
  }
}

const keep = (wanted: Wanted | null): Promise<void> =>
  queue(() =>
    wanted ? browser.storage.session.set({ [KEY]: wanted }) : browser.storage.session.remove(KEY),
  );

/** @returns the topic that the panel was opened at in this tab, to the first who asks */
export function takePanelTopic(tab: number): Promise<Key | null> {
  return queue(async () => {
    const wanted = (await browser.storage.session.get(KEY))[KEY] as Wanted | undefined;
    if (wanted?.tab !== tab) return null;
    await browser.storage.session.remove(KEY);
    return wanted.topic;
  });
}
