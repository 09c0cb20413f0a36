/** A visit to a page that may break the tools of its own scripts: looked at from a world of its own. */
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { expect, hover, type Mark, painted } from './fixtures';

/** Its globals and prototypes are the browser's, whatever the page did to those of its own world. */
const WORLD = 'on-record-tests';

export interface Visit {
  readonly page: Page;
  readonly session: CDPSession;
  /**
   * What the console would show in red or yellow, of every world of the page: errors that nobody caught,
   * the browser's own complaints, and whatever was logged as an error or a warning.
   */
  readonly complaints: readonly string[];
  /** Runs a function that stands alone in a world that the page cannot touch. */
  look<T, A extends readonly unknown[]>(what: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  close(): Promise<void>;
}

interface VisitOptions {
  readonly prepare?: (page: Page) => Promise<unknown>;
  readonly waitUntil?: 'load' | 'domcontentloaded';
  /** What the browser itself complains of is not told, unless it names an extension. */
  readonly markupIsTheirs?: boolean;
}

/**
 * Opens an address in a tab of its own.
 * @param prepare called with the page before it goes there
 */
export async function visit(
  context: BrowserContext,
  url: string,
  { prepare, waitUntil = 'load', markupIsTheirs = false }: VisitOptions = {},
): Promise<Visit> {
  const page = await context.newPage();
  await prepare?.(page);
  const session = await context.newCDPSession(page);
  const complaints: string[] = [];
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    complaints.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
  });
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (!['error', 'warning', 'assert'].includes(type)) return;
    complaints.push(args.map(({ value, description }) => value ?? description).join(' '));
  });
  session.on('Log.entryAdded', ({ entry }) => {
    if (!['error', 'warning'].includes(entry.level) || entry.url?.endsWith('/favicon.ico')) return;
    const named = `${entry.url} ${entry.text}`.includes('chrome-extension:');
    if (!markupIsTheirs || named) complaints.push(entry.text);
  });
  await session.send('Runtime.enable');
  await session.send('Log.enable');
  await session.send('Page.enable');
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName: WORLD,
    // As the parser left it; the reader comes when the document is idle, which is later.
    source:
      "addEventListener('DOMContentLoaded', () => { globalThis.before = document.documentElement.outerHTML; })",
  });
  await page.goto(url, { waitUntil });
  const look: Visit['look'] = async (what, ...args) => {
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: WORLD,
    });
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `(${what})(...${JSON.stringify(args)})`,
      contextId: executionContextId,
      returnByValue: true,
      awaitPromise: true,
    });
    if (!exceptionDetails) return result.value;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  };
  return { page, session, complaints, look, close: () => page.close() };
}

/** Waits for a painted phrase that holds the text, and brings it into view. */
export async function markIn({ look, page }: Visit, text: string): Promise<Mark> {
  const find = async () => (await look(painted)).find((mark) => mark.text.includes(text));
  await expect.poll(find, { message: `a mark with "${text}"`, timeout: 20_000 }).toBeTruthy();
  const height = page.viewportSize()?.height ?? 0;
  for (let mark = await find(); mark; mark = await find()) {
    if (mark.y > 0 && mark.y < height) return mark;
    await look((by) => scrollBy({ top: by, behavior: 'instant' }), mark.y - height / 3);
  }
  throw new Error(`the mark "${text}" went away`);
}

/** Whether the document is written as it was when the parser was done with it. */
export const isAsParsed = ({ look }: Visit): Promise<boolean> =>
  look(
    () =>
      document.documentElement.outerHTML === (globalThis as unknown as { before: string }).before,
  );

/** Marks appear, a card opens on one and closes; the document stays as it was and nothing complains. */
export async function expectReadAndLeftAlone(visited: Visit, text = 'Kursk'): Promise<void> {
  const mark = await markIn(visited, text);
  expect(await isAsParsed(visited), 'the document with its marks').toBe(true);
  await openAndClose(visited, mark);
  expect(await isAsParsed(visited), 'the document after a card').toBe(true);
  expect(visited.complaints).toEqual([]);
}

/** How wide the open card is, in px; null once nothing of it is left. The `browser-test` build opens its root. */
export const cardWidth = ({ look }: Visit): Promise<number | null> =>
  look(() => {
    const host = Document.prototype.querySelector.call(document, 'on-record-card');
    if (!host) return null;
    const card = host.shadowRoot?.querySelector('[role=dialog]');
    return card?.checkVisibility() ? card.getBoundingClientRect().width : 0;
  });

/** Opens the card of a mark by hover, coming from elsewhere, and closes it with Escape. */
export async function openAndClose(visited: Visit, mark: Mark): Promise<void> {
  const { page } = visited;
  await page.mouse.move(2, 2);
  await hover(page, mark);
  await expect.poll(() => cardWidth(visited), { message: 'the card' }).toBeGreaterThan(300);
  await page.keyboard.press('Escape');
  await expect.poll(() => cardWidth(visited), { message: 'the card to go' }).toBe(null);
}
