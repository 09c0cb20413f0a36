import { type ComponentChild, render } from 'preact';
import type { MessageKey } from '../data/locale';
import { direction, type Words, WordsProvider } from './words';

/**
 * Makes the document a page of the extension in the language of its words.
 * @param title of the document
 * @param page what it shows
 */
export function mountPage(title: MessageKey, words: Words, page: ComponentChild): void {
  document.documentElement.lang = words.locale;
  document.documentElement.dir = direction(words.locale);
  document.title = words.say(title);
  document.body.className = 'surface';
  render(<WordsProvider value={words}>{page}</WordsProvider>, document.body);
}
