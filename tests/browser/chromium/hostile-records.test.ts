/** Packs that mean harm: their records are shown as text, inside the card, and the card stays of use. */
import type { Pack } from '../../../data/model';
import { cardOn, expect, markWith, test } from './fixtures';
import { launchWithPack } from './with-pack';

const RELATIONS = 1000;
const LONG_WORD = 'w'.repeat(1990);
const MARKUP = '<img src=x onerror="document.title = 1"><script>document.title = 2</script>';

const said = (id: string, made: string, text: string) => ({
  id,
  about: ['dam'],
  by: ['mayor'],
  made,
  text,
  sources: [{ source: 'courier' }],
});

const PACK: Pack = {
  pack: 'harm',
  name: 'Harm',
  language: 'en',
  licence: 'CC0-1.0',
  publisher: { name: 'Harm' },
  terms: {},
  topics: [
    {
      id: 'dam',
      name: `Dam ${'n'.repeat(190)}`,
      mention: { text: 'Varnholm dam', forms: 'exact' },
    },
  ],
  actors: [{ id: 'mayor', name: `Mayor \u202e${'m'.repeat(150)}` }],
  sources: [{ id: 'courier', publisher: MARKUP, url: 'https://courier.example/' }],
  claims: [
    said('long', '2024-01-01', LONG_WORD),
    said('markup', '2024-01-02', MARKUP),
    said('turned', '2024-01-03', 'It was \u202edekcarc\u202c, he said \u2066and left.'),
    said('future', '2999-01-01', 'It will break.'),
  ],
  denials: Array.from({ length: RELATIONS }, (_, i) => ({
    ...said(
      `no-${i}`,
      `2023-${String(1 + (i % 12)).padStart(2, '0')}-01`,
      `It did not break, number ${i}.`,
    ),
    relations: { denies: ['long', `no-${(i + 1) % RELATIONS}`] },
  })),
  statements: [],
  events: [],
  tombstones: [],
};

test('hostile records are shown as they are written, and nothing of the card is pushed out of it', async ({
  site,
}) => {
  const running = await launchWithPack(PACK);
  const page = await running.context.newPage();
  await page.goto(
    site.make({
      body: `<!doctype html><meta property="og:type" content="article"><title>Calm</title>
        <p>Nobody went to the Varnholm dam on that day.</p>`,
    }),
  );
  const mark = await markWith(page, 'Varnholm dam');
  await page.mouse.click(mark.x, mark.y);
  const card = cardOn(page);
  await expect(card).toBeVisible();
  const box = await card.boundingBox();
  expect(box?.width).toBeLessThanOrEqual(380);
  expect(box?.height).toBeLessThanOrEqual(572);
  // Nothing is wider than the card, in any of its parts.
  const wide = await card.evaluate((surface) =>
    [...surface.querySelectorAll('.top, .middle, .bottom')]
      .filter((part) => part.scrollWidth > part.clientWidth)
      .map((part) => part.className),
  );
  expect(wide).toEqual([]);
  for (const name of ['Pin', 'Side panel', 'Copy citation', 'Mute']) {
    const action = await card.getByRole('button', { name, exact: true }).boundingBox();
    expect((action?.y ?? 0) + (action?.height ?? 0), name).toBeLessThanOrEqual(
      (box?.y ?? 0) + (box?.height ?? 0),
    );
  }
  expect(await card.locator('img, script, iframe').count()).toBe(0);
  expect(await page.title()).toBe('Calm');
  await page.keyboard.press('Escape');
  await expect(page.locator('on-record-card')).toHaveCount(0);
  await running.close();
});
