/** Everything in one file and back, in a real browser: what the library saves, and what it restores. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { subscribeAddress } from '../../../data/sync/address';
import { rootFingerprint } from '../../../data/sync/root';
import en from '../../../public/locales/en.json' with { type: 'json' };
import { entries } from '../../data/sync/publisher';
import { openHost } from '../sync/host';
import { expect, test } from './fixtures';

/** Asks the background as the library does. */
const asking = (page: Page, type: string, ask: unknown) =>
  page.evaluate((message) => chrome.runtime.sendMessage(message), { type, ask }) as Promise<{
    ok: boolean;
    value: never;
  }>;

/** What is stored: the reader's settings, and every row of the packs and of what belongs to them. */
const STORED = `(async () => {
  const { backupSaved, ...settings } = await chrome.storage.local.get(null);
  const db = await new Promise((done) => {
    const opening = indexedDB.open('on-record');
    opening.onsuccess = () => done(opening.result);
  });
  const rows = {};
  for (const name of ['packs', 'chunks', 'subscriptions', 'versions', 'seen']) {
    rows[name] = await new Promise((done) => {
      const asked = db.transaction(name).objectStore(name).getAll();
      asked.onsuccess = () => done(asked.result);
    });
  }
  db.close();
  // Generations count what was staged, and differ; so does the order of keys.
  return JSON.stringify({ settings, rows }, (key, value) => {
    if (key === 'generation') return 0;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
})()`;

async function saved(page: Page): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: en['backup.save'] }).click();
  const download: Download = await coming;
  return readFile(await download.path());
}

async function restore(page: Page, name: string, buffer: Buffer): Promise<void> {
  const file = { name, mimeType: 'application/gzip', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
}

test('is saved, and restored after everything is gone, to the same bytes', async ({
  running,
  extension,
}) => {
  test.setTimeout(120_000);
  const host = await openHost();
  await host.author.publish(entries);
  const page = await running.context.newPage();
  await page.goto(`${extension}/library.html#backup`);
  await page.evaluate('chrome.storage.local.set({ authorMode: true })');
  const print = await rootFingerprint(host.author.root);
  const address = subscribeAddress(host.folder, print);
  const subscribed = await asking(page, 'packs.subscribe', { address, fingerprint: print });
  expect(subscribed).toMatchObject({ ok: true });
  await asking(page, 'topics.seen', { topics: ['varn-dam#cracks'], privately: false });
  await asking(page, 'mute.set', { topic: 'varn-dam#floods', where: null, on: true }).catch(
    () => {},
  );

  const before = await page.evaluate(STORED);
  const backup = await saved(page);
  await expect(page.getByRole('status').first()).toContainText('Last saved');

  await asking(page, 'packs.remove', { pack: 'varn-dam' });
  await page.evaluate('chrome.storage.local.clear()');
  expect(await page.evaluate(STORED)).not.toBe(before);

  await page.reload();
  await restore(page, 'on-record.backup.gz', backup);
  const found = page.getByRole('region', { name: en['backup.restore'] });
  await expect(found).toContainText('The Varn dam');
  await found.getByRole('button', { name: en['backup.agree'] }).click();
  await expect(page.getByRole('status').first()).toHaveText(en['backup.done']);
  expect(await page.evaluate(STORED)).toBe(before);
  expect((await saved(page)).equals(backup)).toBe(true);

  // Followed on from where it was.
  const updated = await asking(page, 'packs.update', { pack: 'varn-dam' });
  expect(updated).toMatchObject({ ok: true, value: { trouble: null, version: 1 } });
  await asking(page, 'packs.remove', { pack: 'varn-dam' });
  await page.close();
  await host.close();
});

test('is refused where it is damaged, with nothing changed', async ({ running, extension }) => {
  const page = await running.context.newPage();
  await page.goto(`${extension}/library.html#backup`);
  const backup = await saved(page);
  const before = await page.evaluate(STORED);
  const spoilt = Buffer.from(backup);
  spoilt[backup.length >> 1] = (spoilt[backup.length >> 1] ?? 0) ^ 4;
  await restore(page, 'damaged.gz', spoilt);
  await expect(page.getByRole('alert')).toHaveText(en['backup.refused.damaged']);
  await restore(page, 'cut.gz', backup.subarray(0, -10));
  await expect(page.getByRole('alert')).toHaveText(en['backup.refused.damaged']);
  await restore(page, 'picture.gz', Buffer.from('no backup'));
  await expect(page.getByRole('alert')).toHaveText(en['backup.refused.none']);
  expect(await page.evaluate(STORED)).toBe(before);
  await page.close();
});

test('stands beside a word on how much room the packs take, and whether the browser keeps them', async ({
  running,
  extension,
}) => {
  const page = await running.context.newPage();
  await page.goto(`${extension}/library.html`);
  const storage = page.getByRole('region', { name: en['storage.title'] });
  await expect(storage).toContainText(/\d+ kB|\d MB/);
  await storage.getByRole('button', { name: en['storage.keep'] }).click();
  // The browser decides by itself.
  await expect(storage.getByRole('status')).toHaveText(
    new RegExp(`${en['storage.kept']}|${en['storage.refused']}`),
  );
  const kept = await page.evaluate('navigator.storage.persisted()');
  await expect(storage.getByRole('status')).toHaveText(
    kept ? en['storage.kept'] : en['storage.refused'],
  );
  await page.close();
});
