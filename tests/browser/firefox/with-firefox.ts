/** A Firefox and a site, there for the tests of a file or of a `describe`. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import type { Mode } from '../../../scripts/lib/output';
import { openSite, type Site } from '../site';
import { launchFirefox, type RunningFirefox } from './firefox';

export interface WithFirefox {
  readonly firefox: RunningFirefox;
  readonly site: Site;
  /** Opens one of the site's pages in a new tab. */
  open(name: string): Promise<Page>;
}

/** Starts both before the tests and closes them after; what is given is there within a test only. */
export function withFirefox(mode: Mode = 'browser-test'): WithFirefox {
  let firefox: RunningFirefox;
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
    firefox = await launchFirefox(mode);
  });
  afterAll(async () => {
    await firefox?.browser.close();
    await site?.close();
  });
  return {
    get firefox() {
      return firefox;
    },
    get site() {
      return site;
    },
    async open(name) {
      const page = await firefox.browser.newPage();
      await page.goto(site.url(name));
      return page;
    },
  };
}
