/** What the extension's own pages are made by: in the reader's language and theme, which they follow while they are open. */
import type { ComponentChild } from 'preact';
import { browser } from 'wxt/browser';
import { mountPage } from '../../components/mountPage';
import { type MessageKey, sayer } from '../../data/locale';
import { type AskBackground, asker, type BackgroundRequests } from '../../data/messages';

/** What is set in one go is written key by key. */
const TOGETHER_MS = 50;

/** Asks the background. */
export const askBackground: AskBackground = asker<BackgroundRequests>((message) =>
  browser.runtime.sendMessage(message),
);

/**
 * Shows a page of the extension, and shows it again whenever something is set, wherever that was done: its language and
 * theme, a site, a muted topic, a subscription. What was typed and chosen in it stays.
 * @param title of the document
 * @param page what it shows; `ask` is another function each time, so that what was asked for is asked again
 * @param asks how the background is asked
 */
export async function showOwnPage(
  title: MessageKey,
  page: (ask: AskBackground) => ComponentChild | Promise<ComponentChild>,
  asks: AskBackground = askBackground,
): Promise<void> {
  const show = async () => {
    const ask: AskBackground = (type, given) => asks(type, given);
    const [{ locale, strings }, { theme }, made] = await Promise.all([
      ask('locale.strings', null),
      ask('appearance.get', null),
      page(ask),
    ]);
    // Else as the browser has it, which the style sheet says.
    document.documentElement.style.colorScheme = theme === 'page' ? '' : theme;
    mountPage(title, { locale, say: sayer(locale, strings) }, made);
  };
  let due: ReturnType<typeof setTimeout> | undefined;
  browser.storage.local.onChanged.addListener(() => {
    clearTimeout(due);
    due = setTimeout(show, TOGETHER_MS);
  });
  await show();
}
