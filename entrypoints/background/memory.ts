/** Whether it is remembered which records the reader has seen, and the remembering (data/store/seen.ts). */
import { browser } from 'wxt/browser';
import type { Key } from '../../data/messages';
import { clearSeen, rememberSeen } from '../../data/store/seen';
import { library } from './library';

const KEY = 'memory';

/** On until the reader says otherwise; off where that cannot be read. */
export async function isRemembering(): Promise<boolean> {
  try {
    return (await browser.storage.local.get(KEY))[KEY] !== false;
  } catch (error) {
    console.warn('Whether to remember cannot be read.', error);
    return false;
  }
}

/** Switched off, it forgets what it knew. */
export async function setRemembering(on: boolean): Promise<void> {
  await browser.storage.local.set({ [KEY]: on });
  if (!on) await forgetSeen();
}

export async function forgetSeen(): Promise<void> {
  await clearSeen(await library());
}

/** @param privately nothing is remembered of a private window */
export async function seeTopics(topics: readonly Key[], privately: boolean): Promise<void> {
  if (privately || !(await isRemembering())) return;
  await rememberSeen(await library(), topics, Date.now());
}
