/** Starts a Chromium with the built extension in it, through Playwright. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';

export interface LaunchOptions {
  readonly executable: string;
  /** Folder of the built extension. */
  readonly extension: string;
  readonly headless: boolean;
  readonly colorScheme?: 'light' | 'dark';
  /** Set for the browser beside our own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Further switches of the browser. */
  readonly args?: readonly string[];
}

export interface RunningChromium {
  readonly context: BrowserContext;
  /** The extension's background, awake. */
  readonly worker: () => Promise<Worker>;
  readonly close: () => Promise<void>;
}

/** Keeps a browser that nobody browses with from calling home: update checks, sign-in, field trials. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
];

/** In a profile of its own that is deleted again; nothing of the person's own browser is touched. */
export async function launchChromium(options: LaunchOptions): Promise<RunningChromium> {
  const profile = await mkdtemp(join(tmpdir(), 'on-record-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.executable,
    // Playwright's own headless is the old shell, which runs no extensions.
    headless: false,
    viewport: options.headless ? { width: 1280, height: 900 } : null,
    colorScheme: options.colorScheme ?? null,
    env: { ...process.env, ...options.env } as Record<string, string>,
    args: [
      ...(options.headless ? ['--headless=new'] : []),
      // Chromium's sandbox refuses to start as root, as in containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...QUIET,
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
      ...(options.args ?? []),
    ],
  });
  const worker = async () =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await untilRegistered(await worker());
  } catch (error) {
    await close();
    throw error;
  }
  return { context, worker, close };
}

/** The reader is registered within a moment; a background that has not by then never will. */
const REGISTERED_MS = 20_000;

/** A page that opens before the reader is registered stays unread; a person is never that quick. */
async function untilRegistered(worker: Worker): Promise<void> {
  for (const end = Date.now() + REGISTERED_MS; Date.now() < end; ) {
    const ready = await worker.evaluate(async () => {
      const { origins = [] } = await chrome.permissions.getAll();
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      return origins.length === 0 || scripts.length > 0;
    });
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the extension registered no reader within ${REGISTERED_MS / 1000} s`);
}

/** `chrome-extension://ID`; the origin of such an address is "null" to `URL`. */
export const extensionOrigin = (worker: Worker): string => worker.url().replace(/\/[^/]*$/, '');

/** The browser's number for a page's tab, as the extension knows it. */
export async function tabOf(worker: Worker, page: Page): Promise<number> {
  const id = await worker.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url === url)?.id ?? null;
  }, page.url());
  if (id === null) throw new Error(`no tab shows ${page.url()}`);
  return id;
}
