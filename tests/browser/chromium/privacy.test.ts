/** What leaves the browser (nothing), and what a page can find out (what PRIVACY.md admits). */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from '../../../scripts/lib/browsers';
import { extensionOrigin, launchChromium, tabOf } from '../../../scripts/lib/chromium';
import { builtExtension, cardOn, expect, hover, markWith, test } from './fixtures';

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { url?: string; initiator?: string; host?: string } }[];
}

test('makes no network request: reading, hovering, searching', async ({ site }) => {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-netlog-'));
  const log = join(folder, 'net.json');
  const running = await launchChromium({
    executable: ensureChromium().path,
    extension: builtExtension('browser-test'),
    headless: true,
    args: [`--log-net-log=${log}`],
  });
  try {
    const worker = await running.worker();
    const page = await running.context.newPage();
    await page.goto(site.url('sample'));
    await hover(page, await markWith(page, 'Kursk'));
    await expect(cardOn(page)).toBeVisible();
    const popup = await running.context.newPage();
    const origin = extensionOrigin(worker);
    await popup.goto(`${origin}/popup.html?tab=${await tabOf(worker, page)}`);
    await popup.getByRole('searchbox').fill('kursk');
    await expect(popup.locator('[data-kind]').first()).toBeVisible();
    await running.close();

    const { constants, events } = JSON.parse(await readFile(log, 'utf8')) as NetLog;
    const started = events.filter(
      ({ type }) => type === constants.logEventTypes.URL_REQUEST_START_JOB,
    );
    const outside = started
      .filter(({ params }) => /^(https?|wss?):/.test(params?.url ?? ''))
      .map(({ params }) => ({ url: params?.url ?? '', initiator: params?.initiator ?? '' }));
    // The page itself was fetched, so the log does see requests …
    expect(outside.map(({ url }) => url)).toContain(site.url('sample'));
    // … and beside the browser's own errands (update checks and the like, which have no origin) there
    // was no other: none by the extension, and none by the page because of it.
    const byPages = outside.filter(({ initiator }) => initiator !== 'not an origin');
    expect(byPages.filter(({ url }) => new URL(url).pathname !== '/favicon.ico')).toEqual([]);
  } finally {
    await running.close().catch(() => {});
    await rm(folder, { recursive: true, force: true });
  }
});

test('asks the page’s own site for nothing more than the page', async ({ open, site }) => {
  const before = site.requests.length;
  const page = await open('sample');
  await hover(page, await markWith(page, 'Kursk'));
  await expect(cardOn(page)).toBeVisible();
  const asked = site.requests.slice(before).filter((path) => path !== '/favicon.ico');
  expect(asked).toEqual(['/sample']);
});

test('gives a page no file of its own and no sign of its id', async ({ open, extension }) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const id = extension.replace(/^.*\//, '');
  const probes = await page.evaluate(async (origin) => {
    const files = [
      'manifest.json',
      'reader.js',
      'card.js',
      'popup.html',
      'icon/16.png',
      'packs/index.json',
    ];
    const reached = await Promise.all(
      files.map((file) =>
        fetch(`${origin}/${file}`).then(
          () => file,
          () => null,
        ),
      ),
    );
    return reached.filter(Boolean);
  }, extension);
  expect(probes).toEqual([]);
  const visible = await page.evaluate(() => [
    document.documentElement.outerHTML,
    ...[...document.styleSheets].map((sheet) => sheet.href ?? ''),
    ...performance.getEntries().map((entry) => entry.name),
    ...[...CSS.highlights.keys()],
  ]);
  expect(visible.filter((text) => text.includes(id))).toEqual([]);
});

test('adds nothing to the page’s globals, and only the marks to what its scripts can see', async ({
  open,
}) => {
  const names = () => Object.getOwnPropertyNames(window).sort();
  const page = await open('nothing');
  const untouched = await page.evaluate(names);
  const marked = await open('dark');
  await markWith(marked, 'Kursk');
  expect(await marked.evaluate(names)).toEqual(untouched);
  expect(await marked.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  const registry = await marked.evaluate(() => [...CSS.highlights.keys()]);
  expect(registry.filter((name) => !name.startsWith('on-record-'))).toEqual([]);
});

test('sees no message that a page posts, and posts none', async ({ open }) => {
  const page = await open('nothing');
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    addEventListener('message', (event) => heard.push(event.data));
  });
  const added = 'North Korean troops were reported in the Kursk region.';
  await page.evaluate((text) => document.querySelector('article')?.append(text), added);
  await markWith(page, 'Kursk');
  expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
});
