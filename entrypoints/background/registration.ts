/**
 * The reader's registration as content scripts: one for the sites whose articles are read, one for those of which
 * every page is. Chromium drops registered scripts when the extension is updated, and so may Firefox; whoever starts
 * the worker therefore makes them anew where they differ.
 */
import { type Browser, browser } from 'wxt/browser';
import { EVERY_HOST, hostOfOrigin, pagesOf } from '../../data/site';
import { markSheet } from '../marks/contract';
import { inTurn } from './in-turn';
import { isPaused } from './pause';
import { readAppearance } from './settings';
import { siteModes, someChosenPrivately } from './site-modes';

type Script = Browser.scripting.RegisteredContentScript;

const ARTICLES = 'reader';
const ALWAYS = 'reader-always';

async function wanted(): Promise<Script[]> {
  if (await isPaused()) return [];
  const { origins = [] } = await browser.permissions.getAll();
  const granted = origins.filter((origin) => /^((\*|https?):\/\/|<all_urls>)/.test(origin)).sort();
  const chosen = [...(await siteModes())].filter(([, mode]) => mode !== 'articles').sort();
  const hosts = new Map(chosen);
  const everywhere = granted.some((origin) => (hostOfOrigin(origin) ?? EVERY_HOST) === EVERY_HOST);
  const isGranted = (host: string) =>
    everywhere || granted.some((origin) => hostOfOrigin(origin) === host);
  const always = chosen.filter(([host, mode]) => mode === 'always' && isGranted(host));
  const matches = granted.filter((origin) => !hosts.has(hostOfOrigin(origin) ?? EVERY_HOST));
  const how = {
    css: [markSheet(await readAppearance())],
    runAt: 'document_idle' as const,
    // The browser would keep a host from a private window on disk: then rather register at start-up.
    persistAcrossSessions: !(await someChosenPrivately()),
  };
  const articles: Script = {
    id: ARTICLES,
    js: ['reader.js'],
    matches,
    ...(chosen.length > 0 ? { excludeMatches: chosen.map(([host]) => pagesOf(host)) } : {}),
    ...how,
  };
  const everyPage: Script = {
    id: ALWAYS,
    js: ['always.js', 'reader.js'],
    matches: always.map(([host]) => pagesOf(host)),
    ...how,
  };
  return [articles, everyPage].filter((script) => (script.matches?.length ?? 0) > 0);
}

const summary = (script: Script | undefined) =>
  script &&
  JSON.stringify([
    [...(script.matches ?? [])].sort(),
    [...(script.excludeMatches ?? [])].sort(),
    script.css,
    script.persistAcrossSessions,
  ]);

async function apply(): Promise<void> {
  const scripts = await wanted();
  const registered = await browser.scripting.getRegisteredContentScripts();
  for (const id of [ARTICLES, ALWAYS]) {
    const before = registered.find((script) => script.id === id);
    const script = scripts.find((each) => each.id === id);
    if (summary(before) === summary(script)) continue;
    if (before) await browser.scripting.unregisterContentScripts({ ids: [id] });
    if (script) await browser.scripting.registerContentScripts([script]);
  }
}

const queue = inTurn();

/** Brings the registration in line with permissions, choices and the pause; calls follow one another. */
export function register(): Promise<void> {
  return queue(apply);
}
