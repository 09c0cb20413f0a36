/** Texts that a pack gives in one language or in several. */
import type { LocalText } from './model';

/** @returns the text in the language that is named first */
export function firstText(text: LocalText): string {
  const one = typeof text === 'string' ? text : (Object.values(text)[0] ?? '');
  return typeof one === 'string' ? one : one.text;
}
