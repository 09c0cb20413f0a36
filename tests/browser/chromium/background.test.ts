/** The background may be stopped at any moment, and go away for good; nothing that a reader does is lost or breaks. */
import type { BrowserContext, Worker } from '@playwright/test';
import { ensureChromium } from '../../../scripts/lib/browsers';
import { extensionOrigin, launchChromium } from '../../../scripts/lib/chromium';
import { QUIET, SAID } from '../hostile-pages';
import { builtExtension, cardOn, expect, hover, marksOn, markWith } from './fixtures';
import { test } from './stopper';
import { cardWidth, markIn, openAndClose, type Visit, visit } from './visit';

test('marks a page that is opened after the worker was stopped', async ({ open, stop }) => {
  await stop.now();
  await markWith(await open('sample'), 'Kursk');
});

test('marks a page although the worker is stopped while it is asked', async ({ open, stop }) => {
  const stopped = await stop.nowAndOnStart();
  await markWith(await open('sample'), 'Kursk');
  await expect.poll(stopped.stops).toBe(1);
});

test('opens a card after the worker was stopped', async ({ open, stop }) => {
  const page = await open('sample');
  const mark = await markWith(page, 'Kursk');
  await stop.now();
  await hover(page, mark);
  await expect(cardOn(page)).toBeVisible();
});

test('opens a card although the worker is stopped while it is asked', async ({ open, stop }) => {
  const page = await open('sample');
  const mark = await markWith(page, 'Kursk');
  const stopped = await stop.nowAndOnStart();
  await hover(page, mark);
  await expect(cardOn(page)).toBeVisible();
  await expect.poll(stopped.stops).toBe(1);
});

test('opens the card of a click although the worker is stopped while it is asked', async ({
  open,
  stop,
}) => {
  const page = await open('sample');
  const mark = await markWith(page, 'Kursk');
  const stopped = await stop.nowAndOnStart();
  await page.mouse.click(mark.x, mark.y);
  await expect(cardOn(page)).toBeVisible();
  await expect.poll(stopped.stops).toBe(1);
});

test('keeps an open card and its marks when the worker is stopped', async ({ open, stop }) => {
  const page = await open('sample');
  await hover(page, await markWith(page, 'Kursk'));
  await expect(cardOn(page)).toBeVisible();
  const before = await marksOn(page);
  await stop.now();
  await expect(cardOn(page)).toBeVisible();
  expect(await marksOn(page)).toEqual(before);
});

test('marks new text and searches after the worker was stopped', async ({
  open,
  stop,
  popupFor,
}) => {
  const page = await open('nothing');
  const popup = await popupFor(page);
  await expect(popup.getByRole('searchbox')).toBeVisible();
  await stop.now();
  await page.evaluate(() => {
    const added = document.createElement('p');
    added.textContent = 'Later, North Korean troops were reported in the Kursk region.';
    document.querySelector('article')?.append(added);
  });
  await markWith(page, 'Kursk');
  await stop.now();
  await popup.getByRole('searchbox').fill('kursk');
  await expect(popup.locator('[data-kind]').first()).toBeVisible();
  expect(await marksOn(page)).not.toEqual([]);
});

test('leaves the readers of before quiet and harmless when the extension is loaded anew', async ({
  site,
}) => {
  // A browser of its own: what runs in the others' pages would be cut off, too.
  const running = await launchChromium({
    executable: ensureChromium().path,
    extension: builtExtension('browser-test'),
    headless: true,
  });
  try {
    const worker = await running.worker();
    const [idle, carded, restless] = await Promise.all(
      [0, 1, 2].map(() => visit(running.context, site.make(QUIET))),
    );
    if (!idle || !carded || !restless) throw new Error('no pages');
    const visits: readonly Visit[] = [idle, restless, carded];
    for (const each of visits) {
      await each.page.bringToFront();
      await markIn(each, 'Kursk');
    }
    const mark = await markIn(carded, 'Kursk');
    await hover(carded.page, mark);
    await expect.poll(() => cardWidth(carded)).toBeGreaterThan(300);

    await reload(running.context, worker);

    // A page that changes, and a hand on each.
    await restless.page.evaluate((text) => {
      document.querySelector('article')?.append(`${text} And so it was said again.`);
    }, SAID);
    for (const { page } of [carded, restless, idle]) {
      await page.bringToFront();
      await page.mouse.move(mark.x + 5, mark.y + 300, { steps: 4 });
      await hover(page, mark);
      await page.mouse.click(mark.x, mark.y);
      await page.keyboard.press('Escape');
    }
    for (const each of visits) {
      await expect.poll(() => marksOn(each.page), { message: 'marks of before' }).toEqual([]);
      await expect.poll(() => cardWidth(each), { message: 'a card of before' }).toBe(null);
      expect(each.complaints).toEqual([]);
    }

    // The next page is read by the extension as it is now.
    await idle.page.bringToFront();
    await idle.page.reload();
    await openAndClose(idle, await markIn(idle, 'Kursk'));
    expect(idle.complaints).toEqual([]);
  } finally {
    await running.close();
  }
});

/** The part of the browser's own extensions page that a test presses for. */
interface ExtensionsPage {
  developerPrivate: {
    updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
  };
}

/** Loads the extension anew, as an update does, and waits until it has registered its reader. */
async function reload(context: BrowserContext, old: Worker): Promise<void> {
  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  // Without, Chromium does not let an unpacked extension come back.
  await settings.evaluate(() =>
    (chrome as unknown as ExtensionsPage).developerPrivate.updateProfileConfiguration({
      inDeveloperMode: true,
    }),
  );
  await settings.close();
  const next = context.waitForEvent('serviceworker');
  await old.evaluate(() => chrome.runtime.reload()).catch(() => {});
  const worker = await next;
  expect(extensionOrigin(worker)).toBe(extensionOrigin(old));
  await expect
    .poll(() =>
      worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length),
    )
    .toBeGreaterThan(0);
}
