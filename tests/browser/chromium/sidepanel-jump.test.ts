/** From the side panel to a mention on the page, and back. */
import { expect, marksOn, markWith, test } from './fixtures';
import { filled } from './panel';

test('goes to one mention after the other, lit in the middle of the window, and back', async ({
  open,
  panelFor,
}) => {
  const page = await open('sample');
  await page.setViewportSize({ width: 900, height: 420 });
  const { y: before } = await markWith(page, 'Kursk');
  const scrolled = () => page.evaluate(() => scrollY);
  const at = await scrolled();
  const panel = await filled(panelFor(page));
  const last = panel
    .locator('.panel-topic')
    .last()
    .getByRole('button', { name: /mentions?$/ });
  await last.click();
  await expect.poll(scrolled).toBeGreaterThan(at);
  const lit = () =>
    page.evaluate(() => {
      const active = [...CSS.highlights].filter(([name]) => name.includes('active'));
      const [range] = active.flatMap(([, highlight]) => [...highlight]) as Range[];
      const box = range?.getBoundingClientRect();
      return box ? { text: String(range), y: box.top + box.height / 2 } : null;
    });
  expect((await lit())?.text).toMatch(/Zelensky/);
  const y = (await lit())?.y ?? 0;
  expect(y).toBeGreaterThan(420 * 0.25);
  expect(y).toBeLessThan(420 * 0.75);
  // No card, and the focus stays where it was.
  await expect(page.locator('on-record-card')).toHaveCount(0);
  await expect(last).toBeFocused();
  await expect.poll(lit).toBe(null);

  await panel.getByRole('button', { name: 'Back to where you were' }).click();
  await expect.poll(scrolled).toBe(at);
  await expect(last).toBeFocused();
  expect(before).toBeGreaterThan(0);
});

test('goes to a mention in a box of the page that scrolls by itself, and back', async ({
  site,
  running,
  panelFor,
}) => {
  const page = await running.context.newPage();
  const filler = '<p>The beans are in, and the peas are up.</p>'.repeat(60);
  await page.goto(
    site.make({
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A box</title><meta property="og:type" content="article"></head>
<body style="margin:0"><article id="box" style="height:100vh;overflow:auto">${filler}<p>North Korean troops had been seen in the Kursk region.</p>${filler}</article></body></html>`,
    }),
  );
  await expect.poll(async () => (await marksOn(page)).length).toBeGreaterThan(0);
  await page.evaluate(() => document.getElementById('box')?.scrollTo(0, 40));
  const scrolled = () => page.evaluate(() => document.getElementById('box')?.scrollTop);
  const panel = await filled(panelFor(page));
  await panel.locator('.jump').first().click();
  await expect.poll(scrolled).toBeGreaterThan(400);
  await panel.getByRole('button', { name: 'Back to where you were' }).click();
  await expect.poll(scrolled).toBe(40);
  await page.close();
});
