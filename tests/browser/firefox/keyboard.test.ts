/** Whole flows by keyboard alone, as in ../chromium/keyboard.test.ts: popup, library, side panel, welcome. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { focused, pressTo, walk } from '../keys';
import { openSite, type Site } from '../site';
import { launchFirefox, markWith, type RunningFirefox, until } from './firefox';

let site: Site;
let firefox: RunningFirefox;
beforeAll(async () => {
  site = await openSite();
  firefox = await launchFirefox('browser-test', 60_000);
});
afterAll(async () => {
  await firefox.browser.close();
  await site.close();
});

const has = (page: Page, selector: string) =>
  until(() => page.$(selector).then(Boolean), `${selector} in ${page.url()}`);

async function opened(): Promise<{ page: Page; tab: number }> {
  const page = await firefox.browser.newPage();
  await page.goto(site.url('sample'));
  await markWith(page, 'Kursk');
  return { page, tab: await firefox.tabOf(page.url()) };
}

describe('by keyboard alone, in Firefox', () => {
  it('the popup searches from the first key, and its results are walked by arrows', async () => {
    const { page, tab } = await opened();
    const popup = await firefox.openExtensionPage(`popup.html?tab=${tab}`);
    await has(popup, '[data-row]');
    const { missed, unseen } = await walk(popup);
    expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
    await popup.$eval('input[type=search]', (box) => (box as HTMLInputElement).focus());
    const box = await focused(popup);
    await popup.keyboard.type('kursk');
    await has(popup, '[data-kind]');
    await popup.keyboard.press('ArrowDown');
    const first = await focused(popup);
    expect(first.at).not.toBe(box.at);
    await popup.keyboard.press('ArrowUp');
    expect((await focused(popup)).at).toBe(box.at);
    await popup.keyboard.press('Escape');
    expect(await popup.$eval('input[type=search]', (one) => (one as HTMLInputElement).value)).toBe(
      '',
    );
    await popup.close();
    await page.close();
  });

  it('the library’s sections are opened, and everything in them is come to', async () => {
    const library = await firefox.openExtensionPage('library.html');
    await has(library, '.library-list li');
    for (const name of ['Sites', 'Cards', 'Packs']) {
      await pressTo(library, new RegExp(`^${name}`));
      await library.keyboard.press('Enter');
      await until(
        () => library.$eval('h1', (head, wanted) => head.textContent === wanted, name),
        `the section ${name}`,
      );
      const { missed, unseen, stops } = await walk(library);
      expect({ name, missed, unseen }).toEqual({ name, missed: [], unseen: [] });
      expect(stops).toBeGreaterThan(5);
    }
    await library.close();
  });

  it('where it may read is chosen by arrows on the welcome page', async () => {
    const welcome = await firefox.openExtensionPage('welcome.html');
    await has(welcome, 'input[type=radio]');
    const chosen = () =>
      welcome.$$eval('input[type=radio]', (all) =>
        all.findIndex((one) => (one as HTMLInputElement).checked),
      );
    await welcome.$eval('input[type=radio]:checked', (one) => (one as HTMLInputElement).focus());
    const before = await chosen();
    await welcome.keyboard.press('ArrowDown');
    expect(await chosen()).not.toBe(before);
    await welcome.keyboard.press('ArrowUp');
    expect(await chosen()).toBe(before);
    await pressTo(welcome, /^Continue/);
    expect((await focused(welcome)).ring).toBe(true);
    await welcome.close();
  });

  it('the side panel is come through from top to end', async () => {
    const { page, tab } = await opened();
    // In a tab of its own it would follow itself.
    const panel = await firefox.openExtensionPage(`sidepanel.html?tab=${tab}`);
    await has(panel, '[data-kind]');
    await panel.bringToFront();
    await pressTo(panel, /^Claims/);
    await panel.keyboard.press('ArrowRight');
    expect((await focused(panel)).name).toMatch(/^Denials/);
    await panel.keyboard.press(' ');
    await until(
      () => panel.$eval('[aria-pressed=true]', (one) => /Denials/.test(one.textContent ?? '')),
      'the denials alone',
    );
    await pressTo(panel, /^Clear filters/);
    await panel.keyboard.press('Enter');
    await pressTo(panel, /^Export/);
    await panel.close();
    await page.close();
  });
});
