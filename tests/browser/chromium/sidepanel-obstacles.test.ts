/** Why there is no record of a page, in the side panel and the popup, and the way on. */
import type { MadePage } from '../site';
import { expect, markWith, test } from './fixtures';
import { filled, topics } from './panel';

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

test('says that reading is paused, and goes on from there', async ({
  open,
  panelFor,
  popupFor,
}) => {
  const page = await open('sample');
  await markWith(page, 'Kursk');
  const panel = await filled(panelFor(page));
  const popup = await popupFor(page);
  await popup.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(panel.getByRole('heading', { name: 'Paused everywhere' })).toBeVisible();
  // A page that stays open comes back without a reload.
  await panel.getByRole('button', { name: 'Go on reading' }).click();
  await expect(topics(panel).first()).toBeVisible();
  await expect(panel.getByRole('alert')).toHaveCount(0);
});
