/** A card in a page follows the language, wherever that was switched. */

import ar from '../../../public/locales/ar.json' with { type: 'json' };
import de from '../../../public/locales/de.json' with { type: 'json' };
import en from '../../../public/locales/en.json' with { type: 'json' };
import { cardOn, expect, hover, markWith, test } from './fixtures';
import { speak } from './speak';

test.afterEach(async ({ running, extension }) => speak(running.context, extension, 'en'));

test('a pinned card goes over to the other language where it stands, and back', async ({
  open,
  ask,
  running,
  extension,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  await ask(page, 'page.step', { by: 1 });
  await expect(cardOn(page)).toBeVisible();
  await ask(page, 'page.act', { act: 'pin' });
  const card = cardOn(page);
  await expect(card.getByText(en['card.pinned'])).toBeVisible();
  const before = await card.boundingBox();
  await speak(running.context, extension, 'de');
  await expect(card.getByText(de['card.pinned'])).toBeVisible();
  expect((await card.boundingBox())?.x).toBe(before?.x);
  expect((await card.boundingBox())?.y).toBe(before?.y);
  await speak(running.context, extension, 'ar');
  await expect(card.getByText(ar['card.pinned'])).toBeVisible();
  await expect(card).toHaveAttribute('lang', 'ar');
  await expect(card).toHaveCSS('direction', 'rtl');
});

test('speaks the new language on the next hover, too', async ({ open, running, extension }) => {
  const page = await open('sample');
  const mark = await markWith(page, 'Kursk');
  await hover(page, mark);
  await expect(cardOn(page)).toHaveAttribute('lang', 'en');
  await page.mouse.move(0, 0);
  await expect(page.locator('on-record-card')).toHaveCount(0);
  await speak(running.context, extension, 'ko');
  await hover(page, await markWith(page, 'Kursk'));
  await expect(cardOn(page)).toHaveAttribute('lang', 'ko');
});
