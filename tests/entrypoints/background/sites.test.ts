import { describe, expect, it, vi } from 'vitest';
import type { SiteMode } from '../../../data/messages';
import { isOn } from '../../../data/site';
import { createFakeBrowser } from './fake-browser';

const ALL = ['http://*/*', 'https://*/*'];
const NEWS = 'https://news.example/today';

const tab = (id: number, url: string) => ({ id, url });

/** What is chosen for the news site. */
const ask = (mode: SiteMode, over: number | null = null, privately = false) => ({
  url: NEWS,
  mode,
  tab: over,
  privately,
});

/** `wxt/browser` looks for the browser once; what it found is filled anew for every test. */
const chrome = {};
vi.stubGlobal('chrome', chrome);

/** A background that starts anew in this browser. */
async function startIn(fake: ReturnType<typeof createFakeBrowser>) {
  Object.assign(chrome, fake.browser);
  vi.resetModules();
  const sites = await import('../../../entrypoints/background/sites');
  const { register } = await import('../../../entrypoints/background/registration');
  const { listSites } = await import('../../../entrypoints/background/list-sites');
  const { runCommand } = await import('../../../entrypoints/background/commands');
  return { ...fake, ...sites, register, listSites, runCommand };
}

/** A background in a browser with these permissions and tabs. */
const start = (...given: Parameters<typeof createFakeBrowser>) =>
  startIn(createFakeBrowser(...given));

describe('the reader’s registration', () => {
  it('is for the granted sites, and made once however often it is asked for', async () => {
    const { register, scripts } = await start(['https://news.example/*', 'file:///*']);
    await Promise.all([register(), register(), register()]);
    expect(scripts()).toMatchObject([
      { id: 'reader', js: ['reader.js'], matches: ['https://news.example/*'] },
    ]);
    expect(scripts()[0]?.persistAcrossSessions).toBe(true);
  });

  it('goes when nothing is granted any more', async () => {
    const { register, granted, scripts } = await start(ALL);
    await register();
    granted.clear();
    await register();
    expect(scripts()).toEqual([]);
  });

  it('runs one script on a site, whatever was chosen for it', async () => {
    const { setSite, scripts } = await start(ALL);
    await setSite(ask('always'));
    await setSite({ ...ask('never'), url: 'https://other.example/' });
    expect(scripts()).toMatchObject([
      {
        js: ['reader.js'],
        matches: ALL,
        excludeMatches: ['*://news.example/*', '*://other.example/*'],
      },
      { js: ['always.js', 'reader.js'], matches: ['*://news.example/*'] },
    ]);
  });

  it('leaves nothing to the first script where every allowed site is read whole', async () => {
    const { setSite, scripts } = await start(['https://news.example/*']);
    await setSite(ask('always'));
    expect(scripts().map(({ id }) => id)).toEqual(['reader-always']);
  });
});

describe('a choice for a site', () => {
  it('knows where no extension may read', async () => {
    const { siteState } = await start(ALL);
    for (const url of [
      'about:blank',
      'file:///a.html',
      'https://addons.mozilla.org/x',
      'nonsense',
    ]) {
      expect(await siteState(url)).toEqual({
        host: null,
        granted: false,
        mode: 'articles',
        paused: false,
      });
    }
  });

  it('never, stops the site’s readers at once and keeps the reader out of it from then on', async () => {
    const tabs = [tab(1, NEWS), tab(2, 'https://news.example/b'), tab(3, 'https://other.example/')];
    const { setSite, readers, scripts, granted } = await start(ALL, tabs);
    for (const { id } of tabs) readers.set(id, 'json-ld');
    expect(await setSite(ask('never', 1))).toEqual({
      host: 'news.example',
      granted: true,
      mode: 'never',
      paused: false,
    });
    expect([...readers.keys()]).toEqual([3]);
    expect(scripts()).toMatchObject([{ matches: ALL, excludeMatches: ['*://news.example/*'] }]);
    expect([...granted]).toEqual(ALL);
  });

  it('never, gives back a permission that was for this site alone', async () => {
    const { setSite, granted, scripts } = await start(['https://news.example/*'], [tab(1, NEWS)]);
    expect(await setSite(ask('never', 1))).toMatchObject({ granted: false, mode: 'never' });
    expect([...granted]).toEqual([]);
    expect(scripts()).toEqual([]);
  });

  it('articles, marks open tabs without a reload', async () => {
    const { setSite, readers, scripts } = await start(ALL, [tab(1, NEWS), tab(2, NEWS)]);
    await setSite(ask('never', 1));
    expect(isOn(await setSite(ask('articles', 1)))).toBe(true);
    expect([...readers]).toEqual([
      [1, 'json-ld'],
      [2, 'json-ld'],
    ]);
    expect(scripts()[0]?.excludeMatches).toBeUndefined();
  });

  it('always, has open tabs read anew, and articles again likewise', async () => {
    const { setSite, readers } = await start(ALL, [tab(1, NEWS)]);
    readers.set(1, 'not-article');
    await setSite(ask('always', 1));
    expect([...readers]).toEqual([[1, 'always']]);
    await setSite(ask('articles', 1));
    expect([...readers]).toEqual([[1, 'json-ld']]);
  });

  it('leaves a reader alone that runs as it should', async () => {
    const { setSite, readers } = await start(ALL, [tab(1, NEWS)]);
    readers.set(1, 'asked');
    await setSite(ask('articles', 1));
    expect([...readers]).toEqual([[1, 'asked']]);
  });

  it.each(['articles', 'always'] as const)(
    '%s, does nothing where the browser’s permission was refused',
    async (mode) => {
      const { setSite, readers, scripts, browser } = await start([], [tab(1, NEWS)]);
      expect(isOn(await setSite(ask(mode, 1)))).toBe(false);
      expect(readers.size).toBe(0);
      expect(scripts()).toEqual([]);
      expect(await browser.storage.local.get()).toEqual({});
    },
  );

  it.each([1, null])(
    'made in a private window (over tab %j), stores nothing beyond the browser’s session',
    async (over) => {
      const { setSite, siteState, browser, scripts } = await start(ALL, [tab(1, NEWS)]);
      await setSite(ask('never', over, true));
      expect(await browser.storage.local.get()).toEqual({});
      expect(isOn(await siteState(NEWS))).toBe(false);
      expect(scripts()[0]?.persistAcrossSessions).toBe(false);
      await setSite(ask('articles', 1));
      expect(scripts()[0]?.persistAcrossSessions).toBe(true);
    },
  );

  it('made in a private window holds before the stored one, and leaves it as it is', async () => {
    const { setSite, siteState, browser } = await start(ALL);
    await setSite(ask('never'));
    const stored = await browser.storage.local.get();
    await setSite(ask('always', null, true));
    expect((await siteState(NEWS)).mode).toBe('always');
    expect(await browser.storage.local.get()).toEqual(stored);
    await browser.storage.session.clear();
    expect((await siteState(NEWS)).mode).toBe('never');
  });

  it('is kept from before there were three of them', async () => {
    const fake = createFakeBrowser(ALL);
    await fake.browser.storage.local.set({ sitesOff: ['news.example', 'old.example'] });
    const { siteState, setSite, listSites, browser } = await startIn(fake);
    expect((await siteState(NEWS)).mode).toBe('never');
    await setSite(ask('always'));
    expect(await browser.storage.local.get()).toEqual({
      siteModes: { 'news.example': 'always', 'old.example': 'never' },
    });
    expect((await listSites()).map(({ host, mode }) => [host, mode])).toContainEqual([
      'old.example',
      'never',
    ]);
  });

  it('forgotten, gives the site’s permission back and stops its readers', async () => {
    const { setSite, forgetSite, listSites, readers, scripts, browser } = await start(
      ['https://news.example/*'],
      [tab(1, NEWS)],
    );
    await setSite(ask('always', 1));
    await forgetSite(NEWS);
    expect(readers.size).toBe(0);
    expect(scripts()).toEqual([]);
    expect(await listSites()).toEqual([]);
    expect(await browser.storage.local.get()).toEqual({ siteModes: {} });
  });

  it('forgotten where every site is allowed, has the site’s articles read again', async () => {
    const { setSite, forgetSite, readers } = await start(ALL, [tab(1, NEWS)]);
    await setSite(ask('never', 1));
    await forgetSite(NEWS);
    expect([...readers]).toEqual([[1, 'json-ld']]);
  });
});

describe('the pause for everything', () => {
  const tabs = [tab(1, NEWS), tab(2, 'https://other.example/'), tab(3, 'https://not.example/')];
  const origins = ['https://news.example/*', 'https://other.example/*'];

  it('stops every reader and takes the registration back, until it ends', async () => {
    const { setSite, setPaused, siteState, readers, scripts } = await start(origins, tabs);
    await setSite(ask('always', 1));
    readers.set(2, 'json-ld');
    await setPaused(true);
    expect(readers.size).toBe(0);
    expect(scripts()).toEqual([]);
    expect(isOn(await siteState(NEWS))).toBe(false);
    await setPaused(false);
    expect([...readers].sort()).toEqual([
      [1, 'always'],
      [2, 'json-ld'],
    ]);
    expect(scripts()).toHaveLength(2);
  });

  it('outlives a restart, and names no site', async () => {
    const first = await start(origins, tabs);
    await first.setPaused(true);
    expect(await first.browser.storage.local.get()).toEqual({ paused: true });
    const stored = await first.browser.storage.local.get();
    const fake = createFakeBrowser(origins, tabs);
    await fake.browser.storage.local.set(stored);
    const { register, scripts } = await startIn(fake);
    await register();
    expect(scripts()).toEqual([]);
  });

  it('holds against choices and permissions; what was chosen comes true when it ends', async () => {
    const { setSite, setPaused, onGranted, readers, scripts } = await start(ALL, tabs);
    await setPaused(true);
    await setSite(ask('always', 1));
    await onGranted(['https://other.example/*']);
    expect(readers.size).toBe(0);
    expect(scripts()).toEqual([]);
    await setPaused(false);
    expect(readers.get(1)).toBe('always');
  });
});

describe('permissions that change outside the popup', () => {
  it('granted for a site, switch it on and mark its tabs', async () => {
    const tabs = [tab(1, NEWS), tab(2, 'https://other.example/')];
    const { onGranted, setSite, siteState, granted, readers } = await start(ALL, tabs);
    await setSite(ask('never'));
    granted.add('https://news.example/*');
    await onGranted(['https://news.example/*']);
    expect(isOn(await siteState(NEWS))).toBe(true);
    expect([...readers.keys()]).toEqual([1]);
  });

  it('granted for all sites, leave off what was switched off', async () => {
    const { onGranted, setSite, siteState, granted } = await start(ALL, [tab(1, NEWS)]);
    await setSite(ask('never', 1));
    granted.clear();
    for (const origin of ALL) granted.add(origin);
    await onGranted(ALL);
    expect(isOn(await siteState(NEWS))).toBe(false);
  });

  it('revoked, stop the readers of those sites and of no other', async () => {
    const tabs = [tab(1, NEWS), tab(2, 'https://other.example/')];
    const origins = ['https://news.example/*', 'https://other.example/*'];
    const { onRevoked, granted, readers } = await start(origins, tabs);
    readers.set(1, 'json-ld').set(2, 'json-ld');
    granted.delete('https://news.example/*');
    await onRevoked();
    expect([...readers.keys()]).toEqual([2]);
  });
});

describe('choices made at the same moment', () => {
  it('are all remembered', async () => {
    const hosts = ['a.example', 'b.example', 'c.example'];
    const { setSite, listSites } = await start(ALL);
    await Promise.all(hosts.map((host) => setSite({ ...ask('never'), url: `https://${host}/` })));
    const never = (await listSites()).filter(({ mode }) => mode === 'never');
    expect(never.map(({ host }) => host)).toEqual(hosts);
  });

  it('go on after one that failed', async () => {
    const { setSite, siteState, browser } = await start(ALL);
    const failing = vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    const other = { ...ask('never'), url: 'https://a.example/' };
    await expect(setSite(other)).rejects.toThrow('full');
    failing.mockRestore();
    await setSite(ask('never'));
    expect(isOn(await siteState(NEWS))).toBe(false);
  });
});

describe('the list of sites', () => {
  it('has what was granted and what was chosen', async () => {
    const { listSites, setSite } = await start(['https://a.example/*', 'https://news.example/*']);
    await setSite(ask('never'));
    expect(await listSites()).toEqual([
      { host: 'a.example', granted: true, mode: 'articles', paused: false },
      { host: 'news.example', granted: false, mode: 'never', paused: false },
    ]);
  });
});

describe('keys', () => {
  const front = { id: 1, url: NEWS, windowId: 5, incognito: false } as never;

  it.each([
    ['mention-next', { type: 'page.step', ask: { by: 1 } }],
    ['mention-previous', { type: 'page.step', ask: { by: -1 } }],
    ['card-open', { type: 'page.act', ask: { act: 'open' } }],
    ['card-close', { type: 'page.act', ask: { act: 'close' } }],
    ['card-pin', { type: 'page.act', ask: { act: 'pin' } }],
  ])('tell the reader of the page in front: %s', async (command, message) => {
    const { runCommand, readers, told } = await start(ALL, [tab(1, NEWS)]);
    readers.set(1, 'json-ld');
    await runCommand(command, front);
    expect(told).toEqual([{ tab: 1, message }]);
  });

  it('switch the site off, and on again where the permission is still there', async () => {
    const { runCommand, readers, popup } = await start(ALL, [tab(1, NEWS)]);
    readers.set(1, 'json-ld');
    await runCommand('site-toggle', front);
    expect(readers.size).toBe(0);
    await runCommand('site-toggle', front);
    expect([...readers.keys()]).toEqual([1]);
    expect(popup.opened).toBe(0);
  });

  it('leave it to the popup to ask for a permission or to end the pause', async () => {
    const { runCommand, setPaused, popup, granted } = await start([], [tab(1, NEWS)]);
    await runCommand('site-toggle', front);
    expect(popup.opened).toBe(1);
    granted.add('https://news.example/*');
    await setPaused(true);
    await runCommand('site-toggle', front);
    expect(popup.opened).toBe(2);
  });
});
