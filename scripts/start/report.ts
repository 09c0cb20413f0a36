/** What `npm start` does without a window: lists the mentions, hovers one, saves pictures. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Answer, PageMention } from '../../data/messages';
import { type RunningChromium, tabOf } from '../lib/chromium';

/** The reader marks a page within milliseconds; a page that still has none by then has none. */
const PATIENCE_MS = 8000;
/** The list has settled when it has not grown for so long. */
const SETTLED_MS = 750;
const POLL_MS = 150;
/** The card's way in (180 ms) and a little more. */
const CARD_IN_MS = 400;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function mentionsOn(
  { worker }: RunningChromium,
  page: Page,
): Promise<readonly PageMention[]> {
  const background = await worker();
  const tab = await tabOf(background, page);
  const answer: Answer<readonly PageMention[]> | null = await background.evaluate(
    (id) => chrome.tabs.sendMessage(id, { type: 'page.mentions', ask: null }).catch(() => null),
    tab,
  );
  return answer?.ok ? answer.value : [];
}

/** Asks until the reader has read the page through. */
export async function settledMentions(
  running: RunningChromium,
  page: Page,
): Promise<readonly PageMention[]> {
  const end = Date.now() + PATIENCE_MS;
  let found: readonly PageMention[] = [];
  let since = Date.now();
  while (Date.now() < end && (found.length === 0 || Date.now() - since < SETTLED_MS)) {
    const now = await mentionsOn(running, page);
    if (now.length !== found.length) since = Date.now();
    found = now;
    await pause(POLL_MS);
  }
  return found;
}

function table(mentions: readonly PageMention[]): string {
  const rows = mentions.map(({ topic, phrase }) => [
    topic.name,
    phrase.replace(/\s+/g, ' '),
    String(topic.counts.claim),
    String(topic.counts.denial),
  ]);
  const head = ['Topic', 'Phrase', 'Claims', 'Denials'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/**
 * Where to point: the middle of the first painted phrase, one with a denial if there is any.
 * No function inside has a name: tsx marks named ones with a helper that the page does not have.
 */
async function pointOfMark(page: Page, phrase: string): Promise<{ x: number; y: number } | null> {
  return page.evaluate((wanted) => {
    const [first] = [...CSS.highlights]
      .filter(([name]) => name.startsWith('on-record-'))
      .flatMap(([name, highlight]) =>
        ([...(highlight as Iterable<unknown>)] as Range[]).map((range) => {
          const box = range.getClientRects()[0];
          const denied = name.includes('denial') ? 0 : 1;
          return { range, denied, top: box?.top ?? 0, left: box?.left ?? 0 };
        }),
      )
      .filter(({ range }) => String(range).includes(wanted))
      .sort((a, b) => a.denied - b.denied || a.top - b.top || a.left - b.left);
    const element = first?.range.startContainer.parentElement;
    if (!first || !element) return null;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = first.range.getClientRects()[0];
    return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
  }, phrase);
}

/**
 * Rests the pointer on a painted phrase until its card is open.
 * @param phrase what the phrase must hold; empty for the first one with a denial, else the first
 * @throws {Error} when no such phrase is painted or no card opens
 */
export async function hoverMark(page: Page, phrase = ''): Promise<void> {
  const point = await pointOfMark(page, phrase);
  if (!point) throw new Error('Mentions were found, but none is painted on the page.');
  // A resting pointer: moved there, then nudged, as a hand would.
  await page.mouse.move(point.x - 3, point.y);
  await page.mouse.move(point.x, point.y, { steps: 3 });
  await page.locator('on-record-card').waitFor({ state: 'attached', timeout: PATIENCE_MS });
  await pause(CARD_IN_MS);
}

/**
 * Prints a table of the page's mentions and saves `page.png` and `card.png`.
 * @param folder where the pictures go
 */
export async function report(running: RunningChromium, page: Page, folder: string): Promise<void> {
  const mentions = await settledMentions(running, page);
  if (mentions.length === 0) {
    console.log('Nothing on record here: no topic of the packs is mentioned on this page.');
    return;
  }
  console.log(`\n${table(mentions)}\n\n${mentions.length} mentions`);

  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, 'page.png') });
  console.log(join(folder, 'page.png'));
  await hoverMark(page);
  await page.screenshot({ path: join(folder, 'card.png') });
  console.log(join(folder, 'card.png'));
}
