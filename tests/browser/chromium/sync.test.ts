/** Packs come over real HTTP, from hosts that misbehave in every known way, into a real browser's database. */
import type { Page } from '@playwright/test';
import type { Answer } from '../../../data/messages';
import { CASES, type Client, inWorld } from '../sync-cases';
import { test as withBrowser } from './fixtures';

const test = withBrowser.extend<{ client: Client }>({
  client: async ({ running, extension }, use) => {
    const page = await running.context.newPage();
    await page.goto(`${extension}/library.html`);
    await page.evaluate('chrome.storage.local.set({ authorMode: true })');
    await use(clientOn(page));
    await page.evaluate('chrome.storage.local.remove("authorMode")');
    await page.close();
  },
});

const clientOn = (page: Page): Client => ({
  ask: (type, ask) =>
    page.evaluate((message) => chrome.runtime.sendMessage(message), { type, ask }) as Promise<
      Answer<never>
    >,
});

for (const [name, run] of CASES) {
  test(name, async ({ client }) => {
    test.setTimeout(90_000);
    await inWorld(client, run);
  });
}
