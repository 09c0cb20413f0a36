/** Stops the background worker for real, as the browser does after 30 idle seconds. */
import type { CDPSession } from '@playwright/test';
import { expect, test as withBrowser } from './fixtures';

export interface Stopper {
  /** Stops the worker for real. */
  readonly now: () => Promise<void>;
  /** Stops it, and once more the moment it runs again. Tells how often it was stopped since. */
  readonly nowAndOnStart: () => Promise<{ readonly stops: () => number }>;
}

/** Through the debugger of a page of the extension that has no script of its own: it wakes nothing. */
async function stopperOf(session: CDPSession): Promise<Stopper> {
  let status = '';
  /** How often it was seen to stop. What was under way may start it again at once. */
  let seen = 0;
  let onRunning = () => {};
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { runningStatus } of versions) {
      if (runningStatus === 'running' && status !== 'running') onRunning();
      if (runningStatus === 'stopped' && status !== 'stopped') seen++;
      status = runningStatus;
    }
  });
  await session.send('ServiceWorker.enable');
  await expect.poll(() => status).not.toBe('');
  const now = async () => {
    if (status === 'stopped') return;
    const before = seen;
    await session.send('ServiceWorker.stopAllWorkers');
    await expect.poll(() => seen).toBeGreaterThan(before);
  };
  return {
    now,
    async nowAndOnStart() {
      await now();
      let stops = 0;
      onRunning = () => {
        onRunning = () => {};
        session.send('ServiceWorker.stopAllWorkers').then(
          () => stops++,
          () => {},
        );
      };
      return { stops: () => stops };
    },
  };
}

/** Tests that may stop the worker at any moment. */
export const test = withBrowser.extend<{ stop: Stopper }>({
  stop: async ({ running, extension }, use) => {
    const page = await running.context.newPage();
    await page.goto(`${extension}/manifest.json`);
    await use(await stopperOf(await running.context.newCDPSession(page)));
    await page.close();
  },
});
