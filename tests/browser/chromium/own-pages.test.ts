/** The extension's own pages: side panel, library, welcome. */
import { expect, markWith, test } from './fixtures';

test('names the pack in the library, with its publisher and its licence, and calls it nothing more', async ({
  running,
  extension,
}) => {
  const library = await running.context.newPage();
  await library.goto(`${extension}/library.html`);
  const main = library.getByRole('main');
  await expect(main).toContainText('North Korea and Russia, 2024');
  await expect(main).toContainText('CC-BY-4.0');
  await expect(main).toContainText('Comes with On Record');
  await expect(main).not.toContainText(/\bsigned\b/i);
  await library.close();
});

test('lists a site that was switched off in the library', async ({
  open,
  popupFor,
  running,
  extension,
}) => {
  const popup = await popupFor(await open('nothing'));
  await popup.getByRole('switch').click();
  await expect(popup.getByRole('switch')).not.toBeChecked();
  const library = await running.context.newPage();
  await library.goto(`${extension}/library.html`);
  await library
    .getByRole('link', { name: 'Sites' })
    .or(library.getByRole('button', { name: 'Sites' }))
    .click();
  await expect(library.getByText('127.0.0.1')).toBeVisible();
  await library.close();
  await popup.getByRole('switch').click();
  await expect(popup.getByRole('switch')).toBeChecked();
});

test('asks at first run where it may read, in words, before the browser does', async ({
  running,
  extension,
}) => {
  const welcome = await running.context.newPage();
  await welcome.goto(`${extension}/welcome.html`);
  await expect(welcome.getByRole('radio')).toHaveCount(2);
  await expect(welcome.getByRole('radio', { name: /Only sites I pick/ })).toBeChecked();
  await expect(welcome.getByRole('main')).toContainText('Nothing about them is sent');
  await welcome.close();
});

test('shows all of the first run at once in a window of 1100 by 820', async ({
  running,
  extension,
}) => {
  const welcome = await running.context.newPage();
  await welcome.setViewportSize({ width: 1100, height: 820 });
  await welcome.goto(`${extension}/welcome.html`);
  await expect(welcome.getByText('North Korea and Russia, 2024')).toBeVisible();
  await expect(welcome.getByRole('button', { name: 'Continue' })).toBeInViewport({ ratio: 1 });
  await welcome.close();
});

/** Of the text of four counts: what is left of 360 px beside margins, markers and gaps. */
const WIDEST_COUNTS = 250;

test('keeps four counts on one line, in the popup and in a panel as narrow', async ({
  open,
  popupFor,
  running,
  extension,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const popup = await popupFor(page);
  const panel = await running.context.newPage();
  await panel.setViewportSize({ width: 360, height: 600 });
  await panel.goto(`${extension}/sidepanel.html`);
  await page.bringToFront();
  const width = await panel.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    if (context) context.font = `12px ${getComputedStyle(document.body).fontFamily}`;
    return context?.measureText('27 claims 5 denials 32 statements 8 events').width ?? 0;
  });
  test.skip(
    width > WIDEST_COUNTS,
    `this machine's only font is a wide one: four counts take ${Math.round(width)} px`,
  );
  for (const surface of [popup, panel]) {
    const four = surface.locator('.counts:has(> :nth-child(4))');
    await expect(four.first()).toBeVisible();
    const lines = await four.evaluateAll((all) =>
      all.map(
        (each) =>
          new Set([...each.children].map((count) => count.getBoundingClientRect().top)).size,
      ),
    );
    expect(new Set(lines)).toEqual(new Set([1]));
  }
  await panel.close();
});
