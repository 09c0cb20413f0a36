/** What it costs when text of a page changes after it was read. */
import { random } from '../mentions/random';
import type { BenchBrowser, Tab } from './browser';
import { goAndRest, rest } from './load';
import { between, scriptTimes } from './main-thread';
import { LEAN, traced } from './trace';

const SEED = 11;

/** Gives so many paragraphs, from one on, a text that they never had, of the same words. */
const CHANGE = `(from, count, round) => {
  const all = document.querySelectorAll('p');
  for (let i = 0; i < count; i++) {
    const text = all[(from + i) % all.length].firstChild;
    const words = text.data.split(' ');
    text.data = words.slice(1).join(' ') + ' ' + words[0] + round;
  }
}`;

/**
 * @param counts of paragraphs that change at once
 * @returns milliseconds of script by count, one a round; in one tab, whose page stays
 */
export async function changeTimes(
  browser: BenchBrowser,
  url: string,
  counts: readonly number[],
  rounds: number,
): Promise<Map<number, number[]>> {
  const dice = random(SEED);
  const tab = await browser.openTab();
  const times = new Map(counts.map((count) => [count, [] as number[]]));
  try {
    await tab.line.send('Performance.enable', { timeDomain: 'threadTicks' });
    await goAndRest(tab, url);
    // The first changes of a page compile what changes need.
    for (const count of counts) await change(tab, 'warm', dice.below(1000), count);
    const { events } = await traced(browser, LEAN, async () => {
      for (let round = 0; round < rounds; round++) {
        for (const count of counts) {
          await change(tab, `${count} ${round}`, dice.below(1000), count);
        }
      }
    });
    for (const [count, list] of times) {
      for (let round = 0; round < rounds; round++) {
        const own = between(events, `changed ${count} ${round}`, `rest ${count} ${round}`);
        list.push(scriptTimes(own, 0).scriptMs);
      }
    }
    return times;
  } finally {
    await tab.close();
  }
}

/** The first stamp comes when the page has made its change, before anybody could hear of it. */
async function change(tab: Tab, name: string, from: number, count: number): Promise<void> {
  const args = JSON.stringify([from, count, ` ${name.replace(' ', '-')}`]);
  await tab.run(`(${CHANGE})(...${args}); console.timeStamp('changed ${name}')`);
  await rest(tab);
  await tab.run(`console.timeStamp('rest ${name}')`);
}
