/** The built extension in a real Firefox. What Chromium's tests show in detail is shown here to work at all. */
import { describe, expect, it } from 'vitest';
import { cardText, hover, marksOn, markWith, until } from './firefox';
import { withFirefox } from './with-firefox';

describe('in Firefox, with its sites granted', () => {
  const its = withFirefox();

  it('marks phrases and leaves the serialised page as it was', async () => {
    const page = await its.open('sample');
    const served = await page.evaluate(async () => {
      const text = await (await fetch(location.href)).text();
      return new DOMParser().parseFromString(text, 'text/html').documentElement.outerHTML;
    });
    await markWith(page, 'Kursk');
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(served);
    await page.close();
  });

  it('marks nothing where nothing is on record', async () => {
    const quiet = await its.open('nothing');
    const marked = await its.open('dark');
    await markWith(marked, 'Kursk');
    expect(await marksOn(quiet)).toEqual([]);
    await quiet.close();
    await marked.close();
  });

  it('paints the marks: the pixels under a marked phrase change with them', async () => {
    const page = await its.open('dark');
    const mark = await markWith(page, 'Kursk');
    const clip = { x: mark.x - 40, y: mark.y - 14, width: 80, height: 34 };
    const painted = await page.screenshot({ clip, encoding: 'base64' });
    await page.evaluate(() => CSS.highlights.clear());
    const plain = await page.screenshot({ clip, encoding: 'base64' });
    expect(painted).not.toBe(plain);
    await page.close();
  });

  it('opens the card under a resting pointer, styled, and closes it with Escape', async () => {
    const page = await its.open('strict');
    await hover(page, await markWith(page, 'Kursk'));
    expect(await until(() => cardText(page), 'the card')).toContain('Kursk');
    const width = await page.evaluate(
      () =>
        document
          .querySelector('on-record-card')
          ?.shadowRoot?.querySelector('[role=dialog]')
          ?.getBoundingClientRect().width ?? 0,
    );
    expect(width).toBeGreaterThan(300);
    expect(width).toBeLessThanOrEqual(420);
    await page.keyboard.press('Escape');
    await until(async () => (await cardText(page)) === null, 'the card to go');
    await page.close();
  });

  it('opens the card by keyboard from the popup, with focus inside', async () => {
    const page = await its.open('sample');
    await markWith(page, 'Kursk');
    const popup = await its.firefox.openExtensionPage(
      `popup.html?tab=${await its.firefox.tabOf(page.url())}`,
    );
    await until(
      () =>
        popup.evaluate(() => {
          const row = [...document.querySelectorAll('button')].find((one) =>
            one.textContent?.includes('Kursk'),
          );
          row?.focus();
          return Boolean(row);
        }),
      'the topic in the popup',
    );
    await popup.keyboard.press('Enter');
    await page.bringToFront();
    expect(await until(() => cardText(page), 'the card')).toContain('Kursk');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('on-record-card');
    await page.close();
  });

  it('searches every record from the popup', async () => {
    const page = await its.open('nothing');
    const popup = await its.firefox.openExtensionPage(
      `popup.html?tab=${await its.firefox.tabOf(page.url())}`,
    );
    await until(() => popup.$('input[type=search]'), 'the search box');
    await popup.type('input[type=search]', 'rutte');
    const first = await until(
      () => popup.evaluate(() => document.querySelector('[data-kind]')?.textContent ?? null),
      'results',
    );
    expect(first).toContain('Rutte');
    await popup.close();
    await page.close();
  });

  it('opens a card after the background was stopped for idleness', async () => {
    const page = await its.open('sample');
    const mark = await markWith(page, 'Kursk');
    await its.firefox.idle();
    await hover(page, mark);
    expect(await until(() => cardText(page), 'the card')).toContain('Kursk');
    await page.close();
  });

  it('asks the site for nothing but the page', async () => {
    const before = its.site.requests.length;
    const page = await its.open('sample');
    await hover(page, await markWith(page, 'Kursk'));
    await until(() => cardText(page), 'the card');
    const asked = its.site.requests.slice(before).filter((path) => path !== '/favicon.ico');
    expect(asked).toEqual(['/sample']);
    await page.close();
  });
});

describe('in Firefox, as people install it', () => {
  const its = withFirefox('production');

  it('reads nothing before it may, then asks for the site in the click and marks the open tab without a reload', async () => {
    const page = await its.open('sample');
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    // Without `tabs` or a host permission an extension sees no address; `activeTab` comes with a real popup only.
    const popup = await its.firefox.openExtensionPage('popup.html');
    const tab = await popup.evaluate(async () => {
      const tabs = await chrome.tabs.query({});
      return tabs.at(-2)?.id ?? null;
    });
    await popup.close();
    expect(await marksOn(page)).toEqual([]);

    const switchPage = await its.firefox.openExtensionPage(
      `popup.html?tab=${tab}&url=${encodeURIComponent(page.url())}`,
    );
    await until(() => switchPage.$('[role=switch]'), 'the switch');
    const granted = () =>
      switchPage.evaluate(() => chrome.permissions.contains({ origins: ['http://127.0.0.1/*'] }));
    expect(await granted()).toBe(false);
    await switchPage.click('[role=switch]');
    await until(granted, 'the permission');
    await page.bringToFront();
    await markWith(page, 'Kursk');
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);

    await switchPage.bringToFront();
    await switchPage.click('[role=switch]');
    await until(async () => (await marksOn(page)).length === 0, 'the marks to go');
    await until(async () => !(await granted()), 'the permission to be given back');
  });
});
