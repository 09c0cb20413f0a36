/** What a reader does with packs in the library and the popup: files, offers of pages, progress, what changed, the log. */
import type { Entry } from '../../../data/model';
import { HEAD } from '../../../data/sync/head';
import { rootFingerprint } from '../../../data/sync/root';
import { claim, entries, manyClaims } from '../../data/sync/publisher';
import { packFileOf } from '../sync/reader';
import { type Client, inWorld, textsOf } from '../sync/world';
import { authorClient } from './author-client';
import { lookOver } from './axe';
import { expect, test as withBrowser } from './fixtures';

const test = withBrowser.extend<{ client: Client }>({ client: authorClient });

const NEW = claim('new', 'Something new was said.');

/** Where pictures go that a person looks at; none are taken unless it is named. */
const PICTURES = process.env.PICTURES;

test('a page that offers a pack: the popup says so, and leads to the trust prompt', async ({
  client,
  running,
  site,
  popupFor,
}) => {
  await inWorld(client, async ({ host, author, shown }) => {
    const print = await rootFingerprint(author.root);
    const address = `${host.folder}${HEAD}#ed25519=${print}`;
    const url = site.make({
      body: `<!doctype html><title>Desk</title>
        <link rel="alternate" type="application/on-record-pack+json" href="${address}">
        <link rel="alternate" type="application/on-record-pack+json" href="javascript:alert(1)">
        <article><p>The desk has a pack.</p></article>`,
    });
    const page = await running.context.newPage();
    await page.goto(url);
    const popup = await popupFor(page);
    await expect(popup.getByText('This page offers a pack from 127.0.0.1')).toHaveCount(1);
    expect(host.asked).toEqual([]);
    if (PICTURES) await popup.screenshot({ path: `${PICTURES}/popup-offer.png` });
    const opened = running.context.waitForEvent('page');
    await popup.getByRole('button', { name: 'Look at it' }).click();
    const library = await opened;
    await expect(library.getByLabel('Address of the pack')).toHaveValue(address);
    expect(host.asked).toEqual([]);
    await library.getByRole('button', { name: 'Look', exact: true }).click();
    await expect(library.getByText('signed by the key that the address names')).toBeVisible();
    await library.getByRole('button', { name: 'Subscribe', exact: true }).click();
    await expect.poll(shown).toEqual(textsOf(entries));
    await library.close();
    // One that is subscribed to is not offered again.
    const again = await popupFor(page);
    await expect(again.getByRole('heading', { name: 'On Record' })).toBeVisible();
    await again.waitForTimeout(500);
    await expect(again.getByText('offers a pack')).toHaveCount(0);
    await page.close();
  });
});

test('a pack file: chosen, compared, taken; one that nobody signed is not', async ({
  client,
  running,
  extension,
}) => {
  await inWorld(client, async (world) => {
    const library = await running.context.newPage();
    await library.goto(`${extension}/library.html`);
    const choose = (name: string, buffer: Uint8Array) =>
      library
        .locator('input[type=file][accept*=tar]')
        .setInputFiles({ name, mimeType: 'application/x-tar', buffer: Buffer.from(buffer) });
    await choose('pack.yaml', new TextEncoder().encode('pack: varn-dam\n'));
    await expect(library.getByRole('alert')).toContainText('Nobody has signed that file');
    if (PICTURES) await library.screenshot({ path: `${PICTURES}/file-unsigned.png` });
    await library.getByRole('button', { name: 'Cancel' }).click();
    await choose('varn-dam.tar', packFileOf(world, null));
    await expect(library.getByText('Compare this fingerprint')).toBeVisible();
    await expect(library.getByText('This file names no address to follow.')).toBeVisible();
    expect((await lookOver(library)).faults).toEqual([]);
    if (PICTURES) await library.screenshot({ path: `${PICTURES}/file-trust.png` });
    await library.getByRole('button', { name: 'They match' }).click();
    await expect(library.getByText('The Varn dam')).toBeVisible();
    await expect(library.getByText('Came from a file', { exact: true })).toBeVisible();
    expect(world.host.asked).toEqual([]);
    expect(await world.shown()).toEqual(textsOf(entries));
    await library.close();
  });
});

test('a file that is dropped, and a link that is', async ({ client, running, extension }) => {
  await inWorld(client, async (world) => {
    const library = await running.context.newPage();
    await library.goto(`${extension}/library.html`);
    const bytes = Buffer.from(packFileOf(world, null)).toString('base64');
    const drop = (fill: string) =>
      library.evaluate(`(() => {
        const data = new DataTransfer();
        ${fill}
        const target = document.querySelector('.packs');
        for (const type of ['dragover', 'drop']) {
          target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
        }
      })()`);
    await expect(library.locator('.packs')).toBeVisible();
    await drop(`data.setData('text/uri-list', '${world.host.folder}');`);
    await expect(library.getByLabel('Address of the pack')).toHaveValue(world.host.folder);
    await library.getByRole('button', { name: 'Cancel' }).click();
    await drop(`const raw = Uint8Array.from(atob('${bytes}'), (one) => one.charCodeAt(0));
      data.items.add(new File([raw], 'varn-dam.tar'));`);
    await expect(library.getByText('Compare this fingerprint')).toBeVisible();
    await library.close();
  });
});

test('a long update tells how far it is, can be stopped, and loses nothing', async ({
  client,
  running,
  extension,
}) => {
  await inWorld(client, async (world) => {
    expect(await world.subscribe()).toBeNull();
    const head = await world.author.publish([...entries, ...manyClaims], { deltas: [] });
    expect(head.snapshot.length).toBeGreaterThan(1);
    let asked = 0;
    world.host.misbehaves.set('/s/', (response, request) => {
      if (++asked < 2) return world.host.serve(response, request);
    });
    const library = await running.context.newPage();
    await library.goto(`${extension}/library.html`);
    const row = library.locator('.library-pack', { hasText: 'The Varn dam' });
    await row.getByRole('button', { name: 'Check' }).click();
    await expect(row.getByRole('status')).toHaveText('Downloading');
    const bar = row.getByRole('progressbar', { name: 'Update of The Varn dam' });
    await expect(bar).toHaveAttribute('max', String(head.snapshot.length));
    await expect.poll(() => bar.evaluate((one: HTMLProgressElement) => one.value)).toBe(1);
    await expect(row).toContainText(/MB of .* MB/);
    expect((await lookOver(library)).faults).toEqual([]);
    if (PICTURES) await library.screenshot({ path: `${PICTURES}/progress.png` });
    await row.getByRole('button', { name: 'Cancel' }).click();
    await expect(row.getByRole('alert')).toContainText('You stopped this update.');
    expect(await world.shown()).toEqual(textsOf(entries));
    world.host.misbehaves.clear();
    world.host.asked.length = 0;
    await row.getByRole('button', { name: 'Check' }).click();
    await expect.poll(async () => (await world.pack())?.counts.claim).toBe(1602);
    expect(world.host.asked.filter((path) => path.includes('/s/'))).toHaveLength(
      head.snapshot.length - 1,
    );
    await library.close();
  });
});

test('what changed: counted beside the section, listed field by field, looked at once', async ({
  client,
  running,
  extension,
}) => {
  await inWorld(client, async (world) => {
    expect(await world.subscribe()).toBeNull();
    const withdrawn: Entry = {
      kind: 'tombstone',
      id: 'flood',
      about: ['floods'],
      withdrawn: '2024-11-02',
      reason: 'Its source took it back.',
    };
    const after = entries.map((entry): Entry => {
      if (entry.id === 'flood') return withdrawn;
      return entry.id === 'crack' && entry.kind === 'claim'
        ? { ...entry, made: '2024-10-19', text: 'A crack runs through the wall.' }
        : entry;
    });
    await world.author.publish([...after, NEW]);
    expect(await world.update()).toBeNull();
    const library = await running.context.newPage();
    await library.goto(`${extension}/library.html`);
    await expect(library.locator('a[href="#changes"] .library-count')).toHaveText('3');
    await library.getByRole('link', { name: '3 changes since you last looked' }).click();
    const main = library.locator('main');
    await expect(main).toContainText('version 1 → 2');
    await expect(main.locator('.change')).toHaveCount(3);
    await expect(main).toContainText('18 Oct 2024 → 19 Oct 2024');
    await expect(main.locator('del', { hasText: 'The cellar stood under water.' })).toBeVisible();
    await expect(main).toContainText('Its source took it back.');
    expect((await lookOver(library)).faults).toEqual([]);
    if (PICTURES) await library.screenshot({ path: `${PICTURES}/changes.png` });
    await library.getByRole('link', { name: 'Privacy' }).click();
    await expect(library.locator('.request').first()).toBeVisible();
    expect((await lookOver(library)).faults).toEqual([]);
    await expect(library.locator('a[href="#changes"] .library-count')).toHaveCount(0);
    if (PICTURES) {
      for (const section of ['packs', 'privacy']) {
        await library.goto(`${extension}/library.html#${section}`);
        await library.waitForTimeout(500);
        await library.screenshot({ path: `${PICTURES}/${section}.png`, fullPage: true });
      }
      await client.ask('locale.set', { locale: 'ar' });
      for (const section of ['packs', 'changes/varn-dam', 'privacy']) {
        await library.goto(`${extension}/library.html#${section}`);
        await library.reload();
        await library.waitForTimeout(500);
        const name = section.split('/')[0];
        await library.screenshot({ path: `${PICTURES}/${name}-ar.png`, fullPage: true });
      }
      await client.ask('locale.set', { locale: 'en' });
    }
    await library.close();
  });
});
