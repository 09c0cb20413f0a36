/** Renders pieces with the English words, as a surface does. */
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { onTestFinished } from 'vitest';
import { type Words, WordsProvider } from '../../components/words';
import { sayer } from '../../data/locale';
import en from '../../public/locales/en.json';

export const english: Words = { locale: 'en', say: sayer('en', en) };

/** @returns the element that holds what was rendered */
export function show(piece: ComponentChild, words: Words = english): HTMLElement {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  // What still asks now and then would do so when there is no document any more.
  onTestFinished(() => act(() => render(null, place)));
  act(() => render(<WordsProvider value={words}>{piece}</WordsProvider>, place));
  return place;
}

/** Text as one reads it: runs of white space are one space. */
export const textOf = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

export const press = (element: Element | null, key: string) =>
  act(() => {
    element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });

export const click = (element: Element | null | undefined) =>
  act(() => {
    // An SVG element has no `click`.
    if (element instanceof HTMLElement) element.click();
    else element?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  });
