/** How often packs are looked after, as the reader has it. */
import { browser } from 'wxt/browser';
import type { SyncSettings } from '../../../data/pack-messages';
import { isPace } from '../../../data/settings';
import { EVERY_HOURS } from '../../../data/sync/client/schedule';

const KEY = 'syncSettings';

const DEFAULT: SyncSettings = { everyHours: EVERY_HOURS, saveData: true };

export async function readSyncSettings(): Promise<SyncSettings> {
  const kept: unknown = (await browser.storage.local.get(KEY))[KEY];
  if (typeof kept !== 'object' || kept === null) return DEFAULT;
  const { everyHours, saveData } = kept as Partial<SyncSettings>;
  return {
    everyHours: everyHours === null || isPace(everyHours) ? everyHours : DEFAULT.everyHours,
    saveData: typeof saveData === 'boolean' ? saveData : DEFAULT.saveData,
  };
}

export async function writeSyncSettings(settings: SyncSettings): Promise<void> {
  await browser.storage.local.set({ [KEY]: settings });
}
