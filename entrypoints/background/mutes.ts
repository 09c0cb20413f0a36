/**
 * Topics that the reader does not want marked, on one host or on all. What is muted in a private window holds in
 * private windows until the last of them is closed: nothing of them is stored.
 */
import { type Browser, browser } from 'wxt/browser';
import type { Key, Mute } from '../../data/messages';
import { pagesOf } from '../../data/site';
import { viewBriefs } from '../../data/store/topics';
import { inTurn } from './in-turn';
import { library } from './library';
import { readerLocale } from './locale';
import { tellReader } from './readers';
import { hostOf } from './sender';

const KEY = 'mutes';
/** More than anybody chooses by hand; the oldest go. */
const MAX_MUTES = 2000;

type Area = 'local' | 'session';

/** A muted topic as it is stored. */
export interface StoredMute {
  readonly topic: Key;
  /** Null for every host. */
  readonly host: string | null;
}

const isMute = (value: unknown): value is StoredMute => {
  const { topic, host } = (value ?? {}) as Record<string, unknown>;
  return typeof topic === 'string' && (host === null || typeof host === 'string');
};

async function read(area: Area): Promise<readonly StoredMute[]> {
  try {
    const stored = (await browser.storage[area].get(KEY))[KEY];
    return Array.isArray(stored) ? stored.filter(isMute) : [];
  } catch (error) {
    console.warn('The muted topics cannot be read.', error);
    return [];
  }
}

/** Every page asks for them with every batch of text; only this worker writes them. */
const known = new Map<Area, Promise<readonly StoredMute[]>>();

function mutes(area: Area): Promise<readonly StoredMute[]> {
  const begun = known.get(area) ?? read(area);
  known.set(area, begun);
  return begun;
}

const queue = inTurn();

const write = async (area: Area, list: readonly StoredMute[]) => {
  if (list.length > 0) await browser.storage[area].set({ [KEY]: list.slice(-MAX_MUTES) });
  else await browser.storage[area].remove(KEY);
  known.delete(area);
};

/** @returns the topics that are not to be marked on the asking page */
export async function mutedFor(sender: Browser.runtime.MessageSender): Promise<ReadonlySet<Key>> {
  const here = hostOf(sender);
  const areas = await Promise.all([
    mutes('local'),
    ...(sender.tab?.incognito ? [mutes('session')] : []),
  ]);
  return new Set(
    areas
      .flat()
      .filter(({ host }) => host === null || host === here)
      .map(({ topic }) => topic),
  );
}

/**
 * Mutes a topic, or lets it be marked again; pages that are read follow at once.
 * @param privately it was chosen in a private window
 */
export async function setMute(
  { topic, host, muted }: StoredMute & { readonly muted: boolean },
  privately: boolean,
): Promise<void> {
  await queue(async () => {
    for (const area of ['local', 'session'] as const) {
      const before = await mutes(area);
      const others = before.filter((one) => one.topic !== topic || one.host !== host);
      const adds = muted && (area === 'session') === privately;
      // A choice in a private window adds nothing to what is stored; one that takes away leaves no trace.
      if (adds) await write(area, [...others, { topic, host }]);
      else if (others.length < before.length && !(muted && privately)) await write(area, others);
    }
  });
  await tellReaders(host, muted ? topic : null);
}

/** An address is visible exactly where we hold its permission, which is where readers run. */
async function tellReaders(host: string | null, muted: Key | null): Promise<void> {
  const tabs = await browser.tabs.query(host === null ? {} : { url: pagesOf(host) });
  const again = { muted };
  await Promise.all(tabs.map(({ id }) => id !== undefined && tellReader(id, 'page.again', again)));
}

/** @returns what is muted and stored, the newest first; a topic that is in no pack any more is left out */
export async function listMutes(): Promise<Mute[]> {
  const [stored, store, locale] = await Promise.all([mutes('local'), library(), readerLocale()]);
  const briefs = await viewBriefs(
    store,
    stored.map(({ topic }) => topic),
    { locale },
  );
  return [...stored].reverse().flatMap(({ topic, host }) => {
    const brief = briefs.get(topic);
    return brief ? [{ topic: brief, host }] : [];
  });
}

/** To be called when a window was closed. */
export async function forgetPrivateMutes(): Promise<void> {
  const windows = await browser.windows.getAll();
  if (windows.some(({ incognito }) => incognito)) return;
  await queue(() => write('session', []));
}
