/** Which function answers which request. */

import { findInBlocks } from '../../data/store/find-mentions';
import { storeProblem } from '../../data/store/problem';
import { searchRecords } from '../../data/store/search-records';
import { viewTopics } from '../../data/store/topic-view';
import { aboutTab } from './about-tab';
import { setAppearance, setHover, tellReaders } from './change-settings';
import { loadCard, loadCite, loadMarks } from './frame';
import { readFrames } from './frames';
import { library } from './library';
import { listSites } from './list-sites';
import { localeStrings, readerLanguage, readerLocale, setLocale } from './locale';
import { takeLookup } from './lookup';
import { forgetSeen, isRemembering, seeTopics, setRemembering } from './memory';
import { createMenu } from './menu';
import { listMutes, mutedFor, setMute } from './mutes';
import { pageKind } from './page-kind';
import { openPanel, takePanelTopic } from './panel';
import type { Handlers } from './router';
import { isPrivate, pageOf } from './sender';
import { readAppearance, readHover } from './settings';
import { forgetSite, setPaused, setSite, siteState } from './sites';
import { packHandlers } from './sync/handlers';
import { Said } from './sync/said';

export const handlers: Handlers = {
  // At once, not in turn: a page's first marks wait for a worker that has just woken.
  'mentions.find': async ({ blocks, address }, sender) => {
    const [store, locale, muted] = await Promise.all([library(), readerLocale(), mutedFor(sender)]);
    return findInBlocks(store, blocks, { locale }, { page: pageOf(sender, address), muted });
  },
  'marks.load': ({ styled }, sender) => loadMarks(styled, sender),
  'frames.read': async (_, sender) => {
    await readFrames(sender);
    return null;
  },
  'card.load': (_, sender) => loadCard(sender),
  'cite.load': async (_, sender) => {
    await loadCite(sender);
    return null;
  },
  'topics.view': async ({ topics, sentence, address, privately }, sender) => {
    const [store, language, news] = await Promise.all([
      library(),
      readerLanguage(),
      !isPrivate(sender, privately) && isRemembering(),
    ]);
    const page = pageOf(sender, address ?? null);
    return viewTopics(store, topics, language, { page, sentence, news, now: Date.now() });
  },
  'topics.seen': async ({ topics, privately }, sender) => {
    await seeTopics(topics, isPrivate(sender, privately));
    return null;
  },
  'page.about': ({ tab }, sender) => aboutTab(tab, sender),
  'page.kind': ({ tab }) => pageKind(tab),
  'mute.set': async (mute, sender) => {
    await setMute(mute, isPrivate(sender));
    return null;
  },
  'mutes.list': () => listMutes(),
  'memory.get': () => isRemembering(),
  'memory.set': async ({ on }) => {
    await setRemembering(on);
    return null;
  },
  'memory.clear': async () => {
    await forgetSeen();
    return null;
  },
  'panel.open': ({ topic }, sender) => openPanel(topic, sender),
  'panel.take': ({ tab }) => takePanelTopic(tab),
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
  'appearance.get': () => readAppearance(),
  'appearance.set': async (look) => {
    await setAppearance(look);
    return null;
  },
  'sites.list': () => listSites(),
  ...packHandlers,
  'locale.strings': () => localeStrings(),
  'locale.set': async ({ locale }) => {
    const strings = await setLocale(locale);
    await createMenu();
    // Not waited for: a tab that is asleep answers when it wakes.
    void tellReaders();
    return strings;
  },
};

/** What went wrong, as a sentence in the reader's language. */
export async function explain(error: unknown): Promise<string> {
  if (error instanceof Said) return error.message;
  const { say } = await readerLanguage();
  return say(`error.${storeProblem(error)}`);
}
