/** A page that Firefox kept while the reader was elsewhere: it comes back as it was, marks and all. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../site';
import { cardText, hover, launchFirefox, markWith, type RunningFirefox, until } from './firefox';

describe('in Firefox', () => {
  let site: Site;
  let firefox: RunningFirefox;
  beforeAll(async () => {
    site = await openSite();
    firefox = await launchFirefox('browser-test');
  });
  afterAll(async () => {
    await firefox.browser.close();
    await site.close();
  });

  it('marks and opens cards on a page that one goes back to', async () => {
    const page = await firefox.browser.newPage();
    await page.goto(site.url('sample'));
    await markWith(page, 'Kursk');
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.body.dataset.kept = String(persisted);
      });
    });
    await page.goto(site.url('nothing'));
    // A page that was kept never loads again, which is what the driver waits for.
    await page.goBack({ timeout: 1500 }).catch(() => {});
    await until(
      () => page.evaluate(() => document.body.dataset.kept ?? null),
      'the page to be kept',
    );
    expect(await page.evaluate(() => document.body.dataset.kept)).toBe('true');
    await hover(page, await markWith(page, 'Kursk'));
    expect(await until(() => cardText(page), 'the card')).toContain('Kursk');
    await page.close();
  });
});
