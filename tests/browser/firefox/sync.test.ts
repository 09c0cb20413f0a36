/** The same exchanges with hosts as in Chromium, through the background of a real Firefox. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { CASES } from '../sync/cases';
import { pageClient } from '../sync/page-client';
import { inWorld } from '../sync/world';
import { launchFirefox, type RunningFirefox } from './firefox';

describe('packs in Firefox', () => {
  let firefox: RunningFirefox;
  let page: Page;
  beforeAll(async () => {
    // As long as for people: a host that goes quiet is waited for.
    firefox = await launchFirefox('browser-test', 30_000);
    page = await firefox.openExtensionPage('library.html');
    await page.evaluate('chrome.storage.local.set({ authorMode: true })');
  });
  afterAll(() => firefox.browser.close());

  const client = pageClient((expression) => page.evaluate(expression));

  it.each(CASES)('%s', { timeout: 90_000 }, async (_, run) => inWorld(client, run));
});
