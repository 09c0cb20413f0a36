/** For every reader: no rule of axe broken, a card that a screen reader can read, and focus where it belongs. */
import type { Page } from '@playwright/test';
import { lookOver } from './axe';
import { cardOn, expect, markWith, test } from './fixtures';
import { type AxNode, type Spoken, spoken, textOf, within } from './spoken';
import { visit } from './visit';

for (const [theme, name] of [
  ['light', 'sample'],
  ['dark', 'dark'],
] as const) {
  test(`axe finds nothing in the card on a ${theme} page`, async ({ open, ask }) => {
    const page = await open(name);
    await markWith(page, 'Kursk');
    await ask(page, 'page.step', { by: 1 });
    await expect(cardOn(page)).toBeVisible();
    await settled(page);
    const { faults, passed } = await lookOver(page, 'on-record-card');
    expect(faults).toEqual([]);
    // It looked inside the shadow root, at the records too.
    const inside = passed.filter(([host, inner]) => host === 'on-record-card' && inner);
    expect(inside.length).toBeGreaterThan(50);
    expect(inside.map(([, inner]) => inner).join()).toContain('data-kind');
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the extension’s own pages, ${colorScheme}`, async ({
    open,
    popupFor,
    running,
    extension,
  }) => {
    const page = await open('sample');
    await markWith(page, 'Kursk');
    const popup = await popupFor(page);
    await popup.emulateMedia({ colorScheme });
    await expect(popup.getByRole('button', { name: /Kursk/ }).first()).toBeVisible();
    await expectNoFaults(popup, 'the popup');
    await popup.getByRole('searchbox').fill('kursk');
    await expect(popup.locator('[data-kind]').first()).toBeVisible();
    await expectNoFaults(popup, 'search');

    const own = await running.context.newPage();
    await own.emulateMedia({ colorScheme });
    await own.goto(`${extension}/sidepanel.html`);
    await page.bringToFront();
    await expect(own.locator('[data-kind]').first()).toBeVisible();
    await expectNoFaults(own, 'the side panel');

    for (const path of ['library.html', 'welcome.html']) {
      await own.goto(`${extension}/${path}`);
      await expect(own.getByText('North Korea and Russia, 2024').first()).toBeVisible();
      await expectNoFaults(own, path);
    }
    await own.close();
  });
}

async function expectNoFaults(page: Page, name: string): Promise<void> {
  await settled(page);
  const { faults, passed } = await lookOver(page);
  expect(faults, name).toEqual([]);
  expect(passed.length, name).toBeGreaterThan(20);
}

/** Colours on their way are no colours. */
async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
}

test('axe would find a fault in the card', async ({ open, ask }) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  await ask(page, 'page.step', { by: 1 });
  await expect(cardOn(page)).toBeVisible();
  await page.evaluate(() => {
    const root = document.querySelector('on-record-card')?.shadowRoot;
    root?.querySelector('.close')?.removeAttribute('aria-label');
  });
  expect((await lookOver(page, 'on-record-card')).faults.join()).toContain('button-name');
});

test('the card says to a screen reader what it is, then each record: date, kind, who, text, sources', async ({
  running,
  site,
  ask,
}) => {
  const { page, session, close } = await visit(running.context, site.url('sample'));
  await markWith(page, 'Kursk');
  await ask(page, 'page.step', { by: 1 });
  await expect(cardOn(page)).toBeVisible();
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const card = spoken(nodes as AxNode[], 'dialog');
  if (!card) throw new Error('no dialog in the accessibility tree');

  const all = within(card);
  const headings = all.filter(({ role }) => role === 'heading');
  // Named by its own heading, which comes first; below it at most one a group of records.
  expect(headings.map(({ level }) => level)).toEqual([2, ...headings.slice(1).map(() => 3)]);
  expect(headings[0]?.name).toBe(card.name);
  expect(card.name).toMatch(/North Korea/);
  // It has the focus, and nothing behind it is shut off.
  expect(card.states).toMatchObject({ focused: true, modal: false });
  const firstWords = all.find(({ role }) => role === 'StaticText');
  expect(firstWords?.name).toBe(card.name);

  const sourcesOf = (record: Spoken) =>
    within(record).find(({ role, name }) => role === 'list' && name === 'Sources');
  // Above it may stand another, of dots on a line of time.
  const list = all.find(({ role, children }) => role === 'list' && children.some(sourcesOf));
  const items = list?.children ?? [];
  // Between the records stand months, what is folded, and where the page's own date falls.
  const BETWEEN =
    /^(\w+ \d{4} \d+ records?|Show \d+ more, .+|This page · .+|After this page was published)$/;
  const records = items.filter((item) => !BETWEEN.test(textOf(item).trim()));
  expect(records.length).toBeGreaterThan(3);
  for (const record of records) {
    expect(record.role).toBe('listitem');
    const words = textOf(record);
    const kind = /\b(Claim|Denial|Statement|Event)\b/.exec(words);
    expect(kind, words).not.toBe(null);
    // Before the kind stands the date and nothing else.
    const date = words.slice(0, kind?.index).trim();
    const times = within(record).filter(({ role }) => role === 'time');
    const [first] = times;
    if (date) expect(first && textOf(first).trim(), words).toBe(date);
    // Who said it, then what was said.
    const [head, text] = within(record).filter(({ role }) => role === 'paragraph');
    expect(head && textOf(head).trim(), words).toMatch(/^(Event|(Claim|Denial|Statement) \S.*)/);
    expect(text && textOf(text).length, words).toBeGreaterThan(10);
    expect(sourcesOf(record)?.children.length, words).toBeGreaterThan(0);
  }
  for (const control of all.filter(({ role }) => role === 'link' || role === 'button')) {
    expect(control.name.trim(), control.role).not.toBe('');
  }
  await close();
});

test('focus goes into a card opened by keyboard, goes round in it, and comes back', async ({
  open,
  ask,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  await page.evaluate(() => {
    const own = Object.assign(document.createElement('button'), { id: 'own', textContent: 'Own' });
    document.querySelector('footer')?.append(own);
    own.focus({ preventScroll: true });
  });
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.shadowRoot?.activeElement?.role ?? activeElement?.id ?? null;
    });
  expect(await focused()).toBe('own');
  await ask(page, 'page.step', { by: 1 });
  await expect(cardOn(page)).toBeVisible();
  expect(await focused()).toBe('dialog');
  await page.keyboard.press('Tab');
  expect(
    await page.evaluate(
      () =>
        document
          .querySelector('on-record-card')
          ?.shadowRoot?.activeElement?.matches('[role=dialog] *') ?? false,
    ),
  ).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.locator('on-record-card')).toHaveCount(0);
  expect(await focused()).toBe('own');
});
