/** A Chromium with an extension in it, whose worker is stopped for real and woken as pages wake it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Devtools, startDebugged } from './devtools';

export interface WakeBrowser {
  /** `chrome-extension://…` of the extension. */
  readonly origin: string;
  /** Opens an address in a tab in front. */
  open(url: string): Promise<OpenPage>;
  /** Waits until the extension has opened a page of its own. */
  untilOwnPage(): Promise<void>;
  /** Closes the extension's own pages, so that its process ends with its worker. */
  closeOwnPages(): Promise<void>;
  /** Stops the worker and waits until the browser has put away what it kept for it. */
  stop(): Promise<void>;
  /** How often the worker was started since the browser was. */
  starts(): number;
  close(): Promise<void>;
}

export interface OpenPage {
  /**
   * Runs JavaScript in the extension's world: of its own page the page's, of another that of its script there.
   * @param expression a promise is waited for
   * @throws {Error} what it throws
   */
  run<T>(expression: string): Promise<T>;
}

/** Nobody browses here: no calling home, no first-run pages. */
const SWITCHES = [
  '--headless=new',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
];

/**
 * The browser closes the files of a database two seconds after its last user went, and a worker stops
 * after 30 seconds without work: whoever waits less measures a database that is still open.
 */
const REST_MS = 2500;
const PATIENCE_MS = 30_000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until<T>(what: string, get: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const got = await get();
    if (got) return got;
    await sleep(10);
  }
  throw new Error(`${what}: not within ${PATIENCE_MS / 1000} s`);
}

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

interface WorkerVersions {
  readonly versions: readonly { readonly scriptURL: string; readonly runningStatus: string }[];
}

interface WorldCreated {
  readonly context: { readonly id: number; readonly origin: string };
}

interface Evaluated {
  readonly result: { readonly value: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { description: string };
  };
}

/** In a profile of its own that is deleted again. */
export async function openBrowser(executable: string, extension: string): Promise<WakeBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'on-record-wake-'));
  const browser = startDebugged(executable, [
    ...SWITCHES,
    // Chromium's sandbox refuses to start as root, as in containers.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    'about:blank',
  ]);
  const close = async () => {
    await browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return { ...(await drive(browser)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function drive(browser: Devtools): Promise<Omit<WakeBrowser, 'close'>> {
  const targets = async (type: string) => {
    const { targetInfos } = await browser.send<{ targetInfos: Target[] }>('Target.getTargets');
    return targetInfos.filter((target) => target.type === type);
  };
  const ownPages = async () =>
    (await targets('page')).filter(({ url }) => url.startsWith(`${origin}/`));
  const attach = async (targetId: string) => {
    const options = { targetId, flatten: true };
    const { sessionId } = await browser.send<{ sessionId: string }>(
      'Target.attachToTarget',
      options,
    );
    return browser.session(sessionId);
  };

  const worker = await until('the worker', async () => (await targets('service_worker'))[0]);
  const origin = worker.url.replace(/\/[^/]*$/, '');
  const tab = await until('a tab', async () =>
    (await targets('page')).find(({ url }) => url === 'about:blank'),
  );
  const watcher = await attach(tab.targetId);
  let status = '';
  let starts = 0;
  watcher.on('ServiceWorker.workerVersionUpdated', ({ versions }: WorkerVersions) => {
    for (const { scriptURL, runningStatus } of versions) {
      if (!scriptURL.startsWith(`${origin}/`)) continue;
      if (runningStatus === 'starting' && status !== 'starting') starts++;
      status = runningStatus;
    }
  });
  await watcher.send('ServiceWorker.enable');
  await until('the state of the worker', () => status);

  return {
    origin,
    async open(url) {
      const { targetId } = await browser.send<{ targetId: string }>('Target.createTarget', {
        url: 'about:blank',
      });
      const line = await attach(targetId);
      let world: number | undefined;
      line.on('Runtime.executionContextCreated', ({ context }: WorldCreated) => {
        if (context.origin === origin) world = context.id;
      });
      await line.send('Runtime.enable');
      await line.send('Page.enable');
      // In a tab behind another, timers fire once a second.
      await line.send('Page.bringToFront');
      await line.send('Page.navigate', { url });
      await until(`a world of the extension in ${url}`, () => world);
      const run = async <T>(expression: string) => {
        const { result, exceptionDetails } = await line.send<Evaluated>('Runtime.evaluate', {
          expression,
          contextId: world,
          awaitPromise: true,
          returnByValue: true,
        });
        if (!exceptionDetails) return result.value as T;
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      };
      await until(`${url} to load`, () => run<boolean>(`document.readyState === 'complete'`));
      return { run };
    },
    async untilOwnPage() {
      await until('a page of the extension', async () => (await ownPages()).length > 0);
    },
    async closeOwnPages() {
      for (const { targetId } of await ownPages()) {
        await browser.send('Target.closeTarget', { targetId });
      }
    },
    async stop() {
      const isStopped = async () =>
        status === 'stopped' && (await targets('service_worker')).length === 0;
      await until('the worker to stay stopped', async () => {
        // What it was asked and had not answered starts it again.
        if (!(await isStopped())) await watcher.send('ServiceWorker.stopAllWorkers');
        await sleep(REST_MS);
        return isStopped();
      });
    },
    starts: () => starts,
  };
}
