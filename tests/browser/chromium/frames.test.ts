/** Frames: those of the page's own origin are read, those of others get no script of ours. */
import type { Frame, Page } from '@playwright/test';
import { serve } from '../../../scripts/lib/server';
import { cardOn, expect, hover, test } from './fixtures';

const SENTENCE = 'Late in the day North Korean troops were reported in the Kursk region.';

const addFrame = async (page: Page, attribute: 'src' | 'srcdoc', value: string): Promise<Frame> => {
  const loaded = page.waitForEvent('frameattached');
  await page.evaluate(
    ([name, what]) => {
      const frame = document.createElement('iframe');
      frame.setAttribute(name, what);
      frame.style.cssText = 'width: 600px; height: 200px';
      document.querySelector('article')?.prepend(frame);
    },
    [attribute, value] as const,
  );
  return loaded;
};

const marksIn = (frame: Frame) =>
  frame.evaluate(() =>
    [...CSS.highlights].flatMap(([name, highlight]) =>
      name.startsWith('on-record-')
        ? [...(highlight as unknown as Iterable<Range>)].map((range) => {
            const box = range.getClientRects()[0];
            return { text: String(range), x: (box?.left ?? 0) + 5, y: (box?.top ?? 0) + 5 };
          })
        : [],
    ),
  );

test('text in a frame of the page’s own origin is marked, and opens its card there', async ({
  open,
  site,
}) => {
  const page = await open('nothing');
  const frame = await addFrame(page, 'src', site.url('sample'));
  await expect.poll(() => marksIn(frame)).not.toEqual([]);
});

test('text that the page wrote into a frame is marked, and opens its card there', async ({
  open,
}) => {
  const page = await open('nothing');
  const frame = await addFrame(page, 'srcdoc', `<p>${SENTENCE}</p>`);
  await expect.poll(() => marksIn(frame)).not.toEqual([]);
  const mark = (await marksIn(frame)).find(({ text }) => text.includes('Kursk'));
  const box = await page.locator('iframe').boundingBox();
  if (!mark || !box) throw new Error('no mark');
  await hover(page, { x: box.x + mark.x + 2, y: box.y + mark.y + 2 });
  await expect(cardOn(frame as unknown as Page)).toBeVisible();
});

test('a frame of another origin is left alone', async ({ open }) => {
  const other = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><title>Other</title><article><p>${SENTENCE}</p></article>`);
  });
  const page = await open('nothing');
  const frame = await addFrame(page, 'src', other.origin);
  const own = await addFrame(page, 'srcdoc', `<p>${SENTENCE}</p>`);
  await expect.poll(() => marksIn(own)).not.toEqual([]);
  expect(await marksIn(frame)).toEqual([]);
  await other.close();
});
