/**
 * Just so much of a browser as the choice of sites uses: WXT's fake has storage; permissions, tabs and
 * registered scripts are kept here. The real ones are tried in tests/browser.
 */
import { fakeBrowser } from 'wxt/testing/fake-browser';

interface Tab {
  readonly id: number;
  readonly url: string;
  readonly windowId?: number;
  readonly incognito?: boolean;
}

interface Script {
  readonly id: string;
  readonly js: string[];
  readonly matches: string[];
  readonly excludeMatches?: string[];
  readonly persistAcrossSessions: boolean;
}

interface Injection {
  readonly target: { tabId: number };
  readonly func?: (always: boolean) => void;
  readonly args?: [always: boolean];
  readonly files?: string[];
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
  /** Tabs in which a reader runs, with why it reads. */
  const readers = new Map<number, string>();
  /** What was injected last to say where the next reader will run. */
  const said = new Map<number, boolean>();
  /** Every message that a reader got. */
  const told: { readonly tab: number; readonly message: unknown }[] = [];
  /** The tabs that were opened. */
  const opened: object[] = [];
  const popup = { opens: true, opened: 0 };
  const panel = { opens: true, openedIn: [] as number[] };
  /** What the script brings out of a tab's page. */
  const about = new Map<number, unknown>();
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
        for (const { id } of added) {
          if (scripts.some((script) => script.id === id)) throw new Error('Duplicate script ID');
        }
        scripts = [...scripts, ...added].sort((a, b) => a.id.localeCompare(b.id));
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        scripts = scripts.filter(({ id }) => !ids.includes(id));
      },
      executeScript: async ({ target, args, files }: Injection) => {
        const tab = tabs.find(({ id }) => id === target.tabId);
        if (!tab || !visible(tab)) throw new Error('Cannot access contents of the page');
        if (files?.[0] === '/about.js') return [{ frameId: 0, result: about.get(tab.id) }];
        if (args) said.set(tab.id, args[0]);
        if (files) readers.set(tab.id, said.get(tab.id) ? 'always' : 'json-ld');
      },
    },
    windows: {
      getAll: async () => tabs.map(({ incognito = false }) => ({ incognito })),
    },
    sidePanel: {
      open: async ({ windowId }: { windowId: number }) => {
        if (!panel.opens) throw new Error('may only be called in response to a user gesture');
        panel.openedIn.push(windowId);
      },
    },
    tabs: {
      get: async (id: number) => {
        const tab = tabs.find((each) => each.id === id);
        if (!tab) throw new Error('No tab with id');
        return visible(tab) ? tab : { ...tab, url: undefined };
      },
      query: async ({ url }: { url?: string }) =>
        tabs
          .filter((tab) => url === undefined || (visible(tab) && matchesAny(tab.url, [url])))
          .map((tab) => (visible(tab) ? tab : { ...tab, url: undefined })),
      sendMessage: async (tab: number, message: { type: string }) => {
        const why = readers.get(tab);
        if (why === undefined) throw new Error('Receiving end does not exist');
        told.push({ tab, message });
        if (message.type === 'page.stop') readers.delete(tab);
        return { ok: true, value: message.type === 'page.state' ? { read: true, why } : null };
      },
      create: async (tab: object) => {
        opened.push(tab);
      },
    },
    action: {
      openPopup: async () => {
        if (!popup.opens) throw new Error('Could not find an active browser window.');
        popup.opened++;
      },
    },
  };
  return {
    browser,
    granted,
    readers,
    told,
    opened,
    popup,
    panel,
    about,
    scripts: () => scripts,
  };
}
