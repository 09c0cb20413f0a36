/** Pages of the extension that are open at once agree within a second on what was set in one of them. */
import type { Page } from '@playwright/test';
import { expect, markWith, test } from './fixtures';

/** Beside what the machine needs for the pages themselves. */
const WITHIN = { timeout: 1000 };

test('two library tabs, the popup and the side panel agree on a site and a setting', async ({
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
  const library = async (section: string): Promise<Page> => {
    const tab = await running.context.newPage();
    await tab.goto(`${extension}/library.html#${section}`);
    return tab;
  };
  const [sites, cards, other] = [
    await library('sites'),
    await library('cards'),
    await library('cards'),
  ];

  const site = popup.getByRole('switch');
  const off = panel.getByRole('heading', { name: 'Off for this site' });
  await expect(site).toBeChecked();
  await site.click();
  await expect(sites.getByText('127.0.0.1')).toBeVisible(WITHIN);
  await expect(off).toBeVisible(WITHIN);
  await sites.getByRole('button', { name: 'Remove 127.0.0.1 from this list' }).click();
  await expect(site).toBeChecked(WITHIN);
  await expect(off).toHaveCount(0, WITHIN);

  await cards.getByRole('radio', { name: /By click/ }).check();
  await expect(other.getByRole('radio', { name: /By click/ })).toBeChecked(WITHIN);
  await other.getByRole('radio', { name: 'When the pointer rests on it', exact: true }).check();
  await expect(cards.getByRole('radio', { name: /By click/ })).not.toBeChecked(WITHIN);

  for (const tab of [sites, cards, other]) await tab.close();
});

test('what is typed in the popup stays while something is set elsewhere', async ({
  open,
  popupFor,
  running,
  extension,
}) => {
  const popup = await popupFor(await open('sample'));
  await popup.getByRole('searchbox').fill('troops');
  await expect(popup.getByRole('listitem').first()).toBeVisible();
  const cards = await running.context.newPage();
  await cards.goto(`${extension}/library.html#cards`);
  await cards.getByRole('radio', { name: /By click/ }).check();
  await cards.getByRole('radio', { name: 'When the pointer rests on it', exact: true }).check();
  await cards.close();
  await expect(popup.getByRole('searchbox')).toHaveValue('troops');
  await expect(popup.getByRole('listitem').first()).toBeVisible();
});
