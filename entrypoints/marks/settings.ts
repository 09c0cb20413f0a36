/** How the reader wants cards to open. Kept in the extension's own storage, which its scripts in pages may read. */
import { browser } from 'wxt/browser';
import { HOVER_KEY, type HoverSettings, hoverSettings } from '../../data/settings';

export type { HoverSettings };

/**
 * Reads the settings, and again whenever they change.
 * @param signal ends the watch
 * @returns what holds now; the defaults until it is read
 */
export function watchSettings(signal: AbortSignal): () => HoverSettings {
  let settings = hoverSettings(null);
  const take = (stored: unknown) => {
    settings = hoverSettings(stored);
  };
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[HOVER_KEY];
    if (change) take(change.newValue);
  };
  browser.storage.local.get(HOVER_KEY).then(
    (all) => take(all[HOVER_KEY]),
    () => {},
  );
  browser.storage.local.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => {
    // Gone with the extension.
    browser.storage?.local?.onChanged.removeListener(onChanged);
  });
  return () => settings;
}

/** @returns whether resting on a mark opens its card, with the keys held as in the event */
export function opensOnRest(
  { opens, key }: HoverSettings,
  held: Pick<MouseEvent, 'altKey' | 'ctrlKey' | 'shiftKey'>,
): boolean {
  return opens === 'rest' || (opens === 'key' && held[`${key}Key`]);
}
