/** What may be subscribed to, at an address or in a file, and how that stands to what is stored. */
import type { OfferedAt, OfferView } from '../../../data/pack-messages';
import type { RequestCause } from '../../../data/store/request-log';
import { openPackFile, type PackFile } from '../../../data/sync/client/pack-file';
import type { Subscription } from '../../../data/sync/client/port';
import { NOWHERE, type Offer, readFileOffer, readOffer } from '../../../data/sync/client/subscribe';
import { grouped } from '../../../data/sync/keys';
import { rootFingerprint } from '../../../data/sync/root';
import { library } from '../library';
import { readerLanguage } from '../locale';
import { isAuthor } from './port';
import { Said } from './said';
import { sayTrouble, troubleOf } from './trouble';
import { wire } from './wire';

/** An offer, and the file that it was read from, if it was one. */
export interface FoundOffer {
  readonly offer: Offer;
  readonly file: PackFile | null;
}

/**
 * @param cause why an address is asked, for the log
 * @throws {Said} where there is no pack
 */
export async function findOffer(at: OfferedAt, cause: RequestCause = 'offer'): Promise<FoundOffer> {
  const { say } = await readerLanguage();
  try {
    const author = await isAuthor();
    if ('file' in at) {
      const file = await openPackFile(await chosenFile(at.file));
      if (typeof file === 'string') throw new Said(say(`subscribe.file.${file}`));
      return { offer: await readFileOffer(file, author), file };
    }
    const { signal } = new AbortController();
    const get = wire(await library(), cause, { signal, redirect: 'follow' });
    const offer = await readOffer(at.address, { get, author });
    if (typeof offer === 'string') throw new Said(say(`subscribe.${offer}`));
    return { offer, file: null };
  } catch (error) {
    if (error instanceof Said) throw error;
    throw new Said(sayTrouble(troubleOf(error), say), { cause: error });
  }
}

/** @param url what a page of the extension made of a file: a handle, of which nothing is copied */
async function chosenFile(url: string): Promise<Blob> {
  if (!url.startsWith(`blob:${location.origin}/`)) throw new RangeError('no file of ours');
  return (await fetch(url)).blob();
}

export async function viewOffer({ offer }: FoundOffer): Promise<OfferView> {
  return {
    pack: offer.pack,
    name: offer.name,
    publisher: offer.publisher,
    folder: offer.folder === NOWHERE ? null : offer.folder,
    fingerprint: grouped(offer.fingerprint),
    pinned: offer.pinned,
    known: (await standing(offer)).known,
  };
}

/** How an offer stands to what is stored: the subscription to that very pack, or another pack of its name. */
export async function standing({ pack, fingerprint }: Offer): Promise<{
  known: OfferView['known'];
  subscription: Subscription | undefined;
}> {
  const { db } = await library();
  const [subscription, row] = await Promise.all([db.subscriptions.get(pack), db.packs.get(pack)]);
  const same = subscription && (await rootFingerprint(subscription.root)) === fingerprint;
  return { known: same ? 'same' : subscription || row ? 'other' : 'new', subscription };
}
