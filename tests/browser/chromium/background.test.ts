/** The background may be stopped at any moment; nothing that a reader does is lost. */
import { cardOn, expect, hover, marksOn, markWith, test } from './fixtures';

test('opens a card after the worker was stopped', async ({ open, running, extension }) => {
  const page = await open('sample');
  const mark = await markWith(page, 'Kursk');
  const stopped = await stopWorker(running, extension);
  expect(stopped).toBe(true);
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
  expect(await stopWorker(running, extension)).toBe(true);
  await page.evaluate(() => {
    const added = document.createElement('p');
    added.textContent = 'Later, North Korean troops were reported in the Kursk region.';
    document.querySelector('article')?.append(added);
  });
  await markWith(page, 'Kursk');
  expect(await stopWorker(running, extension)).toBe(true);
  await popup.getByRole('searchbox').fill('kursk');
  await expect(popup.locator('[data-kind]').first()).toBeVisible();
  expect(await marksOn(page)).not.toEqual([]);
});

/** Stops the extension's worker for real, through the debugger of a page of the extension. */
async function stopWorker(
  running: { context: import('@playwright/test').BrowserContext },
  extension: string,
): Promise<boolean> {
  const page = await running.context.newPage();
  await page.goto(`${extension}/library.html`);
  const session = await running.context.newCDPSession(page);
  const versions: { runningStatus: string }[] = [];
  session.on('ServiceWorker.workerVersionUpdated', (event) => versions.push(...event.versions));
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await expect.poll(() => versions.at(-1)?.runningStatus).toBe('stopped');
  await page.close();
  return versions.at(-1)?.runningStatus === 'stopped';
}
