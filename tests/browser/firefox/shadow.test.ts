/** Text in shadow trees in a real Firefox: found, painted and opened like any other. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { cardText, hover, marksOn, until } from './firefox';
import { withFirefox } from './with-firefox';

const SENTENCE = 'Late in the day North Korean troops were reported in the Kursk region.';

describe('in Firefox', () => {
  const its = withFirefox();

  const withTree = async (mode: ShadowRootMode): Promise<Page> => {
    const page = await its.open('nothing');
    await page.evaluate(
      (how, words) => {
        const host = document.createElement('story-part');
        host.style.display = 'block';
        const paragraph = document.createElement('p');
        paragraph.textContent = words;
        host.attachShadow({ mode: how }).append(paragraph);
        document.querySelector('article')?.append(host);
        host.scrollIntoView();
      },
      mode,
      SENTENCE,
    );
    return page;
  };

  for (const mode of ['open', 'closed'] as const) {
    it(`marks text in ${mode} shadow trees with a line, and opens its card`, async () => {
      const page = await withTree(mode);
      const mark = await until(
        async () => (await marksOn(page)).find(({ text }) => text.includes('Kursk')),
        'the mark',
      );
      const clip = { x: mark.x - 30, y: mark.y - 14, width: 60, height: 34 };
      const painted = await page.screenshot({ clip, encoding: 'base64' });
      await hover(page, mark);
      expect(await until(() => cardText(page), 'the card')).toContain('Kursk');
      await page.keyboard.press('Escape');
      await page.mouse.move(2, 2);
      await until(async () => (await cardText(page)) === null, 'the card to go');
      await page.evaluate(() => CSS.highlights.clear());
      expect(await page.screenshot({ clip, encoding: 'base64' })).not.toBe(painted);
      await page.close();
    });
  }
});
