/** From a stopped worker to an answer, for one number of aliases. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { TextBlock } from '../../../data/messages';
import { serve } from '../../../scripts/lib/server';
import type { Corpus } from '../mentions/corpus';
import { type OpenPage, openBrowser, type WakeBrowser } from './browser';
import { makePack, makePages } from './packs';
import type { Installed } from './page/main';
import { type Spread, spread } from './spread';

/**
 * What is asked, each time of a stopped worker. What one takes more than the one before is the price of the
 * step between them; all are in milliseconds, from the page's question to its answer.
 */
export const QUESTIONS = {
  /** No question of ours, and so no answer: the worker starts, and its script is evaluated. */
  started: '{}',
  /** The least that is answered: the messages of the interface. No index, no records. */
  trivial: "{ type: 'locale.strings', ask: null }",
  /** The store is read. */
  store: "{ type: 'topics.view', ask: { topics: [] } }",
  /** The index is read, checked and opened; no text is looked at. */
  index: "{ type: 'mentions.find', ask: { blocks: [] } }",
  /** All that a page waits for: its first marks. */
  firstSpans: "{ type: 'mentions.find', ask: { blocks } }",
} as const;

export type Question = keyof typeof QUESTIONS;

export interface Waking extends Installed {
  /** No page of the extension is open, as when somebody reads: its process is gone and starts anew. */
  readonly alone: Readonly<Record<Question, Spread>>;
  /** Its side panel is open, say, and so its process there. */
  readonly besideOwnPage: Readonly<Record<'trivial' | 'firstSpans', Spread>>;
  /** The worker is awake, and the page another than the last. */
  readonly awake: Spread;
}

interface Answered {
  readonly ms: number;
  readonly answer: { ok: boolean; value: { mentions: readonly unknown[] } } | null;
}

/** An article too short for the reader to take for one: it asks nothing by itself. */
const PAGE = '<!doctype html><title>Wake</title><p>Nothing is read here.';

const PACK = 'wake-pack.json';

async function ask(page: OpenPage, question: Question, blocks: readonly TextBlock[]) {
  await page.run(`globalThis.blocks = ${JSON.stringify(blocks)}; 0`);
  return page.run<Answered>(`(async () => {
    const start = performance.now();
    const answer = await chrome.runtime.sendMessage(${QUESTIONS[question]});
    return { ms: performance.now() - start, answer };
  })()`);
}

/** Stops the worker, asks, and makes sure that it was the question that woke it. */
async function askStopped(
  browser: WakeBrowser,
  page: OpenPage,
  question: Question,
  blocks: readonly TextBlock[],
): Promise<Answered> {
  await browser.stop();
  const starts = browser.starts();
  const answered = await ask(page, question, blocks);
  if (browser.starts() !== starts + 1)
    throw new Error('the worker was not started by the question');
  if (question !== 'started' && !answered.answer?.ok) throw new Error(`no answer to ${question}`);
  return answered;
}

/** Each question of a stopped worker in turn, round by round; the first round does not count. */
async function takeTurns<Q extends Question>(
  browser: WakeBrowser,
  page: OpenPage,
  questions: readonly Q[],
  pages: readonly (readonly TextBlock[])[],
  rounds: number,
): Promise<{ times: Record<Q, number[]>; awake: number[] }> {
  const times = Object.fromEntries(
    questions.map((question) => [question, []]),
  ) as unknown as Record<Q, number[]>;
  const awake: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const blocks = pages[round % pages.length] ?? [];
    for (const question of questions) {
      const cold = await askStopped(browser, page, question, blocks);
      if (round > 0) times[question].push(cold.ms);
      if (question !== 'firstSpans') continue;
      const again = await ask(page, question, blocks);
      if (!isDeepStrictEqual(again.answer, cold.answer)) {
        throw new Error('a worker that has just woken answers otherwise than one that is awake');
      }
      const other = await ask(page, question, pages[(round + 1) % pages.length] ?? []);
      if (round > 0) awake.push(other.ms);
    }
  }
  return { times, awake };
}

/**
 * @param extension what `buildForWaking` built
 * @param rounds of turns that count
 */
export async function measureWaking(
  executable: string,
  extension: string,
  aliases: number,
  corpus: Corpus,
  rounds: number,
): Promise<Waking> {
  await writeFile(join(extension, PACK), JSON.stringify(makePack(aliases, corpus)));
  const server = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(PAGE);
  });
  const browser = await openBrowser(executable, extension);
  try {
    // The welcome page comes in front, and in a tab behind it timers fire once a second.
    await browser.untilOwnPage();
    await browser.closeOwnPages();
    const own = await browser.open(`${browser.origin}/wake.html`);
    const installed = await own.run<Installed>(`install('${PACK}')`);
    await browser.closeOwnPages();
    const pages = makePages(corpus);
    const page = await browser.open(server.origin);
    const questions = Object.keys(QUESTIONS) as Question[];
    const alone = await takeTurns(browser, page, questions, pages, rounds);
    // A page without a script: it wakes nobody.
    await browser.open(`${browser.origin}/manifest.json`);
    const beside = await takeTurns(
      browser,
      await browser.open(server.origin),
      ['trivial', 'firstSpans'] as const,
      pages,
      rounds,
    );
    const spreads = <Q extends string>(times: Readonly<Record<Q, readonly number[]>>) =>
      Object.fromEntries(
        Object.entries<readonly number[]>(times).map(([name, values]) => [name, spread(values)]),
      ) as Record<Q, Spread>;
    return {
      ...installed,
      alone: spreads(alone.times),
      besideOwnPage: spreads(beside.times),
      awake: spread(alone.awake),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}
