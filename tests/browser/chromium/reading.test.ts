/** What the reader does to a page: marks phrases, and changes nothing. */
import { expect, marksOn, markWith, test } from './fixtures';

test('marks the phrases that the record is about', async ({ open }) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const texts = (await marksOn(page)).map((mark) => mark.text);
  expect(texts).toContainEqual(expect.stringMatching(/North Korean (troops|soldiers)/));
  expect(texts).toContainEqual(expect.stringContaining('Strategic Partnership'));
});

test('marks a topic with a denial on record differently from one without', async ({ open }) => {
  const page = await open('sample');
  const denied = await markWith(page, 'Kursk');
  const plain = await markWith(page, 'Strategic Partnership');
  expect(denied.names.join()).toContain('denial');
  expect(plain.names.join()).not.toContain('denial');
});

test('marks nothing where nothing is on record', async ({ open, running }) => {
  const marked = await open('sample');
  await markWith(marked, 'Kursk');
  const page = await open('nothing');
  // The pages are read in turn: once a page opened later is marked, this one has had its answer.
  const later = await open('dark');
  await markWith(later, 'Kursk');
  expect(await marksOn(page)).toEqual([]);
  expect(running.context.pages()).toContain(page);
});

test('leaves the serialised page as it was', async ({ open }) => {
  for (const name of ['sample', 'dark', 'strict', 'hostile']) {
    const page = await open(name);
    const response = await page
      .evaluate(async () => {
        const text = await (await fetch(location.href)).text().catch(() => '');
        return new DOMParser().parseFromString(text, 'text/html').documentElement.outerHTML;
      })
      .catch(() => null);
    await markWith(page, 'Kursk');
    const now = await page.evaluate(() => document.documentElement.outerHTML);
    if (response === null) expect(now, name).not.toContain('on-record');
    else expect(now, name).toBe(response);
  }
});

test('marks text that arrives later, and forgets text that goes', async ({ open }) => {
  const page = await open('nothing');
  await page.evaluate(() => {
    const added = document.createElement('p');
    added.id = 'added';
    added.textContent = 'Late in the day North Korean troops were reported in the Kursk region.';
    document.querySelector('article')?.append(added);
  });
  await markWith(page, 'Kursk');
  await page.evaluate(() => document.getElementById('added')?.remove());
  await expect.poll(() => marksOn(page)).toEqual([]);
});

test('reads pages that allow no script and no style', async ({ open }) => {
  const page = await open('strict');
  await markWith(page, 'Kursk');
});

test('reads a page that breaks the tools of the page, and raises no error there', async ({
  open,
}) => {
  const page = await open('hostile');
  const mark = await markWith(page, 'Kursk');
  expect(mark.text).toContain('Kursk');
  expect((await marksOn(page)).map(({ text }) => text).join(' ')).toContain('troops');
  expect(await page.evaluate(() => (window as unknown as { errors: string[] }).errors)).toEqual([]);
});

test('takes the dark marks where the page itself is dark, whatever the browser prefers', async ({
  open,
}) => {
  const light = await markWith(await open('sample'), 'Kursk');
  const dark = await markWith(await open('dark'), 'Kursk');
  expect(light.names.every((name) => !name.endsWith('-dark'))).toBe(true);
  expect(dark.names.every((name) => name.endsWith('-dark'))).toBe(true);
});
