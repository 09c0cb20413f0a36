/** The side panel stays open for hours, the worker only while it works. */
import { expect, markWith } from './fixtures';
import { chip, filled, QUIET_MS, status } from './panel';
import { test } from './stopper';

test('answers every press although the worker was stopped before each', async ({
  open,
  panelFor,
  stop,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  await panel.waitForTimeout(QUIET_MS);
  await stop.now();
  await panel.reload();
  await filled(Promise.resolve(panel));
  await panel.waitForTimeout(QUIET_MS);
  await stop.now();
  await chip(panel, 'Denials').click();
  await expect(status(panel)).toHaveText(/^\d+ of \d+ records$/);
  await stop.now();
  await panel.getByRole('radio', { name: 'By date' }).check({ force: true });
  await expect(panel.locator('main [data-kind=denial]').first()).toBeVisible();
  await panel.getByRole('radio', { name: 'By topic' }).check({ force: true });
  await chip(panel, 'Denials').click();
  await stop.now();
  const at = await page.evaluate(() => scrollY);
  await panel.locator('.jump').last().click();
  await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(at);
  await stop.now();
  await page.goto(page.url().replace('/sample', '/nothing'));
  await expect(panel.getByRole('heading', { name: 'Nothing on record here' })).toBeVisible();
  await expect(panel.getByRole('alert')).toHaveCount(0);
});

test('shows the record although the worker is stopped while it is asked for it', async ({
  open,
  panelFor,
  stop,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  await panel.waitForTimeout(QUIET_MS);
  const stopped = await stop.nowAndOnStart();
  await panel.reload();
  await filled(Promise.resolve(panel));
  await expect.poll(stopped.stops).toBe(1);
  await expect(panel.getByRole('alert')).toHaveCount(0);
});
