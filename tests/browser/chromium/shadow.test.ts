/** Text in shadow trees: found, painted and opened like any other. */
import type { Page } from '@playwright/test';
import { cardOn, expect, hover, test } from './fixtures';

const SENTENCE = 'Late in the day North Korean troops were reported in the Kursk region.';

/** Puts a host with a shadow tree of one paragraph into the article. */
const addHost = (page: Page, mode: 'open' | 'closed', text: string) =>
  page.evaluate(
    ([how, words]) => {
      const host = document.createElement('story-part');
      host.style.display = 'block';
      const paragraph = document.createElement('p');
      paragraph.textContent = words;
      host.attachShadow({ mode: how as ShadowRootMode }).append(paragraph);
      document.querySelector('article')?.append(host);
    },
    [mode, text] as const,
  );

/** The painted phrases, also those in shadow trees, and where the first of them stands. */
const painted = (page: Page) =>
  page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, highlight]) =>
      name.startsWith('on-record-')
        ? [...(highlight as unknown as Iterable<Range>)].map((range) => {
            const box = range.getBoundingClientRect();
            return {
              text: String(range),
              x: box.left + box.width / 2,
              y: box.top + box.height / 2,
            };
          })
        : [],
    ),
  );

for (const mode of ['open', 'closed'] as const) {
  test(`marks text in ${mode} shadow trees, and opens its card`, async ({ open }) => {
    const page = await open('nothing');
    await addHost(page, mode, SENTENCE);
    await expect.poll(() => painted(page)).not.toEqual([]);
    await page.evaluate(() => document.querySelector('story-part')?.scrollIntoView());
    const mark = (await painted(page)).find(({ text }) => text.includes('Kursk'));
    if (!mark) throw new Error('Kursk is not marked');
    await hover(page, mark);
    await expect(cardOn(page)).toBeVisible();
  });
}

test('follows what changes in a shadow tree, and forgets a tree that goes', async ({ open }) => {
  const page = await open('nothing');
  await addHost(page, 'open', 'Nothing yet.');
  await page.waitForTimeout(400);
  await page.evaluate((words) => {
    const paragraph = document.querySelector('story-part')?.shadowRoot?.firstElementChild;
    if (paragraph) paragraph.textContent = words;
  }, SENTENCE);
  await expect.poll(() => painted(page)).not.toEqual([]);
  await page.evaluate(() => document.querySelector('story-part')?.remove());
  await expect.poll(() => painted(page)).toEqual([]);
});

test('finds a tree that an element got after it was read', async ({ open }) => {
  const page = await open('nothing');
  await page.evaluate((words) => {
    const host = document.createElement('late-part');
    document.querySelector('article')?.append(host);
    setTimeout(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = words;
      host.attachShadow({ mode: 'open' }).append(paragraph);
    }, 600);
  }, SENTENCE);
  await expect.poll(() => painted(page)).not.toEqual([]);
});

test('paints marks in a shadow tree with a line, as the rest of the page', async ({ open }) => {
  const page = await open('nothing');
  await addHost(page, 'open', SENTENCE);
  await expect.poll(() => painted(page)).not.toEqual([]);
  const host = page.locator('story-part');
  const marked = await host.screenshot();
  await page.evaluate(() => CSS.highlights.clear());
  const bare = await host.screenshot();
  expect(marked.equals(bare)).toBe(false);
});
