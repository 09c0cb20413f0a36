/** The language is switched while pages of the extension are open: all of them follow. */
import type { Page } from '@playwright/test';
import { LOCALES } from '../../../data/locale';
import ar from '../../../public/locales/ar.json' with { type: 'json' };
import de from '../../../public/locales/de.json' with { type: 'json' };
import en from '../../../public/locales/en.json' with { type: 'json' };
import ko from '../../../public/locales/ko.json' with { type: 'json' };
import { expect, markWith, test } from './fixtures';
import { speak } from './speak';

test.afterEach(async ({ running, extension }) => speak(running.context, extension, 'en'));

/** Chooses a language as a reader does. */
async function choose(library: Page, locale: string) {
  await library.getByRole('combobox').selectOption(locale);
}

const directionOf = (page: Page) => page.evaluate('document.documentElement.dir');

test('switches every open page from one choice in the library, and back', async ({
  open,
  popupFor,
  panelFor,
  running,
  extension,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const popup = await popupFor(page);
  const panel = await panelFor(page);
  const welcome = await running.context.newPage();
  await welcome.goto(`${extension}/welcome.html`);
  const library = await running.context.newPage();
  await library.goto(`${extension}/library.html#language`);
  const other = await running.context.newPage();
  await other.goto(`${extension}/library.html#packs`);

  for (const [locale, words, direction] of [
    ['ar', ar, 'rtl'],
    ['ko', ko, 'ltr'],
    ['de', de, 'ltr'],
    ['en', en, 'ltr'],
  ] as const) {
    await choose(library, locale);
    await expect(library.getByRole('heading', { level: 1 })).toHaveText(words['library.language']);
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(words['library.packs']);
    await expect(popup.getByRole('searchbox')).toHaveAttribute(
      'placeholder',
      words['search.placeholder'],
    );
    await expect(panel).toHaveTitle(words['panel.title']);
    await expect(welcome.getByRole('heading', { level: 1 })).toHaveText(words['welcome.title']);
    // What the background had put into words: dates, kinds and what the pack is.
    await expect(other.getByRole('main')).toContainText(words['pack.bundled']);
    await expect(
      panel.getByRole('listitem').filter({ hasText: words['kind.claim'] }).first(),
    ).toBeVisible();
    for (const each of [library, other, popup, panel, welcome]) {
      expect(await directionOf(each)).toBe(direction);
      expect(await each.evaluate('document.documentElement.lang')).toBe(locale);
    }
  }
  await Promise.all([welcome.close(), library.close(), other.close()]);
});

test('keeps what was typed in the popup', async ({ open, popupFor, running, extension }) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const popup = await popupFor(page);
  await popup.getByRole('searchbox').fill('kursk');
  await speak(running.context, extension, 'de');
  await expect(popup).toHaveTitle(de['popup.title']);
  await expect(popup.locator('html')).toHaveAttribute('lang', 'de');
  await expect(popup.getByRole('searchbox')).toHaveValue('kursk');
});

test('offers each language in its own words', async ({ running, extension }) => {
  const library = await running.context.newPage();
  await library.goto(`${extension}/library.html#language`);
  const options = library.getByRole('combobox').getByRole('option');
  await expect(options).toHaveCount(LOCALES.length);
  await expect(options.and(library.locator('[lang=ko]'))).toHaveText('한국어');
  await expect(options.and(library.locator('[lang=de]'))).toHaveText('Deutsch');
  await library.close();
});
