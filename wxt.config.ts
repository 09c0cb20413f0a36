import { readFile } from 'node:fs/promises';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { bundledPackAssets } from './data/pack/bundle';
import { WEIGHTS } from './data/settings';
import { EVERY_HOST, originsOf } from './data/site';
import { markSheet } from './entrypoints/marks/contract';
import { weighed } from './entrypoints/marks/weights';
import { citationCore } from './scripts/lib/citation-core';

/**
 * Hosts that a reader may allow, one site at a time or all. In `browser-test` mode (tests and
 * `npm start`) they are granted in the manifest, since a permission prompt cannot be answered headless.
 */
const HOSTS = originsOf(EVERY_HOST);

/** Where packs may come from: any host by https; this machine by http too, for authors who preview their own. */
const PUBLISHERS = 'https: http://localhost:* http://127.0.0.1:*';

/** Readability's estimate is a CommonJS file: glue for that would be a fifth of what it adds to every page. */
const readabilityAsModule = {
  name: 'readability-as-module',
  transform(code: string, id: string) {
    if (!/Readability-readerable\.js$/.test(id)) return null;
    const [body, exported] = code.split('if (typeof module === "object")');
    if (!exported) throw new Error(`${id} no longer ends as it did; see wxt.config.ts`);
    return { code: `${body}export default isProbablyReaderable;`, map: null };
  },
};

/**
 * The style sheet of the marks as a file of the build. Rules on every element would have Chromium work out each
 * highlight for each; on the root they are inherited by all (Chromium 134 and later), which Firefox 153 does not do.
 */
async function marksFor(browser: string, weight: (typeof WEIGHTS)[number]): Promise<string> {
  const css = weighed(
    await readFile(new URL('entrypoints/marks/marks.css', import.meta.url), 'utf8'),
    weight,
  );
  const bare = css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .trim();
  return browser === 'chrome' ? bare.replaceAll('::highlight', ':root::highlight') : bare;
}

export default defineConfig({
  // Several builds at once (tests, benches) need folders of their own.
  outDir: process.env.OUT_DIR ?? '.output',
  // chrome-mv3, firefox-mv3 for people; chrome-mv3-browser-test, … for tests.
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  manifestVersion: 3,
  imports: false,
  targetBrowsers: ['chrome', 'firefox'],
  vite: () => ({
    plugins: [preact(), readabilityAsModule],
    resolve: { alias: [citationCore] },
    // The style sheets are for the oldest browsers of the manifest; for older ones `light-dark()` would be
    // rewritten in a way that does not hold in a shadow root.
    build: { target: 'es2023', cssTarget: ['chrome137', 'firefox140'], sourcemap: false },
  }),
  hooks: {
    'build:publicAssets': async ({ config: { browser } }, files) => {
      // The schema is for authors' editors, the drawing for our own hands; neither is for readers.
      const forReaders = files.filter(
        ({ relativeDest }) => !/^pack\.schema\.json$|\.svg$/.test(relativeDest),
      );
      const marks = await Promise.all(
        WEIGHTS.map(async (weight) => ({
          relativeDest: markSheet({ weight }),
          contents: await marksFor(browser, weight),
        })),
      );
      // Says that every page of the site is read: WXT's wrapping of a script would cost the page more than the script.
      const always = { relativeDest: 'always.js', contents: 'globalThis.__onRecordAlways=true' };
      files.splice(
        0,
        files.length,
        ...forReaders,
        ...(await bundledPackAssets()),
        ...marks,
        always,
      );
    },
  },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'scripting',
      'storage',
      'alarms',
      'activeTab',
      'contextMenus',
      ...(browser === 'chrome' ? ['sidePanel'] : []),
    ],
    ...(mode === 'browser-test'
      ? { host_permissions: HOSTS }
      : { optional_host_permissions: HOSTS }),
    options_ui: { page: 'library.html', open_in_tab: true },
    omnibox: { keyword: 'rec' },
    // The keys of < and >: back and on. Chromium silently gives out none that it holds taken, such as Alt+Shift+N.
    commands: {
      'mention-next': {
        description: '__MSG_commandNext__',
        suggested_key: { default: 'Alt+Period' },
      },
      'mention-previous': {
        description: '__MSG_commandPrevious__',
        suggested_key: { default: 'Alt+Comma' },
      },
      // For who wants keys for them; the browser gives no extension more than four by itself.
      'card-open': { description: '__MSG_commandOpen__' },
      'card-close': { description: '__MSG_commandClose__' },
      'card-pin': { description: '__MSG_commandPin__' },
      'site-toggle': { description: '__MSG_commandToggle__' },
    },
    content_security_policy: {
      extension_pages: `script-src 'self'; object-src 'none'; connect-src 'self' blob: ${PUBLISHERS}; img-src 'self' data:`,
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'on-record@onrecord.invalid',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '137' }),
  }),
});
