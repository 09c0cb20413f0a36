/** Which function answers which request. */

import { findInBlocks } from '../../data/store/find-mentions';
import { viewPack } from '../../data/store/pack-view';
import { storeProblem } from '../../data/store/problem';
import { searchRecords } from '../../data/store/search-records';
import { viewTopics } from '../../data/store/topic-view';
import { loadCard, loadMarks } from './frame';
import { readFrames } from './frames';
import { readHover, setHover } from './hover-settings';
import { library } from './library';
import { listSites } from './list-sites';
import { localeStrings, readerLanguage, readerLocale, setLocale } from './locale';
import { takeLookup } from './lookup';
import { createMenu } from './menu';
import type { Handlers } from './router';
import { forgetSite, setPaused, setSite, siteState } from './sites';

export const handlers: Handlers = {
  // At once, not in turn: a page's first marks wait for a worker that has just woken.
  'mentions.find': async ({ blocks }) => {
    const [store, locale] = await Promise.all([library(), readerLocale()]);
    return findInBlocks(store, blocks, { locale });
  },
  'marks.load': async ({ styled }, sender) => {
    const [settings] = await Promise.all([readHover(), loadMarks(styled, sender)]);
    return settings;
  },
  'frames.read': async (_, sender) => {
    await readFrames(sender);
    return null;
  },
  'card.load': (_, sender) => loadCard(sender),
  'topics.view': async ({ topics }) => viewTopics(await library(), topics, await readerLanguage()),
  search: async ({ query, limit }) =>
    searchRecords(await library(), query, limit, await readerLanguage()),
  'site.get': ({ url }) => siteState(url),
  'site.set': (choice) => setSite(choice),
  'site.forget': ({ url }) => forgetSite(url),
  'pause.set': async ({ paused }) => {
    await setPaused(paused);
    return null;
  },
  'lookup.take': () => takeLookup(),
  'hover.get': () => readHover(),
  'hover.set': async (settings) => {
    await setHover(settings);
    return null;
  },
  'sites.list': () => listSites(),
  'packs.list': async () => {
    const { locale } = await readerLanguage();
    const rows = await (await library()).db.packs.toArray();
    return rows.map((row) => viewPack(row, locale));
  },
  'locale.strings': () => localeStrings(),
  'locale.set': async ({ locale }) => {
    const strings = await setLocale(locale);
    await createMenu();
    return strings;
  },
};

/** What went wrong, as a sentence in the reader's language. */
export async function explain(error: unknown): Promise<string> {
  const { say } = await readerLanguage();
  return say(`error.${storeProblem(error)}`);
}
