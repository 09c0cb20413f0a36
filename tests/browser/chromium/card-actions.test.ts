/** What can be done in a card: copied, muted and taken back, pinned and gone back from, walked by keyboard. */
import type { Page } from '@playwright/test';
import type { RunningChromium } from '../../../scripts/lib/chromium';
import { cardOn, expect, markWith, painted, test } from './fixtures';

const button = (page: Page, name: string) =>
  cardOn(page).getByRole('button', { name, exact: true });
const toast = (page: Page) => page.locator('on-record-toast').getByRole('status');

async function openCard(page: Page, text = 'Kursk'): Promise<void> {
  const mark = await markWith(page, text);
  await page.mouse.click(mark.x, mark.y);
  await expect(cardOn(page)).toBeVisible();
}

/** What the clipboard holds, pasted into a page that may read it. */
async function pasted(running: RunningChromium): Promise<string> {
  const page = await running.context.newPage();
  await page.setContent('<textarea></textarea>');
  await page.locator('textarea').focus();
  await page.keyboard.press('ControlOrMeta+V');
  const text = await page.locator('textarea').inputValue();
  await page.close();
  return text;
}

/** The sample under an address that is no secure page, or with a header of its own. */
async function openAs(
  running: RunningChromium,
  url: string,
  from: string,
  headers: Record<string, string> = {},
): Promise<Page> {
  const page = await running.context.newPage();
  const body = await (await fetch(from)).text();
  await page.route(url, (route) => route.fulfill({ body, contentType: 'text/html', headers }));
  await page.goto(url);
  return page;
}

for (const [name, url, headers] of [
  ['a secure page', 'https://paper.example/article', {}],
  ['a page without encryption', 'http://paper.example/article', {}],
  [
    'a page that forbids writing to the clipboard',
    'https://strict.example/article',
    { 'permissions-policy': 'clipboard-write=()' },
  ],
] as const) {
  test(`copies a citation on ${name}`, async ({ running, site }) => {
    const page = await openAs(running, url, site.url('sample'), headers);
    await openCard(page);
    await button(page, 'Copy citation').click();
    await button(page, 'BibTeX').click();
    await expect(toast(page)).toHaveText(/Citation copied/);
    expect(await pasted(running)).toMatch(/^@\w+\{/);
    await page.bringToFront();
    await button(page, 'Copy link to the passage').click();
    await expect(toast(page)).toHaveText(/Link to the passage copied/);
    expect(await pasted(running)).toMatch(/^https?:\/\//);
    await page.close();
  });
}

test('mutes a topic, which is no longer marked, until it is taken back from the toast', async ({
  open,
}) => {
  const page = await open('sample');
  await markWith(page, 'Strategic Partnership');
  const before = await marks(page, 'Strategic Partnership');
  await openCard(page, 'Strategic Partnership');
  await button(page, 'Mute').click();
  await button(page, 'Everywhere').click();
  await expect(page.locator('on-record-card')).toHaveCount(0);
  await expect(toast(page)).toHaveText(/Topic muted everywhere/);
  await expect.poll(() => marks(page, 'Strategic Partnership')).toBe(0);
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => marks(page, 'Strategic Partnership')).toBe(before);
  await expect(page.locator('on-record-toast')).toHaveCount(0);
});

test('mutes by keyboard: the way back is focused, and waits', async ({ open, ask }) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  await ask(page, 'page.step', { by: 1 });
  await expect(cardOn(page)).toBeVisible();
  await button(page, 'Mute').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await expect(button(page, 'Everywhere')).toHaveCount(1);
  await button(page, 'Everywhere').focus();
  await page.keyboard.press('Enter');
  await expect(toast(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  // Longer than a toast stays that nobody is at.
  await page.waitForTimeout(4500);
  await page.keyboard.press('Enter');
  await expect(page.locator('on-record-toast')).toHaveCount(0);
});

test('a pinned card leads back to its mention, moves by arrow keys, and lets Escape close what is unfolded first', async ({
  open,
}) => {
  const page = await open('sample');
  await openCard(page);
  await button(page, 'Pin').click();
  const top = () => page.evaluate(() => scrollY);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const away = await top();
  await button(page, 'Back to the mention').click();
  await expect.poll(top).toBeLessThan(away);
  const box = await cardOn(page).boundingBox();
  await button(page, 'Move with the arrow keys').focus();
  await page.keyboard.press('ArrowDown');
  expect((await cardOn(page).boundingBox())?.y).toBeGreaterThan(box?.y ?? 0);
  await button(page, 'Mute').focus();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Everywhere')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button(page, 'Everywhere')).toHaveCount(0);
  await expect(cardOn(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('on-record-card')).toHaveCount(0);
});

test('goes on to a topic that the record names, and back', async ({ open }) => {
  const page = await open('sample');
  await openCard(page);
  const title = cardOn(page).getByRole('heading', { level: 2 });
  const first = (await title.textContent()) ?? '';
  const also = cardOn(page).locator('.also button').first();
  const name = (await also.textContent()) ?? '';
  await also.click();
  await expect(title).toHaveText(name);
  expect(name).not.toBe(first);
  await cardOn(page).locator('.back').click();
  await expect(title).toHaveText(first);
});

test('shows the date of the page, and says where none is found', async ({
  open,
  site,
  running,
}) => {
  const page = await open('sample');
  await openCard(page);
  await expect(cardOn(page).locator('.middle')).toContainText('This page');
  const undated = await running.context.newPage();
  await undated.goto(
    site.make({
      body: `<!doctype html><meta property="og:type" content="article"><title>Undated</title>
        <p>Nobody had seen North Korean troops in Kursk by then.</p>`,
    }),
  );
  await openCard(undated);
  await expect(cardOn(undated).locator('.top')).toContainText('Page date not found');
  await undated.close();
});

const marks = async (page: Page, text: string): Promise<number> =>
  (await page.evaluate(painted)).filter((mark) => mark.text.includes(text)).length;
