import { describe, expect, it, vi } from 'vitest';
import { createFakeBrowser } from './fake-browser';

const ALL = ['http://*/*', 'https://*/*'];
const NEWS = 'https://news.example/today';

const tab = (id: number, url: string) => ({ id, url });

/** What the switch of the news site asks. */
const ask = (on: boolean, over: number | null = null, privately = false) => ({
  url: NEWS,
  on,
  tab: over,
  privately,
});

/** `wxt/browser` looks for the browser once; what it found is filled anew for every test. */
const chrome = {};
vi.stubGlobal('chrome', chrome);

/** A background that starts anew in a browser with these permissions and tabs. */
async function start(...given: Parameters<typeof createFakeBrowser>) {
  const fake = createFakeBrowser(...given);
  Object.assign(chrome, fake.browser);
  vi.resetModules();
  const sites = await import('../../../entrypoints/background/sites');
  const { register } = await import('../../../entrypoints/background/registration');
  const { listSites } = await import('../../../entrypoints/background/list-sites');
  return { ...fake, ...sites, register, listSites };
}

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
});

describe('the switch of a site', () => {
  it('knows where no extension may read', async () => {
    const { siteState } = await start(ALL);
    for (const url of [
      'about:blank',
      'file:///a.html',
      'https://addons.mozilla.org/x',
      'nonsense',
    ]) {
      expect(await siteState(url)).toEqual({ host: null, on: false, granted: false });
    }
  });

  it('off, stops the site’s readers at once and keeps the reader out of it from then on', async () => {
    const tabs = [tab(1, NEWS), tab(2, 'https://news.example/b'), tab(3, 'https://other.example/')];
    const { setSite, readers, scripts, granted } = await start(ALL, tabs);
    for (const { id } of tabs) readers.add(id);
    expect(await setSite(ask(false, 1))).toEqual({
      host: 'news.example',
      on: false,
      granted: true,
    });
    expect([...readers]).toEqual([3]);
    expect(scripts()).toMatchObject([{ matches: ALL, excludeMatches: ['*://news.example/*'] }]);
    expect([...granted]).toEqual(ALL);
  });

  it('off, gives back a permission that was for this site alone', async () => {
    const { setSite, granted, scripts } = await start(['https://news.example/*'], [tab(1, NEWS)]);
    expect(await setSite(ask(false, 1))).toEqual({
      host: 'news.example',
      on: false,
      granted: false,
    });
    expect([...granted]).toEqual([]);
    expect(scripts()).toEqual([]);
  });

  it('on, marks open tabs without a reload', async () => {
    const { setSite, readers, scripts } = await start(ALL, [tab(1, NEWS), tab(2, NEWS)]);
    await setSite(ask(false, 1));
    expect(await setSite(ask(true, 1))).toEqual({ host: 'news.example', on: true, granted: true });
    expect([...readers]).toEqual([1, 2]);
    expect(scripts()[0]?.excludeMatches).toBeUndefined();
  });

  it('on, does nothing where the browser’s permission was refused', async () => {
    const { setSite, readers, scripts } = await start([], [tab(1, NEWS)]);
    expect(await setSite(ask(true, 1))).toEqual({
      host: 'news.example',
      on: false,
      granted: false,
    });
    expect(readers.size).toBe(0);
    expect(scripts()).toEqual([]);
  });

  it.each([1, null])(
    'thrown in a private window (over tab %j), stores nothing beyond the browser’s session',
    async (over) => {
      const { setSite, siteState, browser, scripts } = await start(ALL, [tab(1, NEWS)]);
      await setSite(ask(false, over, true));
      expect(await browser.storage.local.get()).toEqual({});
      expect((await siteState(NEWS)).on).toBe(false);
      expect(scripts()[0]?.persistAcrossSessions).toBe(false);
      await setSite(ask(true, 1));
      expect(scripts()[0]?.persistAcrossSessions).toBe(true);
    },
  );
});

describe('permissions that change outside the switch', () => {
  it('granted for a site, switch it on and mark its tabs', async () => {
    const tabs = [tab(1, NEWS), tab(2, 'https://other.example/')];
    const { onGranted, setSite, siteState, granted, readers } = await start(ALL, tabs);
    await setSite(ask(false));
    granted.add('https://news.example/*');
    await onGranted(['https://news.example/*']);
    expect((await siteState(NEWS)).on).toBe(true);
    expect([...readers]).toEqual([1]);
  });

  it('granted for all sites, leave off what was switched off', async () => {
    const { onGranted, setSite, siteState, granted } = await start(ALL, [tab(1, NEWS)]);
    await setSite(ask(false, 1));
    granted.clear();
    for (const origin of ALL) granted.add(origin);
    await onGranted(ALL);
    expect((await siteState(NEWS)).on).toBe(false);
  });

  it('revoked, stop the readers of those sites and of no other', async () => {
    const tabs = [tab(1, NEWS), tab(2, 'https://other.example/')];
    const origins = ['https://news.example/*', 'https://other.example/*'];
    const { onRevoked, granted, readers } = await start(origins, tabs);
    readers.add(1).add(2);
    granted.delete('https://news.example/*');
    await onRevoked();
    expect([...readers]).toEqual([2]);
  });
});

describe('switches thrown at the same moment', () => {
  it('are all remembered', async () => {
    const hosts = ['a.example', 'b.example', 'c.example'];
    const { setSite, listSites } = await start(ALL);
    await Promise.all(hosts.map((host) => setSite({ ...ask(false), url: `https://${host}/` })));
    const off = (await listSites()).filter(({ on }) => !on);
    expect(off.map(({ host }) => host)).toEqual(hosts);
  });

  it('go on after one that failed', async () => {
    const { setSite, siteState, browser } = await start(ALL);
    const failing = vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    await expect(setSite({ ...ask(false), url: 'https://a.example/' })).rejects.toThrow('full');
    failing.mockRestore();
    await setSite(ask(false));
    expect((await siteState(NEWS)).on).toBe(false);
  });
});

describe('the list of sites', () => {
  it('has what was granted and what was switched off', async () => {
    const { listSites, setSite } = await start(['https://a.example/*', 'https://news.example/*']);
    await setSite(ask(false));
    expect(await listSites()).toEqual([
      { host: 'a.example', on: true, granted: true },
      { host: 'news.example', on: false, granted: false },
    ]);
  });
});
