/** The search from the address bar, behind the keyword of the manifest. */
import type { Browser } from 'wxt/browser';
import type { SearchHit } from '../../data/messages';
import { searchRecords } from '../../data/store/search-records';
import { library } from './library';
import { readerLanguage } from './locale';
import { keepLookup } from './lookup';
import { openPopup } from './open-popup';

/** As many as Chromium shows. */
const SUGGESTIONS = 5;
/** UTF-16 units of a record's text in a suggestion, and of the words that lead back to it. */
const SHOWN = 90;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Chromium reads descriptions as XML; Firefox shows them as they are. */
const asText = (text: string) => {
  // XML has no other control characters, not even as entities.
  const plain = text.replace(/\p{Cc}/gu, ' ');
  return import.meta.env.FIREFOX
    ? plain
    : plain.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '');
};

/** At the end of a word, unless the first is longer. */
function shortened(text: string): string {
  if (text.length <= SHOWN) return text;
  const cut = text.slice(0, SHOWN).replace(/[\ud800-\udbff]$/, '');
  return cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
}

function suggestion({ record }: SearchHit): Browser.omnibox.SuggestResult {
  const text = shortened(record.text.text);
  const said = [record.speakers.join(', '), (record.made ?? record.when)?.label].filter(Boolean);
  return {
    // What is put into the search when it is chosen: the words as they stand.
    content: `"${text.replace(/["“”„«»]/g, ' ')}"`,
    description: asText([...said, text].join(' · ')),
  };
}

/** To be answered while one types. */
export async function suggestRecords(
  text: string,
  suggest: (results: Browser.omnibox.SuggestResult[]) => void,
): Promise<void> {
  if (text.trim() === '') return suggest([]);
  const { hits } = await searchRecords(await library(), text, SUGGESTIONS, await readerLanguage());
  const suggestions = hits.map(suggestion);
  // Chromium takes none that repeats another or what was typed.
  const distinct = new Map(suggestions.map((one) => [one.content, one]));
  distinct.delete(text);
  suggest([...distinct.values()]);
}

/** Opens the popup with what was entered. */
export async function enterSearch(text: string): Promise<void> {
  // Both at once: the gesture does not outlast an `await`, and who takes the text waits until it is kept.
  await Promise.all([keepLookup(text), openPopup(undefined)]);
}
