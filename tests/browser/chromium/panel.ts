/** What the tests of the side panel look at in it. */
import type { Page } from '@playwright/test';
import { expect } from './fixtures';

export const topics = (panel: Page) => panel.locator('.panel-topic h2');
export const chip = (panel: Page, name: string) =>
  panel.getByRole('group', { name: 'Kinds of record' }).getByRole('button', { name });
export const status = (panel: Page) => panel.locator('.filters').getByRole('status');

/** The kinds of the records on show. */
export const kinds = (panel: Page) =>
  panel
    .locator('main [data-kind]')
    .evaluateAll((rows) => [...new Set(rows.map((row) => (row as HTMLElement).dataset.kind))]);

/** What the panel asks for at first is asked and answered within it. */
export const QUIET_MS = 1500;

/** Opens the panel of an open page and waits until all of the record is there. */
export async function filled(panel: Promise<Page>): Promise<Page> {
  const page = await panel;
  await expect(page.locator('.panel-record').first()).toBeVisible();
  const all = await page.locator('.panel-topic').count();
  // What is off screen is drawn in its turn.
  await expect(page.locator('.panel-record:has([data-kind])')).toHaveCount(all);
  return page;
}
