/** Pages that are huge, restless or hostile: read all the same, left as they were, and nothing complains in them. */
import * as pages from '../hostile-pages';
import type { MadePage } from '../site';
import { cardOn, expect, hover, painted, test as withBrowser } from './fixtures';
import {
  expectReadAndLeftAlone,
  isAsParsed,
  markIn,
  openAndClose,
  type Visit,
  visit,
} from './visit';

const test = withBrowser.extend<{ go: (page: MadePage) => Promise<Visit> }>({
  go: async ({ running, site }, use) => {
    const opened: Visit[] = [];
    await use(async (page) => {
      const visited = await visit(running.context, site.make(page));
      opened.push(visited);
      return visited;
    });
    await Promise.all(opened.map((visited) => visited.close()));
  },
});

/** What the scripts of the made pages keep in their `window`. */
interface PageGlobals {
  storm: { mutations: number; frames: number; over: boolean };
  startStorm(): void;
  tally: { looks: number; deletions: number };
  startDeleting(): void;
  over: boolean;
  fakes: number;
  startFaking(): void;
  cards: number;
  guarding: boolean;
  thrownOut: number;
  spied: string[];
  steps: number;
  startWalking(): void;
}
declare const window: PageGlobals;

test.describe('huge', () => {
  test('5 MB of text in one node', async ({ go }) => {
    const visited = await go(pages.ONE_LONG_NODE);
    await markIn(visited, 'Treaty');
    await expectReadAndLeftAlone(visited);
  });

  test('100,000 nodes', async ({ go }) => {
    await expectReadAndLeftAlone(await go(pages.MANY_NODES));
  });

  test('1,000 elements inside one another', async ({ go }) => {
    await expectReadAndLeftAlone(await go(pages.nested(1_000, true)));
  });

  test('30,000 elements inside one another, not displayed', async ({ go }) => {
    await expectReadAndLeftAlone(await go(pages.nested(30_000, false)));
  });
});

test.describe('restless', () => {
  test('10,000 changes a second for ten seconds: the page goes on, the reader asks seldom, and what came last is marked', async ({
    go,
    worker,
  }) => {
    const visited = await go(pages.STORMY);
    const { page, complaints } = visited;
    await markIn(visited, 'Kursk');
    await worker.evaluate(() => {
      const counting = globalThis as unknown as { asked: number };
      counting.asked = 0;
      chrome.runtime.onMessage.addListener(({ type }) => {
        if (type === 'mentions.find') counting.asked++;
      });
    });
    await page.evaluate(() => window.startStorm());
    await expect.poll(() => page.evaluate(() => window.storm.over), { timeout: 40_000 }).toBe(true);
    await markIn(visited, 'Treaty');
    const { mutations, frames } = await page.evaluate(() => window.storm);
    const asked = await worker.evaluate(() => (globalThis as unknown as { asked: number }).asked);
    expect(mutations).toBe(pages.STORM.mutations);
    // Each burst is a task of the page; were the reader at work after each, it would ask as often.
    const bursts = mutations / pages.STORM.each;
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(bursts / 2);
    expect(frames).toBeGreaterThan(bursts / 20);
    await openAndClose(visited, await markIn(visited, 'Treaty'));
    expect(complaints).toEqual([]);
  });

  test('goes through a hundred addresses', async ({ go }) => {
    const visited = await go(pages.CHANGES_ADDRESS);
    await markIn(visited, 'Kursk');
    await visited.page.evaluate(() => window.startWalking());
    await expect.poll(() => visited.page.evaluate(() => window.steps)).toBe(100);
    await expectReadAndLeftAlone(visited);
  });

  test('writes another document in its place', async ({ go }) => {
    const visited = await go(pages.QUIET);
    await markIn(visited, 'Kursk');
    await visited.page.evaluate((body) => {
      document.open();
      document.write(body);
      document.close();
    }, pages.STORMY.body);
    await openAndClose(visited, await markIn(visited, 'Kursk'));
    expect(visited.complaints).toEqual([]);
  });

  test('writes another document while a card is open', async ({ go }) => {
    const visited = await go(pages.QUIET);
    await hover(visited.page, await markIn(visited, 'Kursk'));
    await expect(cardOn(visited.page)).toBeVisible();
    await visited.page.evaluate((body) => {
      document.open();
      document.write(body);
      document.close();
    }, pages.STORMY.body);
    await expect(visited.page.locator('on-record-card')).toHaveCount(0);
    await openAndClose(visited, await markIn(visited, 'Kursk'));
    expect(visited.complaints).toEqual([]);
  });
});

test.describe('hostile', () => {
  test('deletes the highlights in a loop: they come back, and there is no fight over them', async ({
    go,
  }) => {
    const visited = await go(pages.DELETES_HIGHLIGHTS);
    const { page } = visited;
    const mark = await markIn(visited, 'Kursk');
    await page.evaluate(() => window.startDeleting());
    const tally = () => page.evaluate(() => window.tally);
    let x = mark.x;
    await expect
      .poll(async () => {
        await page.mouse.move(++x, mark.y + 60);
        return (await tally()).deletions;
      })
      .toBeGreaterThanOrEqual(3);
    const { looks, deletions } = await tally();
    expect(deletions).toBeLessThan(looks / 20);
    await page.evaluate(() => Object.assign(window, { over: true }));
    await expect
      .poll(async () => {
        await page.mouse.move(++x, mark.y + 60);
        return visited.look(painted);
      })
      .not.toEqual([]);
    await expectReadAndLeftAlone(visited);
  });

  test('makes up events: no card opens, until a hand comes', async ({ go }) => {
    const visited = await go(pages.FAKES_EVENTS);
    const { page } = visited;
    const mark = await markIn(visited, 'Kursk');
    await page.evaluate(() => window.startFaking());
    // A hand that rests for half a second opens a card; these have rested and clicked for longer.
    await expect.poll(() => page.evaluate(() => window.fakes)).toBeGreaterThan(1000);
    expect(await page.evaluate(() => window.cards)).toBe(0);
    await hover(page, mark);
    await expect(cardOn(page)).toBeVisible();
    expect(await page.evaluate(() => window.cards)).toBe(1);
    expect(visited.complaints).toEqual([]);
  });

  test('throws the card out: nothing breaks, and the next hover opens it again', async ({ go }) => {
    const visited = await go(pages.THROWS_OUT);
    const { page } = visited;
    const mark = await markIn(visited, 'Kursk');
    await hover(page, mark);
    await expect.poll(() => page.evaluate(() => window.thrownOut)).toBeGreaterThan(0);
    await page.mouse.move(5, 5, { steps: 4 });
    expect(await page.evaluate(() => window.thrownOut)).toBeLessThan(3);
    await page.evaluate(() => Object.assign(window, { guarding: false }));
    await openAndClose(visited, mark);
    expect(await isAsParsed(visited)).toBe(true);
    expect(visited.complaints).toEqual([]);
  });

  test('throws the card out from under the pointer: a click opens it again', async ({ go }) => {
    const visited = await go(pages.THROWS_OUT);
    const { page } = visited;
    await page.evaluate(() => Object.assign(window, { guarding: false }));
    const mark = await markIn(visited, 'Kursk');
    await hover(page, mark);
    await expect(cardOn(page)).toBeVisible();
    await page.evaluate(() => document.querySelector('on-record-card')?.remove());
    await page.mouse.click(mark.x, mark.y);
    await expect(cardOn(page)).toBeVisible();
    expect(visited.complaints).toEqual([]);
  });

  test('covers everything and hides the card by its name', async ({ go }) => {
    const visited = await go(pages.COVERS);
    const { page } = visited;
    const mark = await markIn(visited, 'Kursk');
    await hover(page, mark);
    const card = cardOn(page);
    await expect(card).toBeVisible();
    const box = await card.boundingBox();
    if (!box) throw new Error('the card has no box');
    const middle = [box.x + box.width / 2, box.y + 20] as const;
    expect(
      await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.localName, middle),
    ).toBe('on-record-card');
    const seen = await page.evaluate(() => {
      const { opacity, pointerEvents } = getComputedStyle(
        document.querySelector('on-record-card') ?? document.body,
      );
      return { opacity, pointerEvents };
    });
    expect(seen).toEqual({ opacity: '1', pointerEvents: 'auto' });
    await page.keyboard.press('Escape');
    await expect(page.locator('on-record-card')).toHaveCount(0);
    expect(await isAsParsed(visited)).toBe(true);
    expect(visited.complaints).toEqual([]);
  });

  test('undoes every style of every element, importantly', async ({ go }) => {
    const visited = await go(pages.UNSET);
    await hover(visited.page, await markIn(visited, 'Kursk'));
    const box = await cardOn(visited.page).boundingBox();
    expect(box?.width).toBeGreaterThan(300);
    expect(box?.width).toBeLessThanOrEqual(420);
    await visited.page.keyboard.press('Escape');
    await expect(visited.page.locator('on-record-card')).toHaveCount(0);
    await expectReadAndLeftAlone(visited);
  });

  test('breaks in its own world whatever a script may call', async ({ go }) => {
    const visited = await go(pages.REDEFINES);
    await expectReadAndLeftAlone(visited);
    // The driver's own helpers are broken there, too.
    const { result } = await visited.session.send('Runtime.evaluate', {
      expression: 'spied.join()',
    });
    expect(result.value).toBe('');
  });

  test('has elements named like the properties of documents and nodes', async ({ go }) => {
    const visited = await go(pages.NAMED_LIKE_THE_DOM);
    await expectReadAndLeftAlone(visited);
  });

  test('allows no style and no script, and trusts no type', async ({ running, site }) => {
    const visited = await visit(running.context, site.url('strict'));
    await expectReadAndLeftAlone(visited);
    await visited.close();
  });
});

test.describe('of another kind', () => {
  test('XHTML', async ({ go }) => {
    await expectReadAndLeftAlone(await go(pages.XHTML));
  });

  for (const [kind, page] of [
    ['SVG, which is drawn', pages.SVG],
    ['plain text, which is as typed', pages.PLAIN_TEXT],
  ] as const) {
    test(`${kind}, is not read, not even when asked to`, async ({ go, ask }) => {
      const visited = await go(page);
      await expect.poll(() => ask(visited.page, 'page.state', null)).not.toBe(null);
      await ask(visited.page, 'page.read', null);
      // The pages are read in turn: once a page opened later is marked, this one has had its answer.
      await markIn(await go(pages.QUIET), 'Kursk');
      expect(await visited.look(painted)).toEqual([]);
      expect(await isAsParsed(visited)).toBe(true);
      expect(visited.complaints).toEqual([]);
    });
  }

  test('a frameset', async ({ go, site }) => {
    const visited = await go(pages.framesetOf(site.url('dark')));
    await expect.poll(() => visited.page.frames().length).toBe(3);
    expect(await isAsParsed(visited)).toBe(true);
    expect(visited.complaints).toEqual([]);
  });

  test('frames in sandboxes', async ({ go }) => {
    await expectReadAndLeftAlone(await go(pages.SANDBOXED_FRAMES));
  });
});

test('a complaint of the reader’s own world would be seen', async ({ go, worker }) => {
  const visited = await go(pages.QUIET);
  await worker.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      func: () => {
        setTimeout(() => {
          throw new Error('thrown by a task');
        });
        void Promise.reject(new Error('thrown by a promise'));
        console.warn('said in passing');
      },
    });
  }, visited.page.url());
  await expect.poll(() => visited.complaints.join()).toContain('thrown by a task');
  await expect.poll(() => visited.complaints.join()).toContain('thrown by a promise');
  expect(visited.complaints.join()).toContain('said in passing');
});
