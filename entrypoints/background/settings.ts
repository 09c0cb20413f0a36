/** How marks look and cards open, as the reader set it. */
import { browser } from 'wxt/browser';
import {
  type Appearance,
  appearance,
  type HoverSettings,
  hoverSettings,
  type ReaderSettings,
} from '../../data/settings';

export const HOVER = 'hover';
export const LOOK = 'appearance';

/** @returns what is stored; nothing where it cannot be read: marks and cards come all the same */
async function stored(key: string): Promise<unknown> {
  try {
    return (await browser.storage.local.get(key))[key];
  } catch (error) {
    console.warn('What was set cannot be read.', error);
    return null;
  }
}

export const readHover = async (): Promise<HoverSettings> => hoverSettings(await stored(HOVER));

export const readAppearance = async (): Promise<Appearance> => appearance(await stored(LOOK));

export async function readSettings(): Promise<ReaderSettings> {
  const [hover, look] = await Promise.all([readHover(), readAppearance()]);
  return { ...hover, ...look };
}
