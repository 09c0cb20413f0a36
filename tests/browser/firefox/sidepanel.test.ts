/** The panel of Firefox's sidebar, as a page in a tab. What Chromium's tests show in detail is shown here to work at all. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { markWith, until } from './firefox';
import { withFirefox } from './with-firefox';

const its = withFirefox();

const open = async (url: string): Promise<Page> => {
  const page = await its.firefox.browser.newPage();
  await page.setViewport({ width: 900, height: 420 });
  await page.goto(url);
  return page;
};

const panelOf = async (page: Page): Promise<Page> =>
  its.firefox.openExtensionPage(`sidepanel.html?tab=${await its.firefox.tabOf(page.url())}`);

const words = (panel: Page) => panel.evaluate(() => document.body.innerText);
const press = (panel: Page, name: string) =>
  until(
    () =>
      panel.evaluate((wanted) => {
        const found = [...document.querySelectorAll('button')].find((one) =>
          one.textContent?.includes(wanted),
        );
        found?.click();
        return found !== undefined;
      }, name),
    `the button "${name}"`,
  );
const rows = (panel: Page) =>
  panel.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll<HTMLElement>('main [data-kind]')].map(
        (row) => row.dataset.kind,
      ),
    ),
  ]);

it('shows a page’s record with the page’s date, filters it, goes to a mention and back', async () => {
  const page = await open(its.site.url('sample'));
  await markWith(page, 'Kursk');
  const panel = await panelOf(page);
  await until(async () => (await rows(panel)).length > 2, 'records');
  expect(await words(panel)).toMatch(/127\.0\.0\.1 · published 7 Nov 2024/);
  await press(panel, 'Denials 6');
  await until(async () => String(await rows(panel)) === 'denial', 'denials alone');
  await press(panel, 'Clear filters');

  const scrolled = () => page.evaluate(() => scrollY);
  const before = await scrolled();
  await panel.evaluate(() => [...document.querySelectorAll<HTMLElement>('.jump')].at(-1)?.click());
  await until(async () => (await scrolled()) !== before, 'the page to be scrolled');
  await press(panel, 'Back to where you were');
  await until(async () => (await scrolled()) === before, 'the page to be scrolled back');
  await panel.close();
  await page.close();
});

it('goes on after the background was stopped for idleness', async () => {
  const page = await open(its.site.url('sample'));
  await markWith(page, 'Kursk');
  const panel = await panelOf(page);
  await until(async () => (await rows(panel)).length > 2, 'records');
  await its.firefox.idle();
  await page.goto(its.site.url('nothing'));
  await until(
    async () => (await words(panel)).includes('Nothing on record here'),
    'the other page',
  );
  await panel.close();
  await page.close();
});

it('says why a page cannot be read: a PDF in the browser’s viewer', async () => {
  const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
trailer<</Root 1 0 R>>`;
  const address = its.site.make({ type: 'application/pdf', body: pdf });
  const page = await open(address);
  const panel = await panelOf(page);
  // The address does not end as a PDF's does, and Firefox lets nobody in to look.
  await until(async () => /viewer of the browser’s own/.test(await words(panel)), 'the reason');
  await panel.close();
  await page.close();
});
