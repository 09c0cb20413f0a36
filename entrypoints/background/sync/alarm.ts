/** Wakes the worker to look for updates. */
import { browser } from 'wxt/browser';
import { SETTLED_MS } from '../../../data/sync/client/schedule';
import { followAccount, isFollowed } from './account';
import { isQuiet, updateDue } from './run';

const NAME = 'sync';

/** How late a pack that is due may be; the packs' own times are hours apart. */
const EVERY_MIN = 15;

/** To be called at start-up and at install: Firefox drops alarms when it ends, Chromium at an update. */
export async function setAlarm(): Promise<void> {
  await browser.alarms.create(NAME, {
    delayInMinutes: SETTLED_MS / 60_000,
    periodInMinutes: EVERY_MIN,
  });
}

export async function onAlarm({ name }: { readonly name: string }): Promise<void> {
  if (name !== NAME || (await isQuiet())) return;
  if (await isFollowed()) await followAccount();
  await updateDue();
}
