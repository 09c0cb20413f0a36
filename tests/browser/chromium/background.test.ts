/** The background may be stopped at any moment; nothing that a reader does is lost. */
import { cardOn, expect, hover, marksOn, markWith, test } from './fixtures';

test('opens a card after the worker was stopped', async ({ open, running, extension }) => {
  const page = await open('sample');
  const mark = await markWith(page, 'Kursk');
  await stopWorker(running, extension);
  await hover(page, mark);
  await expect(cardOn(page)).toBeVisible();
});

test('marks new text and searches after the worker was stopped', async ({
  open,
  running,
  extension,
  popupFor,
}) => {
  const page = await open('nothing');
  const popup = await popupFor(page);
  await expect(popup.getByRole('searchbox')).toBeVisible();
  await stopWorker(running, extension);
  await page.evaluate(() => {
    const added = document.createElement('p');
    added.textContent = 'Later, North Korean troops were reported in the Kursk region.';
    document.querySelector('article')?.append(added);
  });
  await markWith(page, 'Kursk');
  await stopWorker(running, extension);
  await popup.getByRole('searchbox').fill('kursk');
  await expect(popup.locator('[data-kind]').first()).toBeVisible();
  expect(await marksOn(page)).not.toEqual([]);
});

/** Stops the extension's worker for real, through the debugger of a page of the extension. */
async function stopWorker(
  running: { context: import('@playwright/test').BrowserContext },
  extension: string,
): Promise<void> {
  const page = await running.context.newPage();
  // A page without a script of its own: it wakes nothing.
  await page.goto(`${extension}/manifest.json`);
  const session = await running.context.newCDPSession(page);
  const states: string[] = [];
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) =>
    states.push(...versions.map(({ runningStatus }) => runningStatus)),
  );
  await session.send('ServiceWorker.enable');
  await expect.poll(() => states).not.toHaveLength(0);
  states.length = 0;
  await session.send('ServiceWorker.stopAllWorkers');
  await expect.poll(() => states).toContain('stopped');
  await page.close();
}
