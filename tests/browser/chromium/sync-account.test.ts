/**
 * Subscriptions through the account with the browser's maker. Only packs at public addresses follow a reader, so the
 * host is given a name and a certificate here; `storage.sync` is the browser's own, of a profile that is signed in nowhere.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HEAD } from '../../../data/sync/head';
import { rootFingerprint } from '../../../data/sync/root';
import { ensureChromium } from '../../../scripts/lib/browsers';
import { extensionOrigin, launchChromium } from '../../../scripts/lib/chromium';
import { Author, FOLDER } from '../../data/sync/client/host';
import { entries } from '../../data/sync/publisher';
import { pageClient } from '../sync/page-client';
import { builtExtension, expect, test } from './fixtures';

const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    return false;
  }
})();

/** The author's folder, over https, under the name that FOLDER has. */
async function openSecureHost(author: Author) {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-tls-'));
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name)) as [string, string];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      key,
      '-out',
      cert,
      '-days',
      '2',
      '-subj',
      '/CN=desk.example',
    ],
    { stdio: 'ignore' },
  );
  const asked: string[] = [];
  const server = createServer(
    { key: readFileSync(key), cert: readFileSync(cert) },
    (request, response) => {
      asked.push(request.url ?? '');
      const bytes = author.web.get(`https://desk.example${request.url}`);
      response.writeHead(bytes ? 200 : 404).end(bytes);
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true });
    },
  };
}

test('subscriptions follow the reader, and come back where all else was wiped: with the key that was trusted alone', async () => {
  test.skip(!hasOpenssl, 'openssl is not here, which makes the certificate');
  test.setTimeout(90_000);
  const author = await Author.begin(new Map());
  await author.publish(entries);
  const host = await openSecureHost(author);
  const running = await launchChromium({
    executable: ensureChromium().path,
    extension: builtExtension('browser-test'),
    headless: true,
    args: [
      `--host-resolver-rules=MAP desk.example:443 127.0.0.1:${host.port}`,
      '--ignore-certificate-errors',
    ],
  });
  try {
    const origin = extensionOrigin(await running.worker());
    const page = await running.context.newPage();
    await page.goto(`${origin}/manifest.json`);
    const asking = await running.context.newPage();
    await asking.goto(`${origin}/popup.html`);
    const client = pageClient((expression) => asking.evaluate(expression));
    const fingerprint = await rootFingerprint(author.root);
    const address = `${FOLDER}${HEAD}#ed25519=${fingerprint}`;
    const account = () => asking.evaluate('chrome.storage.sync.get(null)') as Promise<object>;

    const subscribed = await client.ask('packs.subscribe', { address, fingerprint });
    expect(subscribed).toMatchObject({ ok: true });
    // Not before the reader said so.
    expect(await account()).toEqual({});
    expect(await client.ask('account.set', { on: true })).toMatchObject({ ok: true });
    await expect
      .poll(account)
      .toMatchObject({ 'sub:varn-dam': { folder: FOLDER, key: fingerprint, gone: false } });
    await client.ask('site.set', {
      url: 'https://news.example/',
      mode: 'never',
      tab: null,
      privately: false,
    });
    await client.ask('sync.set', { everyHours: 24, saveData: true });
    await expect.poll(account).toHaveProperty('set:syncSettings');
    expect(JSON.stringify(await account())).not.toContain('news.example');

    // All that this browser has of the extension is wiped, but for what the account holds.
    const wipe = async () => {
      await asking.goto('about:blank');
      const session = await running.context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await page.evaluate(`new Promise((done, fail) => {
        const gone = indexedDB.deleteDatabase('on-record');
        gone.onsuccess = () => done();
        gone.onerror = () => fail(gone.error);
      })`);
      await asking.goto(`${origin}/popup.html`);
      await asking.evaluate(
        'Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()])',
      );
    };
    const lookNow = () => asking.evaluate('chrome.alarms.create("sync", { when: Date.now() })');
    const here = async () => {
      const answer = await client.ask('packs.list', null);
      return answer.ok && answer.value.some(({ id }) => id === 'varn-dam');
    };
    await wipe();
    expect(await here()).toBe(false);
    await lookNow();
    await expect.poll(here, { timeout: 20_000 }).toBe(true);
    expect(await client.ask('sync.get', null)).toMatchObject({ value: { everyHours: 24 } });

    // Somebody else at the same address, and the same wipe: nothing is taken.
    const thief = await Author.begin(new Map());
    await thief.publish(entries);
    for (const [name, bytes] of thief.web) author.web.set(name, bytes);
    await wipe();
    host.asked.length = 0;
    await lookNow();
    await expect.poll(() => host.asked.length, { timeout: 20_000 }).toBeGreaterThan(1);
    await asking.waitForTimeout(500);
    expect(await here()).toBe(false);

    // Taken away by the reader, it is gone for the other browsers too; switched off, the account holds nothing.
    expect(await client.ask('account.set', { on: false })).toMatchObject({ ok: true });
    expect(await account()).toEqual({});
  } finally {
    await running.close();
    await host.close();
  }
});
