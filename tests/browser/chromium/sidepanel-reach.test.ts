/** The side panel by keyboard, by ear, by axe, at any width and under forced colours. */
import { lookOver } from './axe';
import { expect, markWith, test } from './fixtures';
import { chip, filled, topics } from './panel';
import { type AxNode, type Spoken, spoken, textOf, within } from './spoken';

test('is used by keyboard alone: order, chips by arrows, topics by arrows, jump and back', async ({
  open,
  panelFor,
}) => {
  const page = await open('sample');
  await page.setViewportSize({ width: 900, height: 420 });
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  await panel.bringToFront();
  const focused = () =>
    panel.evaluate(
      () =>
        document.activeElement?.getAttribute('value') ??
        document.activeElement?.textContent?.trim() ??
        '',
    );
  const press = async (...keys: string[]) => {
    for (const key of keys) await panel.keyboard.press(key);
  };
  await press('Tab');
  expect(await focused()).toBe('topic');
  await press('Tab');
  expect(await focused()).toMatch(/^Claims/);
  await press('ArrowRight', 'Space');
  await expect(chip(panel, 'Denials')).toHaveAttribute('aria-pressed', 'true');
  await expect(chip(panel, 'Denials')).toBeFocused();
  await press('End');
  expect(await focused()).toMatch(/^Events/);
  await press('Tab');
  expect(await focused()).toBe('Speaker and dates');
  await press('Tab');
  expect(await focused()).toBe('Clear filters');
  await press('Enter');
  expect(await focused()).toMatch(/^Claims/);
  await press('Home', 'End', 'Tab', 'Tab');
  const first = await topics(panel).first().textContent();
  // Where the middle scrolls, Chromium has the box itself take the focus first, unless something in it can.
  expect(await focused()).toBe(first);
  await press('ArrowDown');
  expect(await focused()).toBe(await topics(panel).nth(1).textContent());
  await press('Enter');
  await expect(topics(panel).nth(1).getByRole('button')).toHaveAttribute('aria-expanded', 'false');
  await press('Tab');
  expect(await focused()).toMatch(/mentions?$/);
  const at = await page.evaluate(() => scrollY);
  await press('Enter');
  await expect(panel.getByRole('button', { name: 'Back to where you were' })).toBeVisible();
  expect(await focused()).toMatch(/mentions?$/);
  await panel.getByRole('button', { name: 'Back to where you were' }).press('Enter');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(at);
  expect(await focused()).toMatch(/mentions?$/);
});

test('is read out in order: what it is, of which page, filters, then each topic with its records', async ({
  open,
  panelFor,
  running,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  const session = await running.context.newCDPSession(panel);
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const root = spoken(nodes as AxNode[], 'RootWebArea');
  if (!root) throw new Error('no document in the accessibility tree');
  const all = within(root);
  const landmarks = all.filter(({ role }) =>
    ['banner', 'region', 'main', 'contentinfo'].includes(role),
  );
  expect(landmarks.map(({ role }) => role)).toEqual(['banner', 'region', 'main', 'contentinfo']);
  const [banner, filters, main] = landmarks;
  expect(textOf(banner as Spoken)).toMatch(
    /^This page’s record By topic By date What two capitals.*published 7 Nov 2024/,
  );
  expect(filters?.name).toBe('Filters');
  const levels = all.filter(({ role }) => role === 'heading').map(({ level }) => level);
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  levels.forEach((level, i) => {
    if (i > 0) expect((level ?? 9) - (levels[i - 1] ?? 0), `heading ${i}`).toBeLessThanOrEqual(1);
  });
  // A topic: its name, how often it is mentioned, its counts, then its records.
  expect(textOf(main as Spoken)).toMatch(
    /^North Korean troops in Russia 3 mentions \d+ claims \d+ denials?.*(Claim|Statement) /,
  );
  for (const control of all.filter(({ role }) => /^(link|button|radio|combobox)$/.test(role))) {
    expect(control.name.trim(), control.role).not.toBe('');
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in it, ${colorScheme}: by topic, filtered, by date, empty, at 320 px`, async ({
    open,
    panelFor,
  }) => {
    const page = await open('sample');
    await markWith(page, 'Kursk');
    const panel = await filled(panelFor(page));
    await panel.emulateMedia({ colorScheme });
    const check = async (name: string) => {
      await expect.poll(() => panel.evaluate(() => document.getAnimations().length)).toBe(0);
      const { faults, passed } = await lookOver(panel);
      expect(faults, name).toEqual([]);
      expect(passed.length, name).toBeGreaterThan(20);
    };
    await check('by topic');
    await panel.getByRole('button', { name: 'Speaker and dates' }).click();
    await chip(panel, 'Denials').click();
    await check('filtered');
    await panel.getByRole('radio', { name: 'By date' }).check({ force: true });
    await check('by date');
    await panel.getByRole('button', { name: 'Export' }).click();
    await panel.setViewportSize({ width: 320, height: 900 });
    await check('narrow');
    await panel.getByLabel('From').fill('2031-01-01');
    await check('empty');
  });
}

test('fits any width, text of twice the size, and right to left', async ({ open, panelFor }) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  await panel.getByRole('button', { name: 'Speaker and dates' }).click();
  await chip(panel, 'Denials').click();
  /** What is cut off, or can be reached by scrolling sideways only. */
  const overflowing = () =>
    panel.evaluate(() => {
      const boxes = [document.documentElement, ...document.querySelectorAll('body > *')];
      const wide = boxes.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
      const controls = document.querySelectorAll('button, input, select, h1, h2, label');
      const outside = [...controls].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1);
      });
      return [...wide, ...outside].map((element) => element.className || element.localName);
    });
  for (const direction of ['ltr', 'rtl']) {
    await panel.evaluate((dir) => {
      document.documentElement.dir = dir;
    }, direction);
    for (const [width, zoom] of [
      [320, 1],
      [400, 1],
      [1280, 1],
      [640, 2],
    ] as const) {
      await panel.setViewportSize({ width, height: 700 });
      await panel.evaluate((factor) => {
        document.documentElement.style.zoom = String(factor);
      }, zoom);
      expect(await overflowing(), `${direction} ${width} ×${zoom}`).toEqual([]);
    }
  }
});

test('tells a pressed chip by more than a colour of its own under forced colours', async ({
  open,
  panelFor,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  await panel.emulateMedia({ forcedColors: 'active' });
  await chip(panel, 'Denials').click();
  const ground = (name: string) =>
    chip(panel, name).evaluate((element) => getComputedStyle(element).backgroundColor);
  const system = (name: string) =>
    panel.evaluate((colour) => {
      const probe = Object.assign(document.createElement('i'), { style: `color: ${colour}` });
      document.body.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    }, name);
  expect(await ground('Denials')).toBe(await system('Highlight'));
  expect(await ground('Claims')).not.toBe(await system('Highlight'));
});
