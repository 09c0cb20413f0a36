/** The side panel, as a page in a tab: the record of a page, the way to it and back, and why there is none. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { MadePage } from '../site';
import { lookOver } from './axe';
import { expect, marksOn, markWith } from './fixtures';
import { type AxNode, type Spoken, spoken, textOf, within } from './spoken';
import { test } from './stopper';

const topics = (panel: Page) => panel.locator('.panel-topic h2');
const chip = (panel: Page, name: string) =>
  panel.getByRole('group', { name: 'Kinds of record' }).getByRole('button', { name });
const status = (panel: Page) => panel.locator('.filters').getByRole('status');
/** The kinds of the records on show. */
const kinds = (panel: Page) =>
  panel
    .locator('main [data-kind]')
    .evaluateAll((rows) => [...new Set(rows.map((row) => (row as HTMLElement).dataset.kind))]);

/** What the panel asks for at first is asked and answered within it. */
const QUIET_MS = 1500;

/** Opens the panel of an open page and waits until all of the record is there. */
async function filled(panel: Promise<Page>): Promise<Page> {
  const page = await panel;
  await expect(page.locator('.panel-record').first()).toBeVisible();
  const all = await page.locator('.panel-topic').count();
  await expect(page.locator('.panel-record')).toHaveCount(all);
  return page;
}

test('shows the topics of a page in page order, with its date, and goes through them by date', async ({
  open,
  panelFor,
}) => {
  const page = await open('sample');
  await markWith(page, 'Zelensky');
  const panel = await filled(panelFor(page));
  const names = await topics(panel).allTextContents();
  expect(names.length).toBeGreaterThan(5);
  expect(names[0]).toMatch(/North Korean troops in Russia/);
  expect(names.at(-1)).toMatch(/Guterres/);
  const head = panel.getByRole('banner');
  await expect(head).toContainText('What two capitals say about soldiers far from home');
  await expect(head).toContainText('127.0.0.1 · published 7 Nov 2024');
  await expect(panel.locator('.page-date').first()).toContainText('This page · 7 Nov 2024');

  await panel.getByRole('radio', { name: 'By date' }).check({ force: true });
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(['All topics by date']);
  await expect(panel.locator('.page-date')).toHaveCount(1);
  await expect(panel.locator('main')).toContainText('After this page was published');
});

test('says so where a page gives no date', async ({ open, panelFor }) => {
  const page = await open('dark');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  await expect(panel.getByRole('banner')).toContainText('Page date not found');
  await expect(panel.locator('.page-date')).toHaveCount(0);
});

test('leaves the kinds, the speaker and the days that are chosen, and gives all back', async ({
  open,
  panelFor,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  await chip(panel, 'Denials').click();
  await expect(chip(panel, 'Denials')).toHaveAttribute('aria-pressed', 'true');
  await expect(status(panel)).toHaveText(/^\d+ of \d+ records$/);
  expect(await kinds(panel)).toEqual(['denial']);

  await panel.getByRole('button', { name: 'Speaker and dates' }).click();
  const speaker = panel.getByRole('combobox', { name: 'Speaker' });
  const most = await speaker.locator('option').nth(1).textContent();
  const [, name = '', count = ''] = /^(.*) \((\d+)\)$/.exec(most ?? '') ?? [];
  await speaker.selectOption(name);
  await expect(status(panel)).toContainText(`${count} of `);
  for (const row of await panel.locator('main [data-kind]').all()) {
    await expect(row.locator('.head')).toContainText(name);
  }

  await panel.getByLabel('From').fill('2031-01-01');
  await expect(panel.getByRole('heading', { name: 'No record to show' })).toBeVisible();
  await panel.locator('.empty').getByRole('button', { name: 'Clear filters' }).click();
  await expect(status(panel)).toHaveText('');
  expect((await kinds(panel)).length).toBeGreaterThan(2);
  await expect(panel.getByLabel('From')).toHaveValue('');
});

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

test('opens at the topic that was read in a card', async ({ open, panelFor, worker }) => {
  const page = await open('sample');
  await markWith(page, 'Zelensky');
  const panel = await filled(panelFor(page));
  await chip(panel, 'Denials').click();
  const topic = await panel.locator('.panel-topic').last().getAttribute('data-topic');
  await worker.evaluate(
    ([key, tab]) => chrome.storage.session.set({ panel: { topic: key, tab: Number(tab) } }),
    [topic, new URL(panel.url()).searchParams.get('tab')],
  );
  const heading = panel.locator(`[data-topic="${topic}"]`).getByRole('button', { expanded: true });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  await expect(chip(panel, 'Denials')).toHaveAttribute('aria-pressed', 'false');
});

test('follows the tab in front, its navigations and pages that load their parts anew', async ({
  open,
  running,
  extension,
  site,
}) => {
  const first = await open('sample');
  await markWith(first, 'Kursk');
  const quiet = await open('nothing');
  const panel = await running.context.newPage();
  await panel.goto(`${extension}/sidepanel.html`);
  await first.bringToFront();
  await expect(panel.getByRole('banner')).toContainText('What two capitals say');
  await expect(topics(panel).first()).toBeVisible();
  await chip(panel, 'Denials').click();

  await quiet.bringToFront();
  await expect(panel.getByRole('heading', { name: 'Nothing on record here' })).toBeVisible();
  await quiet.goto(site.url('dark'));
  await expect(topics(panel).first()).toBeVisible();
  await expect(panel.getByRole('banner')).toContainText('Page date not found');
  // What was chosen holds as long as the panel is open.
  await expect(chip(panel, 'Denials')).toHaveAttribute('aria-pressed', 'true');

  await quiet.evaluate(() => {
    history.pushState(null, '', '/dark?part=2');
    document.title = 'Another part';
    const text = document.querySelector('article') ?? document.body;
    text.innerHTML =
      '<h1>Another part</h1><p>Zelensky turned down a visit by UN Secretary-General António Guterres after the summit.</p>';
  });
  await expect(panel.getByRole('banner')).toContainText('Another part');
  await chip(panel, 'Denials').click();
  await expect(topics(panel)).toHaveText([/Guterres/]);
  await panel.close();
});

test('answers every press although the worker was stopped before each', async ({
  open,
  panelFor,
  stop,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  await panel.waitForTimeout(QUIET_MS);
  await stop.now();
  await panel.reload();
  await filled(Promise.resolve(panel));
  await panel.waitForTimeout(QUIET_MS);
  await stop.now();
  await chip(panel, 'Denials').click();
  await expect(status(panel)).toHaveText(/^\d+ of \d+ records$/);
  await stop.now();
  await panel.getByRole('radio', { name: 'By date' }).check({ force: true });
  await expect(panel.locator('main [data-kind=denial]').first()).toBeVisible();
  await panel.getByRole('radio', { name: 'By topic' }).check({ force: true });
  await chip(panel, 'Denials').click();
  await stop.now();
  const at = await page.evaluate(() => scrollY);
  await panel.locator('.jump').last().click();
  await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(at);
  await stop.now();
  await page.goto(page.url().replace('/sample', '/nothing'));
  await expect(panel.getByRole('heading', { name: 'Nothing on record here' })).toBeVisible();
  await expect(panel.getByRole('alert')).toHaveCount(0);
});

test('shows the record although the worker is stopped while it is asked for it', async ({
  open,
  panelFor,
  stop,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  await panel.waitForTimeout(QUIET_MS);
  const stopped = await stop.nowAndOnStart();
  await panel.reload();
  await filled(Promise.resolve(panel));
  await expect.poll(stopped.stops).toBe(1);
  await expect(panel.getByRole('alert')).toHaveCount(0);
});

/** The smallest file that viewers take for a PDF of one empty page. */
const PDF: MadePage = {
  type: 'application/pdf',
  body: `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
trailer<</Root 1 0 R>>`,
};

/** An editor that draws its document, with a menu of words around it. */
const DRAWN: MadePage = {
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notes</title></head>
<body style="margin:0"><header>File Edit View Insert Format Tools Help</header>
<canvas id="page" width="1200" height="800" style="display:block;width:100%"></canvas>
<div style="position:fixed;inset:40px 0 0"></div>
<script>const c=document.getElementById('page').getContext('2d');c.font='20px serif';
for(let i=0;i<30;i++)c.fillText('North Korean troops had been seen in the Kursk region.',40,40+i*24);</script></body></html>`,
};

/** A moving picture behind text. */
const BACKDROP: MadePage = {
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Beans</title><meta property="og:type" content="article"></head>
<body style="margin:0"><canvas style="position:fixed;inset:0;width:100%;height:100%;z-index:-1"></canvas>
<article style="padding:10px 40px">${'<p>The beans are in, the peas are up, and a robin watches from the fence, as it did in the years before.</p>'.repeat(80)}</article></body></html>`,
};

for (const [made, words] of [
  [PDF, 'It is a PDF'],
  [DRAWN, 'It draws its text as a picture'],
  [BACKDROP, 'topics in your packs appears on this page'],
] as const) {
  test(`says why a page cannot be read, in the panel and in the popup: ${words}`, async ({
    site,
    running,
    panelFor,
    popupFor,
  }) => {
    const page = await running.context.newPage();
    await page.goto(site.make(made));
    for (const surface of [await panelFor(page), await popupFor(page)]) {
      // A driver's new tab lies over the page, which is not laid out meanwhile.
      await page.bringToFront();
      await expect(surface.locator('.empty')).toContainText(words);
    }
    await page.close();
  });
}

test('says why a page cannot be read: a page of the browser or of an extension, one that is switched off, one that is no article', async ({
  open,
  running,
  extension,
  panelFor,
  popupFor,
  site,
}) => {
  const own = await running.context.newPage();
  await own.goto(`${extension}/library.html`);
  await expect((await panelFor(own)).locator('.empty')).toContainText('their own pages');
  await own.close();

  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  const popup = await popupFor(page);
  await popup.getByRole('switch').click();
  await expect(panel.getByRole('heading', { name: 'Off for this site' })).toBeVisible();
  await panel.getByRole('button', { name: 'Turn on for this site' }).click();
  await expect(topics(panel).first()).toBeVisible();

  const list = await running.context.newPage();
  await list.goto(
    site.make({
      body: '<!doctype html><title>A list</title><ul><li>North Korean troops in the Kursk region</li></ul>',
    }),
  );
  const other = await panelFor(list);
  await expect(other.getByRole('heading', { name: 'Not read' })).toBeVisible();
  await other.getByRole('button', { name: 'Read this page' }).click();
  await expect(topics(other).first()).toBeVisible();
  await list.close();
});

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

test('prints the whole record: everything open, addresses written out, nothing to press', async ({
  open,
  panelFor,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  const claimed = Number(/\d+/.exec((await chip(panel, 'Claims').textContent()) ?? '')?.[0]);
  expect(claimed).toBeGreaterThan(10);
  await panel.emulateMedia({ media: 'print' });
  await panel.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const paper = panel.locator('.printed');
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText(
    'What two capitals say about soldiers far from home',
  );
  const claims = new Set(
    await paper
      .locator('[data-kind=claim]')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.key)),
  );
  expect(claims.size).toBe(claimed);
  await expect(paper.locator('button:visible')).toHaveCount(0);
  await expect(panel.locator('body > :not(.printed):visible')).toHaveCount(0);
  const written = await paper
    .locator('a.source-name')
    .first()
    .evaluate((link) => [getComputedStyle(link, '::after').content, link.getAttribute('href')]);
  expect(written[0]).toContain(written[1]);
  await panel.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(paper).toHaveCount(0);
});

test('saves the record as files that are named after the page, without asking for anything', async ({
  open,
  panelFor,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  await chip(panel, 'Denials').click();
  await panel.getByRole('button', { name: 'Export' }).click();
  const forms = panel.getByRole('group', { name: 'Export' });
  const saved = async (name: string) => {
    const [file] = await Promise.all([
      panel.waitForEvent('download'),
      forms.getByRole('button', { name }).click(),
    ]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  const title = 'What two capitals say about soldiers far from home';
  const markdown = await saved('Markdown');
  expect(markdown.name).toBe(`${title}.md`);
  expect(markdown.text).toMatch(new RegExp(`^# ${title}\n`));
  expect(markdown.text).toContain('· Denial ·');
  expect(markdown.text).not.toContain('· Claim ·');
  const csv = await saved('CSV');
  expect(csv.name).toBe(`${title}.csv`);
  expect(csv.text.startsWith('\uFEFFtopic,kind,')).toBe(true);
  const json = await saved('JSON');
  expect(json.name).toBe(`${title}.json`);
  const file = JSON.parse(json.text);
  expect(file.format).toBe('on-record/page-record');
  expect(file.records.length).toBe(file.filtered.shown);
  expect(file.filtered.total).toBeGreaterThan(file.filtered.shown);
  // Escape closes what was opened, with the focus on what had opened it.
  await forms.getByRole('button', { name: 'CSV' }).press('Escape');
  await expect(panel.getByRole('button', { name: 'Export' })).toBeFocused();
  await expect(forms).toHaveCount(0);
});
