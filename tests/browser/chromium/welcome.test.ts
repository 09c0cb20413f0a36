/** The first page that a reader sees, with the reader itself at work in it. */
import { expect, hover, painted, test } from './fixtures';

test('has a paragraph to try at once: hovered, it opens the card of the first pack', async ({
  running,
  extension,
}, info) => {
  const welcome = await running.context.newPage();
  for (const width of [1300, 700]) {
    await welcome.setViewportSize({ width, height: 900 });
    await welcome.goto(`${extension}/welcome.html`);
    const element = welcome.locator('iframe');
    await element.scrollIntoViewIfNeeded();
    const sample = welcome.frame({ url: /sample\.html$/ });
    if (!sample) throw new Error('the page has no sample');
    const first = async () => (await sample.evaluate(painted))[0];
    await expect.poll(first, { timeout: 20_000 }).toBeTruthy();
    const [box, mark] = [await element.boundingBox(), await first()];
    if (!box || !mark) throw new Error('the sample is not to be seen');
    await hover(welcome, { x: box.x + mark.x + 1, y: box.y + mark.y + 1 });
    const card = sample.locator('on-record-card').getByRole('dialog');
    await expect(card).toBeVisible();
    await expect(card).toContainText('North Korea');
    await welcome.screenshot({ path: info.outputPath(`welcome-${width}.png`) });
    // All of the card is within the frame, as on any page.
    const shown = await card.boundingBox();
    expect(shown && shown.x >= box.x && shown.x + shown.width <= box.x + box.width).toBe(true);
    await welcome.mouse.move(2, 2);
  }
  await welcome.close();
});
