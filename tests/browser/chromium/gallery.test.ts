/** The pieces for every reader: no rule of axe broken in any theme, read in the right order, worked by keyboard, still where asked. */
import { expect, type Page } from '@playwright/test';
import { lookOver } from './axe';
import { openGallery, THEMES, test } from './gallery';

for (const theme of THEMES) {
  test(`axe finds nothing in any piece, ${theme}`, async ({ gallery, galleryBrowser }) => {
    const page = await openGallery(galleryBrowser, gallery, theme);
    await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
    const { faults, passed } = await lookOver(page);
    expect(faults).toEqual([]);
    expect(passed.length).toBeGreaterThan(500);
    await page.close();
  });
}

test('axe would find a text that is too faint', async ({ gallery, galleryBrowser }) => {
  const page = await openGallery(galleryBrowser, gallery, 'light', 'only=card');
  await page.addStyleTag({ content: '.surface { --ink-3: #8f8d84 !important }' });
  expect((await lookOver(page)).faults.join()).toContain('color-contrast');
  await page.close();
});

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly childIds?: readonly string[];
}

/** What a screen reader comes to, in its order: roles of lists, and texts. */
async function readAloud(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: readonly AxNode[];
  };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const said: string[] = [];
  const walk = (node: AxNode | undefined) => {
    if (!node) return;
    const role = node.role?.value ?? '';
    if (!node.ignored && role === 'StaticText') said.push((node.name?.value ?? '').trim());
    if (!node.ignored && /^(?:list|listitem|heading|button|link)$/.test(role))
      said.push(`<${role}>`);
    for (const id of node.childIds ?? []) walk(byId.get(id));
  };
  walk(nodes[0]);
  return said.filter(Boolean);
}

/** The steps in the order given, other things between them. */
function inOrder(said: readonly string[], steps: readonly string[]): string[] {
  let at = 0;
  return steps.filter((step) => {
    const found = said.indexOf(step, at);
    if (found >= 0) at = found + 1;
    return found >= 0;
  });
}

test('a screen reader hears the record in order, the page’s date as an item of it', async ({
  gallery,
  galleryBrowser,
}) => {
  const page = await openGallery(galleryBrowser, gallery, 'light', 'only=line-page');
  const steps = [
    ...['<list>', '<listitem>', '18 Oct', 'Claim', 'Union of Engineers'],
    ...['Denied by', 'Envoy of the Ministry of Works'],
    ...['<listitem>', '21 Oct', 'Denial', 'Envoy of the Ministry of Works', 'Denies'],
    ...['<listitem>', 'This page ·', '7 Nov 2024'],
    ...['<listitem>', 'After this page was published'],
    ...['<listitem>', '26 Apr', 'Statement', 'Board of the dam'],
  ];
  const said = await readAloud(page);
  expect(inOrder(said, steps)).toEqual(steps);
  // Turned round, the steps are not found: the order was looked at.
  expect(inOrder(said, [...steps].reverse())).not.toEqual([...steps].reverse());
  await page.close();
});

test('a card is heard from its name to its actions, and its overview is not heard', async ({
  gallery,
  galleryBrowser,
}) => {
  const page = await openGallery(galleryBrowser, gallery, 'light', 'only=card');
  const said = await readAloud(page);
  const steps = [
    ...['Cracks in the dam', 'claims', '“12,000”', 'metres', 'Harbour divers'],
    ...['Matches this sentence', 'Survey pilots', 'Whole record, oldest first'],
    ...['Union of Engineers', 'The Varn dam', 'Signed', 'Pin', 'Mute'],
  ];
  expect(inOrder(said, steps)).toEqual(steps);
  expect(said).not.toContain('//');
  await page.close();
});

test('months, folds and denials are worked by keyboard', async ({ gallery, galleryBrowser }) => {
  const page = await openGallery(galleryBrowser, gallery, 'light', 'only=line-500');
  const rows = page.locator('[data-key]');
  const before = await rows.count();
  expect(before).toBeLessThan(20);
  const january = page.getByRole('button', { name: /^January 2024/ });
  await january.focus();
  await page.keyboard.press('Enter');
  await expect(january).toHaveAttribute('aria-expanded', 'true');
  expect(await rows.count()).toBeGreaterThan(before);
  const more = page.getByRole('button', { name: /^Show \d+ more, .*Jan$/ });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(more).toHaveCount(0);
  await page
    .getByRole('button', { name: /^Denies Speaker 1/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  const claim = page.locator('[data-key="varn-dam#n1"]');
  await expect(claim).toHaveClass(/\blit\b/);
  await expect(claim).toBeFocused();
  await page.close();
});

test('a denial and what it denies light up together', async ({ gallery, galleryBrowser }) => {
  const page = await openGallery(galleryBrowser, gallery, 'light', 'only=line-ties');
  const tied = page.locator('.tied');
  await expect(tied).toHaveCount(0);
  await page.locator('[data-kind=denial] .text').hover();
  await expect(tied).toHaveCount(2);
  const width = await page
    .locator('[data-kind=denial] > .tie.denies.up')
    .evaluate((tie) => getComputedStyle(tie).borderInlineStartWidth);
  expect(width).toBe('2px');
  await page.mouse.move(0, 0);
  await expect(tied).toHaveCount(0);
  await page.locator('[data-kind=claim] button.relation').focus();
  await expect(tied).toHaveCount(2);
  await page.close();
});

test('nothing runs out of its place, not even a word of 10,000 letters', async ({
  gallery,
  galleryBrowser,
}) => {
  const page = await openGallery(galleryBrowser, gallery, 'light');
  const folded = page.getByRole('button', { name: 'Show all' });
  while (await folded.count()) await folded.first().click();
  const wide = await page
    .locator('[data-state]')
    .evaluateAll((all) =>
      all
        .filter((one) => one.scrollWidth > one.clientWidth)
        .map((one) => one.getAttribute('data-state')),
    );
  expect(wide).toEqual([]);
  await page.close();
});

test('nothing moves for who wants nothing to move', async ({ gallery, galleryBrowser }) => {
  const page = await openGallery(galleryBrowser, gallery, 'light', 'only=empty');
  const longest = () =>
    page.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('.surface, .surface *')].map((one) => {
          const { animationDuration, transitionDuration } = getComputedStyle(one);
          return Number.parseFloat(animationDuration) + Number.parseFloat(transitionDuration);
        }),
      ),
    );
  const { searchParams } = new URL(page.url());
  expect(searchParams.get('only')).toBe('empty');
  for (const [reducedMotion, state] of [
    ['no-preference', 'toast'],
    ['reduce', 'toast'],
    ['reduce', 'line-months'],
  ] as const) {
    await page.emulateMedia({ reducedMotion });
    await page.goto(`${gallery}/?only=${state}`);
    await page.locator('[data-state]').waitFor();
    if (reducedMotion === 'reduce') expect(await longest(), state).toBe(0);
    else expect(await longest(), state).toBeGreaterThan(0);
  }
  await page.close();
});
