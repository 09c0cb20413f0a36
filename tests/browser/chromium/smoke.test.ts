/** The real popup, the real side panel and real commands, by real keys in a real window under Xvfb. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Worker } from '@playwright/test';
import { ensureChromium } from '../../../scripts/lib/browsers';
import { launchChromium } from '../../../scripts/lib/chromium';
import { missingForDisplay, openDisplay } from './display';
import { builtExtension, cardOn, expect, markWith, test } from './fixtures';

/** Opens the popup. The product suggests no key for it; people choose one in the browser's settings. */
const POPUP_KEY = { manifest: 'Alt+Shift+Y', pressed: 'alt+shift+y' } as const;

/** A copy of the built extension with a key for its popup. */
async function withPopupKey(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-keyed-'));
  await cp(builtExtension('browser-test'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.commands._execute_action = { suggested_key: { default: POPUP_KEY.manifest } };
  await writeFile(file, JSON.stringify(manifest));
  return folder;
}

/** What the browser has open of the extension: `POPUP`, `SIDE_PANEL` … */
const contextsOf = (worker: Worker) =>
  worker.evaluate(async () =>
    (await chrome.runtime.getContexts({})).map(({ contextType }) => contextType as string),
  );

/**
 * Evaluates JavaScript in a view of the extension that the driver knows no page for.
 * @returns null where there is no such view
 */
async function evaluateIn(
  session: CDPSession,
  file: string,
  expression: string,
): Promise<string | null> {
  const { targetInfos } = await session.send('Target.getTargets');
  const target = targetInfos.find(({ url }) => url.includes(`/${file}`));
  if (!target) return null;
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  });
  const answer = new Promise<string>((resolve) => {
    session.on('Target.receivedMessageFromTarget', (received) => {
      if (received.sessionId === sessionId) resolve(received.message);
    });
  });
  const params = { expression, returnByValue: true };
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params });
  await session.send('Target.sendMessageToTarget', { sessionId, message });
  const value = JSON.parse(await answer).result?.result?.value ?? null;
  await session.send('Target.detachFromTarget', { sessionId });
  return value;
}

const WORDS = 'document.body.innerText';
const PRESS_PRINT = `(() => {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Print');
  button?.click();
  return button ? 'pressed' : null;
})()`;
const FOCUSED = 'document.activeElement.textContent';

test.describe('in a window', () => {
  test.skip(missingForDisplay.length > 0, `${missingForDisplay.join(' and ')} not installed here`);
  test.setTimeout(120_000);

  test('keys step to a mention, open the popup, search in it, lead to a mention and to the side panel, which prints', async ({
    site,
  }) => {
    const extension = await withPopupKey();
    const display = await openDisplay();
    const running = await launchChromium({
      executable: ensureChromium().path,
      extension,
      headless: false,
      env: { DISPLAY: display.name },
    });
    try {
      const worker = await running.worker();
      const page = await running.context.newPage();
      await page.goto(site.url('sample'));
      await markWith(page, 'Kursk');
      await page.bringToFront();
      const focused = () => page.evaluate(() => document.activeElement?.localName);
      const session = await running.context.newCDPSession(page);
      const popup = (expression = WORDS) => evaluateIn(session, 'popup.html', expression);

      display.press('alt+period');
      await expect(cardOn(page)).toBeVisible();
      expect(await focused()).toBe('on-record-card');
      const first = await cardOn(page).getByRole('heading').first().textContent();
      display.press('alt+period', 'alt+comma');
      await expect(cardOn(page).getByRole('heading').first()).toHaveText(first ?? '');
      display.press('Escape');
      await expect(page.locator('on-record-card')).toHaveCount(0);

      // The focus is in its search box from the start.
      display.press(POPUP_KEY.pressed);
      await expect.poll(() => popup()).toContain('Kursk');
      expect(await contextsOf(worker)).toContain('POPUP');
      display.press(...'rutte');
      await expect.poll(() => popup()).toContain('Rutte');

      // Emptied, it lists the page's topics again; the first leads to its mention.
      display.press('Escape');
      await expect.poll(() => popup()).not.toContain('Rutte');
      display.press('Down', 'Return');
      await expect.poll(() => contextsOf(worker)).not.toContain('POPUP');
      await expect(cardOn(page)).toBeVisible();
      await expect.poll(focused).toBe('on-record-card');
      display.press('Escape');
      await expect(page.locator('on-record-card')).toHaveCount(0);

      // Backwards from the search box stand what comes last: pause, library, side panel.
      display.press(POPUP_KEY.pressed);
      await expect.poll(() => popup()).toContain('Kursk');
      for (let tabs = 0; tabs < 12 && (await popup(FOCUSED)) !== 'Open side panel'; tabs++) {
        display.press('shift+Tab');
      }
      expect(await popup(FOCUSED)).toBe('Open side panel');
      display.press('Return');
      await expect
        .poll(() => evaluateIn(session, 'sidepanel.html', WORDS), { timeout: 15_000 })
        .toContain('Kursk');
      expect(await contextsOf(worker)).toContain('SIDE_PANEL');
      await expect.poll(() => contextsOf(worker)).not.toContain('POPUP');

      // The panel itself prints nothing; the record is printed from a tab that it opens.
      await expect
        .poll(() => evaluateIn(session, 'sidepanel.html', PRESS_PRINT), { timeout: 15_000 })
        .toBe('pressed');
      const targets = async () =>
        (await session.send('Target.getTargets')).targetInfos.map(({ url }) => url);
      await expect
        .poll(targets)
        .toContainEqual(expect.stringMatching(/sidepanel\.html\?tab=\d+&print$/));
      await expect.poll(targets, { timeout: 15_000 }).toContain('chrome://print/');
    } finally {
      await running.close();
      display.close();
      await rm(extension, { recursive: true, force: true });
    }
  });
});
