/** Which function answers which request of packs. */
import type { PackRequests } from '../../../data/pack-messages';
import { countChanges, listChanges } from '../../../data/store/changes-view';
import { viewPack } from '../../../data/store/pack-view';
import { clearRequests, listRequests } from '../../../data/store/request-log';
import { seeVersions } from '../../../data/store/versions';
import { library } from '../library';
import { readerLanguage } from '../locale';
import { followRestored } from '../restored';
import type { Handlers } from '../router';
import { isFollowed, setFollowed } from './account';
import { findOffer, viewOffer } from './offers';
import { listSyncs, remove, setSyncSettings, subscribe, updateNow } from './packs';
import { offersOf } from './page-offers';
import { isAuthor, setAuthor } from './port';
import { stopUpdate } from './run';
import { readSyncSettings } from './settings';

/** For handlers that have nothing to answer. */
const done = async (work: Promise<unknown>): Promise<null> => {
  await work;
  return null;
};

export const packHandlers: Pick<Handlers, keyof PackRequests> = {
  'packs.list': async () => {
    const [store, language] = await Promise.all([library(), readerLanguage()]);
    const rows = await store.db.packs.toArray();
    return rows.map((row) => viewPack(row, language, Date.now()));
  },
  'packs.offer': async (at) => viewOffer(await findOffer(at)),
  'packs.subscribe': ({ fingerprint, ...at }) => subscribe(at, fingerprint),
  'packs.update': ({ pack }) => updateNow(pack),
  'packs.stop': async ({ pack }) => {
    stopUpdate(pack);
    return null;
  },
  'packs.remove': ({ pack }) => done(remove(pack)),
  'packs.syncs': () => listSyncs(),
  'page.offers': ({ tab }) => offersOf(tab),
  'sync.get': () => readSyncSettings(),
  'sync.set': (settings) => done(setSyncSettings(settings)),
  'changes.list': async ({ pack, all }) => {
    const [store, language] = await Promise.all([library(), readerLanguage()]);
    return listChanges(store, { pack, all, now: Date.now() }, language);
  },
  'changes.count': async () => countChanges(await library()),
  'changes.seen': async ({ pack }) =>
    done(seeVersions((await library()).db, pack === null ? null : [pack], Date.now())),
  'requests.list': async ({ limit }) => listRequests((await library()).db, limit),
  'requests.clear': async () => done(clearRequests((await library()).db)),
  'backup.restored': () => done(followRestored()),
  'account.get': () => isFollowed(),
  'account.set': ({ on }) => done(setFollowed(on)),
  'author.get': () => isAuthor(),
  'author.set': ({ on }) => done(setAuthor(on)),
};
