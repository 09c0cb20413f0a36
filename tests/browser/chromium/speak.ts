import type { BrowserContext } from '@playwright/test';

/**
 * Switches the language of the extension, as a page of its own asks for it.
 * @param extension `chrome-extension://…`
 */
export async function speak(context: BrowserContext, extension: string, locale: string) {
  const page = await context.newPage();
  await page.goto(`${extension}/welcome.html`);
  const message = JSON.stringify({ type: 'locale.set', ask: { locale } });
  await page.evaluate(`chrome.runtime.sendMessage(${message})`);
  await page.close();
}
