/** When resting on a mark opens its card. */
import type { HoverSettings } from '../../data/settings';

/** @returns whether resting on a mark opens its card, with the keys held as in the event */
export function opensOnRest(
  { opens, key }: HoverSettings,
  held: Pick<MouseEvent, 'altKey' | 'ctrlKey' | 'shiftKey'>,
): boolean {
  return opens === 'rest' || (opens === 'key' && held[`${key}Key`]);
}
