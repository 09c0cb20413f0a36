/**
 * Just so much of a browser as the site switch uses: WXT's fake has storage; permissions, tabs and
 * registered scripts are kept here. The real ones are tried in tests/browser.
 */
import { fakeBrowser } from 'wxt/testing/fake-browser';

interface Tab {
  readonly id: number;
  readonly url: string;
}

interface Script {
  readonly id: string;
  readonly matches: string[];
  readonly excludeMatches?: string[];
  readonly persistAcrossSessions: boolean;
}

/** Of match patterns just what the tests write: `https://host/*` and `*` for scheme or host. */
const regex = (pattern: string) =>
  new RegExp(
    `^${pattern.replaceAll('.', '\\.').replace('*://', 'https?://').replaceAll('/*', '/.*')}$`,
  );

const matchesAny = (url: string, patterns: readonly string[]) =>
  patterns.some((pattern) => regex(pattern).test(url));

/** @param origins what the browser has granted at first */
export function createFakeBrowser(origins: string[], tabs: Tab[] = []) {
  const granted = new Set(origins);
  let scripts: Script[] = [];
  /** Tabs in which a reader runs. */
  const readers = new Set<number>();
  fakeBrowser.reset();
  const visible = ({ url }: Tab) => matchesAny(url, [...granted]);
  const browser = {
    ...fakeBrowser,
    permissions: {
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((origin) => matchesAny(origin, [...granted])),
      getAll: async () => ({ origins: [...granted] }),
      remove: async ({ origins }: { origins: string[] }) => {
        for (const origin of origins) granted.delete(origin);
      },
    },
    scripting: {
      getRegisteredContentScripts: async () => scripts,
      registerContentScripts: async (added: Script[]) => {
        if (scripts.length > 0) throw new Error('Duplicate script ID');
        scripts = added;
      },
      unregisterContentScripts: async () => {
        scripts = [];
      },
      executeScript: async ({ target }: { target: { tabId: number } }) => {
        const tab = tabs.find(({ id }) => id === target.tabId);
        if (!tab || !visible(tab)) throw new Error('Cannot access contents of the page');
        readers.add(tab.id);
      },
    },
    tabs: {
      query: async ({ url }: { url?: string }) =>
        tabs
          .filter((tab) => url === undefined || (visible(tab) && matchesAny(tab.url, [url])))
          .map((tab) => (visible(tab) ? tab : { ...tab, url: undefined })),
      sendMessage: async (id: number, { type }: { type: string }) => {
        if (!readers.has(id)) throw new Error('Receiving end does not exist');
        if (type === 'page.stop') readers.delete(id);
        return { ok: true, value: null };
      },
    },
  };
  return { browser, granted, readers, scripts: () => scripts };
}
