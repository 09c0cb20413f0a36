/** A page that Firefox kept while the reader was elsewhere: it comes back as it was, marks and all. */
import { describe, expect, it } from 'vitest';
import { cardText, hover, markWith, until } from './firefox';
import { withFirefox } from './with-firefox';

describe('in Firefox', () => {
  const its = withFirefox();

  it('marks and opens cards on a page that one goes back to', async () => {
    const page = await its.open('sample');
    await markWith(page, 'Kursk');
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.body.dataset.kept = String(persisted);
      });
    });
    await page.goto(its.site.url('nothing'));
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
