/** Whether two pictures show the same, edges between pixels aside (docs/adr/0012). */
import type { Page } from '@playwright/test';

/**
 * A pixel is told from another, each as the mean of itself and its eight neighbours, from so many of 255 steps of a channel on. An edge
 * that is smoothed in another way is off by a part of one pixel's contrast, of which the mean leaves a third.
 */
const STEPS = 28;

/**
 * Pictures with no more such pixels are the same. Measured on the card: every mark and icon off by a fifth of a pixel makes 28, one
 * mark of 12 px moved by one pixel 81, a line of one pixel that is gone 344, another blue 936.
 */
const MOST = 30;

/** Stands alone: it runs in the page. Counts the pixels that are told apart; -1 for pictures of different sizes. */
const COMPARE = `async ({ one, other, steps }) => {
  const pixels = [];
  for (const url of [one, other]) {
    const image = await createImageBitmap(await (await fetch(url)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    pixels.push(context.getImageData(0, 0, image.width, image.height));
  }
  const [a, b] = pixels;
  if (a.width !== b.width || a.height !== b.height) return -1;
  const { width, height } = a;
  let told = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let most = 0;
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        let count = 0;
        for (let dy = -1; dy <= 1; dy++) {
          for (let dx = -1; dx <= 1; dx++) {
            if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
            const at = ((y + dy) * width + x + dx) * 4 + channel;
            sum += a.data[at] - b.data[at];
            count++;
          }
        }
        most = Math.max(most, Math.abs(sum / count));
      }
      if (most >= steps) told++;
    }
  }
  return told;
}`;

const dataUrl = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;

/**
 * @param page any page of the browser that may fetch data addresses
 * @returns how many pixels tell two PNG pictures apart, 0 where they are too few to count; `Infinity` for different sizes
 */
export async function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  if (one.equals(other)) return 0;
  const given = { one: dataUrl(one), other: dataUrl(other), steps: STEPS };
  const told = (await page.evaluate(`(${COMPARE})(${JSON.stringify(given)})`)) as number;
  return told < 0 ? Infinity : told > MOST ? told : 0;
}
