/** docs/publishing.md to its end: from `init` to a reader's updated card, with the built command line and a real browser. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import en from '../../../public/locales/en.json' with { type: 'json' };
import { bundleCli } from '../../../scripts/lib/cli-bundle';
import { serve } from '../../../scripts/lib/server';
import { cardOn, expect, hover, markWith, test } from './fixtures';

const ARTICLE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Dam</title>
  <meta property="og:type" content="article"></head><body><article><h1>Dam</h1>
  <p>Fissures in the northern dam worry the valley.</p></article></body></html>`;

/** Waits for the address that `serve` prints. */
const addressOf = (child: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });

test('leads from an empty folder to a card that shows the correction', async ({
  running,
  extension,
}) => {
  test.setTimeout(120_000);
  const folder = await mkdtemp(join(tmpdir(), 'walk-'));
  const cli = await bundleCli(join(folder, 'bin'));
  const env = { ...process.env, ON_RECORD_PASSPHRASE: 'staple cellar violet canoe' };
  const onRecord = (...args: string[]) =>
    execFileSync(process.execPath, [cli, ...args], { cwd: folder, env });
  onRecord('init', 'varn-dam');
  onRecord('keygen');
  const publish = () => onRecord('publish', 'varn-dam', 'public', '--keys', 'on-record-keys');
  publish();
  const serving = spawn(process.execPath, [cli, 'serve', '--port', '0', 'public'], {
    cwd: folder,
    env,
  });
  const site = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(ARTICLE);
  });
  try {
    const address = await addressOf(serving);
    const library = await running.context.newPage();
    await library.goto(`${extension}/library.html`);
    await library.getByRole('switch', { name: en['author.title'] }).click();
    await library.getByRole('button', { name: en['subscribe.open'] }).click();
    await library.getByLabel(en['subscribe.address']).fill(address);
    await library.getByRole('button', { name: en['subscribe.look'], exact: true }).click();
    await library.getByRole('button', { name: en['subscribe.agree'], exact: true }).click();
    const row = library.getByRole('listitem').filter({ hasText: 'The Varn dam' }).first();
    await expect(row).toContainText('Version 1');

    const page = await running.context.newPage();
    await page.goto(site.origin);
    await hover(page, await markWith(page, 'northern dam'));
    await expect(cardOn(page)).toContainText('The marks on the wall are not cracks but lime.');

    const path = join(folder, 'varn-dam/pack.yaml');
    const pack = await readFile(path, 'utf8');
    await writeFile(path, pack.replace('The marks on the wall', 'The marks on the northern wall'));
    publish();
    await row.getByRole('button', { name: en['library.sync.check'], exact: true }).click();
    await expect(row).toContainText('Version 2');
    await page.reload();
    await hover(page, await markWith(page, 'northern dam'));
    await expect(cardOn(page)).toContainText(
      'The marks on the northern wall are not cracks but lime.',
    );
    await page.close();
    await library.evaluate(
      `chrome.runtime.sendMessage({ type: 'packs.remove', ask: { pack: 'varn-dam' } })`,
    );
    await library.evaluate('chrome.storage.local.remove("authorMode")');
    await library.close();
  } finally {
    serving.kill();
    await site.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});
