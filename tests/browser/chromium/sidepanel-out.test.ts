/** The record of a page on paper and in files. */
import { readFile } from 'node:fs/promises';
import { expect, markWith, test } from './fixtures';
import { chip, filled } from './panel';

test('prints the whole record: everything open, addresses written out, nothing to press', async ({
  open,
  panelFor,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  const claimed = Number(/\d+/.exec((await chip(panel, 'Claims').textContent()) ?? '')?.[0]);
  expect(claimed).toBeGreaterThan(10);
  await panel.emulateMedia({ media: 'print' });
  await panel.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const paper = panel.locator('.printed');
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText(
    'What two capitals say about soldiers far from home',
  );
  const claims = new Set(
    await paper
      .locator('[data-kind=claim]')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.key)),
  );
  expect(claims.size).toBe(claimed);
  await expect(paper.locator('button:visible')).toHaveCount(0);
  await expect(panel.locator('body > :not(.printed):visible')).toHaveCount(0);
  const written = await paper
    .locator('a.source-name')
    .first()
    .evaluate((link) => [getComputedStyle(link, '::after').content, link.getAttribute('href')]);
  expect(written[0]).toContain(written[1]);
  await panel.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(paper).toHaveCount(0);
});

test('saves the record as files that are named after the page, without asking for anything', async ({
  open,
  panelFor,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  await chip(panel, 'Denials').click();
  await panel.getByRole('button', { name: 'Export' }).click();
  const forms = panel.getByRole('group', { name: 'Export' });
  const saved = async (name: string) => {
    const [file] = await Promise.all([
      panel.waitForEvent('download'),
      forms.getByRole('button', { name }).click(),
    ]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  const title = 'What two capitals say about soldiers far from home';
  const markdown = await saved('Markdown');
  expect(markdown.name).toBe(`${title}.md`);
  expect(markdown.text).toMatch(new RegExp(`^# ${title}\n`));
  expect(markdown.text).toContain('· Denial ·');
  expect(markdown.text).not.toContain('· Claim ·');
  const csv = await saved('CSV');
  expect(csv.name).toBe(`${title}.csv`);
  expect(csv.text.startsWith('\uFEFFtopic,kind,')).toBe(true);
  const json = await saved('JSON');
  expect(json.name).toBe(`${title}.json`);
  const file = JSON.parse(json.text);
  expect(file.format).toBe('on-record/page-record');
  expect(file.records.length).toBe(file.filtered.shown);
  expect(file.filtered.total).toBeGreaterThan(file.filtered.shown);
  // Escape closes what was opened, with the focus on what had opened it.
  await forms.getByRole('button', { name: 'CSV' }).press('Escape');
  await expect(panel.getByRole('button', { name: 'Export' })).toBeFocused();
  await expect(forms).toHaveCount(0);
});

test('prints in a tab of its own what a panel beside a page has on show, once it is all there', async ({
  open,
  panelFor,
  worker,
  running,
  extension,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  const tab = new URL(panel.url()).searchParams.get('tab');
  const denials = Number(/\d+/.exec((await chip(panel, 'Denials').textContent()) ?? '')?.[0]);
  // What a panel beside a page leaves for the tab: it is in no address, which the history would keep.
  await worker.evaluate(() =>
    chrome.storage.session.set({
      print: {
        order: 'date',
        filter: { kinds: ['denial'], speaker: null, from: null, to: null },
      },
    }),
  );
  const paper = await running.context.newPage();
  await paper.addInitScript(() => {
    window.print = () => {
      dispatchEvent(new Event('beforeprint'));
      const rows = document.querySelectorAll<HTMLElement>('.printed [data-kind]');
      document.title = [...rows].map((row) => row.dataset.kind).join(' ');
      dispatchEvent(new Event('afterprint'));
    };
  });
  await paper.goto(`${extension}/sidepanel.html?tab=${tab}&print`);
  await expect(paper).toHaveTitle(Array.from({ length: denials }, () => 'denial').join(' '));
  // Loaded again, it is a panel like any other: nothing prints by itself twice.
  await paper.reload();
  await filled(Promise.resolve(paper));
  await expect(paper).toHaveTitle('This page’s record');
  await paper.close();
});
