/** The side panel, as a page in a tab: the record of a page, what is left of it by filters, and the tab that it follows. */
import { expect, markWith } from './fixtures';
import { chip, filled, kinds, status, topics } from './panel';
import { test } from './stopper';

test('shows the topics of a page in page order, with its date, and goes through them by date', async ({
  open,
  panelFor,
}) => {
  const page = await open('sample');
  await markWith(page, 'Zelensky');
  const panel = await filled(panelFor(page));
  const names = await topics(panel).allTextContents();
  expect(names.length).toBeGreaterThan(5);
  expect(names[0]).toMatch(/North Korean troops in Russia/);
  expect(names.at(-1)).toMatch(/Guterres/);
  const head = panel.getByRole('banner');
  await expect(head).toContainText('What two capitals say about soldiers far from home');
  await expect(head).toContainText('127.0.0.1 · published 7 Nov 2024');
  await expect(panel.locator('.page-date').first()).toContainText('This page · 7 Nov 2024');

  await panel.getByRole('radio', { name: 'By date' }).check({ force: true });
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(['All topics by date']);
  await expect(panel.locator('.page-date')).toHaveCount(1);
  await expect(panel.locator('main')).toContainText('After this page was published');
  // Away from their topics, records name them.
  const rows = await panel.locator('main .dated > [data-key]').all();
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) await expect(row.locator('.tag.topics').first()).not.toBeEmpty();
});

test('says so where a page gives no date', async ({ open, panelFor }) => {
  const page = await open('dark');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  await expect(panel.getByRole('banner')).toContainText('Page date not found');
  await expect(panel.locator('.page-date')).toHaveCount(0);
});

test('leaves the kinds, the speaker and the days that are chosen, and gives all back', async ({
  open,
  panelFor,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  await chip(panel, 'Denials').click();
  await expect(chip(panel, 'Denials')).toHaveAttribute('aria-pressed', 'true');
  await expect(status(panel)).toHaveText(/^\d+ of \d+ records$/);
  await expect.poll(() => kinds(panel)).toEqual(['denial']);

  await panel.getByRole('button', { name: 'Speaker and dates' }).click();
  const speaker = panel.getByRole('combobox', { name: 'Speaker' });
  const most = await speaker.locator('option').nth(1).textContent();
  const [, name = '', count = ''] = /^(.*) \((\d+)\)$/.exec(most ?? '') ?? [];
  await speaker.selectOption(name);
  await expect(status(panel)).toContainText(`${count} of `);
  for (const row of await panel.locator('main [data-kind]').all()) {
    await expect(row.locator('.head')).toContainText(name);
  }

  await panel.getByLabel('From').fill('2031-01-01');
  await expect(panel.getByRole('heading', { name: 'No record to show' })).toBeVisible();
  await panel.locator('.empty').getByRole('button', { name: 'Clear filters' }).click();
  await expect(status(panel)).toHaveText('');
  await expect.poll(async () => (await kinds(panel)).length).toBeGreaterThan(2);
  await expect(panel.getByLabel('From')).toHaveValue('');
});

test('opens at the topic that was read in a card', async ({ open, panelFor, worker }) => {
  const page = await open('sample');
  await markWith(page, 'Zelensky');
  const panel = await filled(panelFor(page));
  await chip(panel, 'Denials').click();
  const topic = await panel.locator('.panel-topic').last().getAttribute('data-topic');
  await worker.evaluate(
    ([key, tab]) => chrome.storage.session.set({ panel: { topic: key, tab: Number(tab) } }),
    [topic, new URL(panel.url()).searchParams.get('tab')],
  );
  const heading = panel.locator(`[data-topic="${topic}"]`).getByRole('button', { expanded: true });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  await expect(chip(panel, 'Denials')).toHaveAttribute('aria-pressed', 'false');
});

test('follows the tab in front, its navigations and pages that load their parts anew', async ({
  open,
  running,
  extension,
  site,
}) => {
  const first = await open('sample');
  await markWith(first, 'Kursk');
  const quiet = await open('nothing');
  const panel = await running.context.newPage();
  await panel.goto(`${extension}/sidepanel.html`);
  await first.bringToFront();
  await expect(panel.getByRole('banner')).toContainText('What two capitals say');
  await expect(topics(panel).first()).toBeVisible();
  await chip(panel, 'Denials').click();

  await quiet.bringToFront();
  await expect(panel.getByRole('heading', { name: 'Nothing on record here' })).toBeVisible();
  await quiet.goto(site.url('dark'));
  await expect(topics(panel).first()).toBeVisible();
  await expect(panel.getByRole('banner')).toContainText('Page date not found');
  // What was chosen holds as long as the panel is open.
  await expect(chip(panel, 'Denials')).toHaveAttribute('aria-pressed', 'true');

  await quiet.evaluate(() => {
    history.pushState(null, '', '/dark?part=2');
    document.title = 'Another part';
    const text = document.querySelector('article') ?? document.body;
    text.innerHTML =
      '<h1>Another part</h1><p>Zelensky turned down a visit by UN Secretary-General António Guterres after the summit.</p>';
  });
  await expect(panel.getByRole('banner')).toContainText('Another part');
  await chip(panel, 'Denials').click();
  await expect(topics(panel)).toHaveText([/Guterres/]);
  await panel.close();
});
