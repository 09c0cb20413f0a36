/** The library's lesser sections, in the real browser: the keys it gives out, and the list of sites as a file. */
import { readFile } from 'node:fs/promises';
import { lookOver } from './axe';
import { expect, test } from './fixtures';

test('the library shows the keys as the browser has them now', async ({
  running,
  extension,
  worker,
}) => {
  const library = await running.context.newPage();
  await library.goto(`${extension}/library.html#shortcuts`);
  const commands = await worker.evaluate(() => chrome.commands.getAll());
  const described = commands.filter(({ description }) => description);
  const rows = library.getByRole('main').getByRole('listitem');
  await expect(rows).toHaveCount(described.length);
  for (const [i, { description = '', shortcut }] of described.entries()) {
    await expect(rows.nth(i)).toContainText(description);
    await expect(rows.nth(i)).toContainText(shortcut || 'No key');
  }
  expect((await lookOver(library)).faults).toEqual([]);
  await library.close();
});

test('a list of sites is saved, edited by hand and taken over', async ({ running, extension }) => {
  const library = await running.context.newPage();
  await library.goto(`${extension}/library.html#sites`);
  await library.getByLabel('Open a list').setInputFiles({
    name: 'sites.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('# mine\nmail.example never\nforum.example never\n'),
  });
  await expect(library.getByRole('status')).toContainText('The file lists 2 sites');
  expect((await lookOver(library)).faults).toEqual([]);
  await library.getByRole('button', { name: 'Take them over' }).click();
  await expect(library.getByText('forum.example')).toBeVisible();
  const [saved] = await Promise.all([
    library.waitForEvent('download'),
    library.getByRole('button', { name: 'Save the list' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('on-record-sites.txt');
  const text = await readFile((await saved.path()) ?? '', 'utf8');
  expect(text).toContain('forum.example never\nmail.example never\n');
  for (const host of ['forum.example', 'mail.example']) {
    await library.getByRole('button', { name: `Remove ${host} from this list` }).click();
    await expect(library.getByText(host)).toHaveCount(0);
  }
  await library.close();
});

test('a pasted text shows what a page would have marked, and the record behind it', async ({
  running,
  extension,
}) => {
  const library = await running.context.newPage();
  await library.goto(`${extension}/library.html#try`);
  await library
    .getByRole('textbox', { name: 'Paste a text' })
    .fill('A day in spring.\n\nNorth Korean troops were seen near Kursk.');
  const main = library.getByRole('main');
  await expect(main.locator('mark')).toHaveText(['North Korean troops', 'Kursk']);
  await main.getByRole('button', { name: /North Korean troops in Kursk/ }).click();
  const record = library.getByRole('region', { name: 'North Korean troops in Kursk' });
  await expect(record.getByRole('listitem').first()).toBeVisible();
  expect((await lookOver(library)).faults).toEqual([]);
  await library.getByRole('textbox', { name: 'Paste a text' }).fill('');
  await expect(main.locator('mark')).toHaveCount(0);
  await library.close();
});
