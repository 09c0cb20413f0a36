/**
 * The real permission prompt and the real shortcuts of a real Chromium window, by real keys: the extension as
 * people install it, under Xvfb.
 */
import { ensureChromium } from '../../../scripts/lib/browsers';
import { extensionOrigin, launchChromium } from '../../../scripts/lib/chromium';
import { missingForDisplay, openDisplay } from './display';
import { builtExtension, expect, marksOn, markWith, test } from './fixtures';

/** The prompt slides in; keys that come before it go to the page. */
const PROMPT_MS = 2000;

test.describe('as people install it', () => {
  test.skip(missingForDisplay.length > 0, `${missingForDisplay.join(' and ')} not installed here`);
  test.setTimeout(120_000);

  test('reads nothing before the prompt is answered, says so when denied, and marks the open tab once allowed, where the browser’s shortcut opens the card', async ({
    site,
  }) => {
    const display = await openDisplay();
    const running = await launchChromium({
      executable: ensureChromium().path,
      extension: builtExtension('production'),
      headless: false,
      env: { DISPLAY: display.name },
    });
    try {
      const origin = extensionOrigin(await running.worker());
      const page = await running.context.newPage();
      await page.goto(site.url('sample'));
      await page.evaluate(() => Object.assign(window, { sameDocument: true }));
      const popup = await running.context.newPage();
      await popup.goto(`${origin}/popup.html`);
      // Without a permission no address is visible, and a page in a tab is given no `activeTab`.
      const ids = await popup.evaluate(async () =>
        (await chrome.tabs.query({})).map(({ id }) => id ?? 0),
      );
      const url = encodeURIComponent(page.url());
      await popup.goto(`${origin}/popup.html?tab=${ids.at(-2)}&url=${url}`);
      const toggle = popup.getByRole('switch');
      await expect(toggle).not.toBeChecked();
      expect(await marksOn(page)).toEqual([]);

      // "Deny" has the focus when the prompt opens.
      await toggle.click({ noWaitAfter: true });
      await popup.waitForTimeout(PROMPT_MS);
      display.press('Return');
      await expect(popup.getByText('Not allowed yet')).toBeVisible();
      await expect(toggle).not.toBeChecked();
      expect(await marksOn(page)).toEqual([]);

      await toggle.click({ noWaitAfter: true });
      await popup.waitForTimeout(PROMPT_MS);
      display.press('Tab', 'Return');
      await expect(toggle).toBeChecked();
      await markWith(page, 'Kursk');
      expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);

      // The browser's own shortcut, as suggested in the manifest.
      await page.bringToFront();
      display.press('alt+period');
      await expect(page.locator('on-record-card')).toBeAttached();
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('on-record-card');
      display.press('Escape');
      await expect(page.locator('on-record-card')).toHaveCount(0);

      await popup.bringToFront();
      await toggle.click();
      await expect.poll(() => marksOn(page)).toEqual([]);
      const left = await popup.evaluate(async () => (await chrome.permissions.getAll()).origins);
      expect(left).toEqual([]);
    } finally {
      await running.close();
      display.close();
    }
  });
});
