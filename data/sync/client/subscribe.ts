/** From an address to what a reader is asked: whose pack it is, and by which key it is signed. */
import { type AddressFault, placeFault, readAddress } from '../address';
import type { Bytes } from '../bytes';
import { MAX_ENVELOPE } from '../envelope';
import { claimedRootVersion, HEAD, openHead } from '../head';
import { MAX_ROOTS, type Root, rootFingerprint, rootName, trustRoots } from '../root';
import type { Fetched } from './fetch';
import type { Subscription } from './port';

/** A pack that may be subscribed to. Nothing of it is stored. */
export interface Offer {
  readonly pack: string;
  /** In the pack's own language, as its head says. */
  readonly name: string;
  readonly publisher: string;
  /** Where it is published, after redirects; ends in "/". */
  readonly folder: string;
  readonly fingerprint: string;
  /** The address named this very key; else the reader has to compare it with what the publisher says. */
  readonly pinned: boolean;
  readonly root: Root;
}

export interface OfferOptions {
  /** Follows redirects, this once: where it ends is what is subscribed to. */
  readonly get: (url: string, limit: number) => Promise<Fetched>;
  readonly author: boolean;
}

/**
 * @param text an address as somebody typed or pasted it
 * @returns the offer, or what is wrong with the address
 * @throws {Refused} where what is published there is no pack, or not of the address's key
 * @throws {Unreachable}
 */
export async function readOffer(
  text: string,
  { get, author }: OfferOptions,
): Promise<Offer | AddressFault> {
  const address = readAddress(text, author);
  if (typeof address === 'string') return address;
  const first = await get(address.folder + HEAD, MAX_ENVELOPE);
  const folder = folderOf(first.url);
  // The host may have led somewhere that the address could not have named.
  const fault = folder === null ? 'none' : placeFault(new URL(folder), author);
  if (folder === null || fault) return fault ?? 'none';
  const version = Math.min(claimedRootVersion(first.bytes), MAX_ROOTS);
  const files: Bytes[] = [];
  for (let each = 1; each <= version; each++) {
    files.push((await get(folder + rootName(each), MAX_ENVELOPE)).bytes);
  }
  const root = await trustRoots(files, address.pin);
  const { head } = await openHead(first.bytes, root);
  return {
    pack: head.pack,
    name: head.name,
    publisher: head.publisher,
    folder,
    fingerprint: await rootFingerprint(root),
    pinned: address.pin !== null,
    root,
  };
}

function folderOf(url: string): string | null {
  const { origin, pathname } = new URL(url);
  return pathname.endsWith(`/${HEAD}`) ? origin + pathname.slice(0, -HEAD.length) : null;
}

/** @returns a subscription that has brought nothing yet */
export const subscriptionTo = ({ pack, folder, root }: Offer): Subscription => ({
  pack,
  folder,
  mirrors: [],
  applied: null,
  root,
});
