/** From an address or a file to what a reader is asked: whose pack it is, and by which key it is signed. */
import { type AddressFault, placeFault, readAddress } from '../address';
import type { Bytes } from '../bytes';
import { MAX_ENVELOPE } from '../envelope';
import { claimedRootVersion, HEAD, type Head, openHead } from '../head';
import { MAX_ROOTS, type Pin, type Root, rootFingerprint, rootName, trustRoots } from '../root';
import type { Fetched } from './fetch';
import type { PackFile } from './pack-file';
import { type Subscription, Unreachable } from './port';

/** A pack that may be subscribed to. Nothing of it is stored. */
export interface Offer {
  readonly pack: string;
  /** In the pack's own language, as its head says. */
  readonly name: string;
  readonly publisher: string;
  /** Where it is published, after redirects; ends in "/". {@link NOWHERE} for a file that names no address. */
  readonly folder: string;
  readonly fingerprint: string;
  /** The address named this very key; else the reader has to compare it with what the publisher says. */
  readonly pinned: boolean;
  readonly root: Root;
}

/** The folder of a pack that came from a file and is published at no address that is known. */
export const NOWHERE = '';

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
  const more = async (name: string) => (await get(folder + name, MAX_ENVELOPE)).bytes;
  const { offer } = await opened(first.bytes, more, address.pin);
  return { ...offer, folder };
}

/**
 * A pack in a file. Its key is to be compared whatever the file says: who made the file chose its address, too.
 * @throws {Refused}
 * @throws {Unreachable} where a file is not in it
 */
export async function readFileOffer(file: PackFile, author: boolean): Promise<Offer> {
  const more = (name: string) => file.get(name, MAX_ENVELOPE);
  const { offer, head } = await opened(await more(HEAD), more, null);
  return { ...offer, folder: homeOf(head, file.address, author) };
}

/** Where a pack that came in a file is followed: where its publisher signed that it is, before what the file says. */
function homeOf({ movedTo, mirrors }: Head, address: string | null, author: boolean): string {
  const said = address === null ? null : readAddress(address, author);
  const folders = [movedTo, said && typeof said === 'object' ? said.folder : null, ...mirrors];
  const found = folders.find(
    (folder) => folder != null && placeFault(new URL(folder), author) === null,
  );
  return found ?? NOWHERE;
}

async function opened(
  file: Bytes,
  get: (name: string) => Promise<Bytes>,
  pin: Pin,
): Promise<{ offer: Omit<Offer, 'folder'>; head: Head }> {
  const version = Math.min(claimedRootVersion(file), MAX_ROOTS);
  const files: Bytes[] = [];
  for (let each = 1; each <= version; each++) files.push(await get(rootName(each)));
  const root = await trustRoots(files, pin);
  const { head } = await openHead(file, root);
  const offer = {
    pack: head.pack,
    name: head.name,
    publisher: head.publisher,
    fingerprint: await rootFingerprint(root),
    pinned: pin !== null,
    root,
  };
  return { offer, head };
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

/**
 * @param folder where the subscription says that the pack is
 * @returns a sync's way to what it fetches, from the file alone: nothing goes over the network
 */
export const fromFile =
  (file: PackFile, folder: string) =>
  async (url: string, limit: number): Promise<Bytes> => {
    if (!url.startsWith(folder)) throw new Unreachable('not-found', `${url} is not in the file`);
    return file.get(url.slice(folder.length), limit);
  };
