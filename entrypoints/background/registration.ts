/**
 * The reader's registration as a content script. Chromium drops registered scripts when the extension
 * is updated, and so may Firefox; whoever starts the worker therefore makes it anew where it differs.
 */
import { type Browser, browser } from 'wxt/browser';
import { pagesOf } from '../../data/site';
import { inTurn } from './in-turn';
import { sitesOff, someOffPrivately } from './sites-off';

const ID = 'reader';

type Script = Browser.scripting.RegisteredContentScript;

async function wanted(): Promise<Script | null> {
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter((origin) => /^((\*|https?):\/\/|<all_urls>)/.test(origin)).sort();
  if (matches.length === 0) return null;
  const off = (await sitesOff()).map(pagesOf);
  return {
    id: ID,
    js: ['reader.js'],
    matches,
    ...(off.length > 0 ? { excludeMatches: off } : {}),
    runAt: 'document_idle',
    // The browser would keep a host from a private window on disk: then rather register at start-up.
    persistAcrossSessions: !(await someOffPrivately()),
  };
}

const summary = (script: Script | null | undefined) =>
  script &&
  JSON.stringify([
    [...(script.matches ?? [])].sort(),
    [...(script.excludeMatches ?? [])].sort(),
    script.persistAcrossSessions,
  ]);

async function apply(): Promise<void> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  const script = await wanted();
  if ((summary(registered) ?? null) === summary(script)) return;
  if (registered) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  if (script) await browser.scripting.registerContentScripts([script]);
}

const queue = inTurn();

/** Brings the registration in line with permissions and switches; calls follow one another. */
export function register(): Promise<void> {
  return queue(apply);
}
