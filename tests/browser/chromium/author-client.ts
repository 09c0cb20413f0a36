/** The extension in author mode, as the cases of tests/browser/sync ask it. */
import type { BrowserContext } from '@playwright/test';
import { pageClient } from '../sync/page-client';
import type { Client } from '../sync/world';

/** A fixture: asks from a page of the extension; author mode lasts as long as the test. */
export async function authorClient(
  { running, extension }: { running: { context: BrowserContext }; extension: string },
  use: (client: Client) => Promise<void>,
): Promise<void> {
  const page = await running.context.newPage();
  await page.goto(`${extension}/library.html`);
  await page.evaluate('chrome.storage.local.set({ authorMode: true })');
  await use(pageClient((expression) => page.evaluate(expression)));
  await page.evaluate('chrome.storage.local.remove("authorMode")');
  await page.close();
}
