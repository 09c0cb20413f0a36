/** Pages that change in place: the marks keep up. */
import { expect, marksOn, markWith, test } from './fixtures';

const SENTENCE = 'Late in the day North Korean troops were reported in the Kursk region.';

test('a site that swaps its pages in place is read page by page', async ({ open }) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  // A front page: no article, no sign of one.
  await page.evaluate(() => {
    history.pushState(null, '', '/front');
    for (const sign of document.head.querySelectorAll('meta[property], script')) sign.remove();
    document.body.innerHTML = '<main><ul><li><a href="#">Kursk</a></li></ul></main>';
  });
  await expect.poll(() => marksOn(page)).toEqual([]);
  await page.evaluate((words) => {
    history.pushState(null, '', '/second');
    document.body.innerHTML = `<main><article><h1>Second</h1><p>${words}</p><p>${words}</p><p>${words}</p></article></main>`;
  }, SENTENCE);
  await markWith(page, 'Kursk');
});

test('an article that scripts draw after the page was loaded is read when it is there', async ({
  open,
}) => {
  const page = await open('empty');
  await page.waitForTimeout(300);
  await page.evaluate((words) => {
    document.body.innerHTML = `<main><article><h1>Drawn late</h1><p>${words}</p><p>${words}</p><p>${words}</p></article></main>`;
  }, SENTENCE);
  await markWith(page, 'Kursk');
});

test('text that a browser translates in place is marked anew', async ({ open }) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  // As Chromium's own translation does it: every text node becomes <font><font>…</font></font>.
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!text.data.trim()) continue;
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      inner.textContent = text.data.includes('Kursk')
        ? 'Nordkoreanische Soldaten stehen in der Region Kursk.'
        : 'Nichts davon.';
      outer.append(inner);
      text.replaceWith(outer);
    }
    document.documentElement.lang = 'de';
  });
  const mark = await markWith(page, 'Kursk');
  await expect
    .poll(async () => (await marksOn(page)).map(({ text }) => text))
    .not.toContainEqual(expect.stringContaining('troops'));
  expect(mark.text).toContain('Kursk');
});

test('a live blog is marked entry by entry, and text that stays is not asked about again', async ({
  open,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const before = (await marksOn(page)).length;
  for (let entry = 1; entry <= 5; entry++) {
    await page.evaluate((words) => {
      const added = document.createElement('p');
      added.textContent = words;
      document.querySelector('article')?.prepend(added);
    }, `${SENTENCE} (${entry})`);
    await expect.poll(async () => (await marksOn(page)).length).toBeGreaterThan(before + entry - 1);
  }
});
