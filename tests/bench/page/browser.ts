/** One Chromium with every extension under measure in it, whose workers never sleep. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Devtools, startDebugged } from '../wake/devtools';
import type { Installed } from '../wake/page/main';
import type { Variant } from './variants';

/** Nobody browses here: no calling home, no first-run pages; and nothing but loopback is there. */
const SWITCHES = [
  '--headless=new',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--window-size=1280,900',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
];

const PATIENCE_MS = 60_000;

export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function until<T>(
  what: string,
  get: () => T | Promise<T>,
  everyMs = 20,
): Promise<NonNullable<T>> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const got = await get();
    if (got) return got;
    await sleep(everyMs);
  }
  throw new Error(`${what}: not within ${PATIENCE_MS / 1000} s`);
}

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

interface Evaluated {
  readonly result: { readonly value: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { description: string };
  };
}

/** A tab of its own. */
export interface Tab {
  readonly line: Devtools;
  /** Runs JavaScript in the page's own world; a promise is waited for. */
  run<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

export interface BenchBrowser {
  readonly devtools: Devtools;
  openTab(): Promise<Tab>;
  close(): Promise<void>;
}

/** In a profile of its own that is deleted again. Packs are installed and the workers held awake. */
export async function openBrowser(
  executable: string,
  variants: readonly Variant[],
): Promise<BenchBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'on-record-page-'));
  const folders = variants.map(({ folder }) => folder).join(',');
  const devtools = startDebugged(executable, [
    ...SWITCHES,
    // Chromium's sandbox refuses to start as root, as in containers.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    `--disable-extensions-except=${folders}`,
    `--load-extension=${folders}`,
    'about:blank',
  ]);
  const close = async () => {
    await devtools.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    for (const variant of variants) if (variant.pack) await prepare(devtools, variant);
    return { devtools, openTab: () => openTab(devtools), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @returns what there is of a type: `page`, `service_worker` */
export async function targets(devtools: Devtools, type: string): Promise<Target[]> {
  const { targetInfos } = await devtools.send<{ targetInfos: Target[] }>('Target.getTargets');
  return targetInfos.filter((target) => target.type === type);
}

export async function attach(devtools: Devtools, targetId: string): Promise<Devtools> {
  const options = { targetId, flatten: true };
  const { sessionId } = await devtools.send<{ sessionId: string }>(
    'Target.attachToTarget',
    options,
  );
  return devtools.session(sessionId);
}

/** Runs JavaScript there; a promise is waited for. */
export async function evaluate<T>(
  line: Devtools,
  expression: string,
  contextId?: number,
): Promise<T> {
  const { result, exceptionDetails } = await line.send<Evaluated>('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
    ...(contextId === undefined ? {} : { contextId }),
  });
  if (!exceptionDetails) return result.value as T;
  throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}

export async function openTab(devtools: Devtools, url = 'about:blank'): Promise<Tab> {
  const { targetId } = await devtools.send<{ targetId: string }>('Target.createTarget', { url });
  const line = await attach(devtools, targetId);
  await line.send('Page.enable');
  // In a tab behind another, timers fire once a second.
  await line.send('Page.bringToFront');
  return {
    line,
    run: (expression) => evaluate(line, expression),
    async close() {
      await devtools.send('Target.closeTarget', { targetId });
    },
  };
}

/** A worker that is just starting has none yet. */
const NAME = 'globalThis.chrome?.runtime?.getManifest?.().name';

/** Finds the extension by its name, holds its worker awake by a debugger, installs its pack and has it read every page. */
async function prepare(devtools: Devtools, { name, host, pack }: Variant): Promise<void> {
  const worker = await until(
    `the worker of ${name}`,
    async () => {
      for (const { targetId, url } of await targets(devtools, 'service_worker')) {
        const line = await attach(devtools, targetId);
        const title = await evaluate<string>(line, NAME).catch(() => null);
        if (title === name) return { line, origin: url.replace(/\/[^/]*$/, '') };
        await line.send('Target.detachFromTarget').catch(() => {});
      }
      return null;
    },
    200,
  );
  // The welcome page comes in front.
  await until('its first page', async () =>
    (await targets(devtools, 'page')).some(({ url }) => url.startsWith(`${worker.origin}/`)),
  );
  const own = await openTab(devtools, `${worker.origin}/wake.html`);
  await until('its bench page', () => own.run<boolean>(`typeof install === 'function'`));
  await own.run<Installed>(`install('${pack}')`);
  await own.run(`chrome.runtime.sendMessage({ type: 'site.set',
    ask: { url: 'http://${host}/', mode: 'always', on: true, tab: null, privately: false } })`);
  await until('its reader to be registered', () =>
    own.run<boolean>(
      `chrome.scripting.getRegisteredContentScripts().then((all) => all.length > 0)`,
    ),
  );
  for (const { targetId, url } of await targets(devtools, 'page')) {
    if (url.startsWith(`${worker.origin}/`))
      await devtools.send('Target.closeTarget', { targetId });
  }
}
