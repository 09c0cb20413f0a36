/** What is asked and answered of packs: what there is to subscribe to, how packs are kept up, what their versions brought. */
import type { DateView, Key, PackView, RecordView } from './messages';
import type { Entry } from './model';
import type { RequestCause } from './store/request-log';

/** Where an offered pack comes from: an address, or a file that the reader chose. */
export type OfferedAt =
  | { readonly address: string }
  /** A `blob:` address that a page of the extension made of the file; it holds for as long as that page. */
  | { readonly file: string };

/** A pack that could be subscribed to, as the reader is asked about it. */
export interface OfferView {
  readonly pack: string;
  readonly name: string;
  readonly publisher: string;
  /** Where it is followed; null for a file that names no address. */
  readonly folder: string | null;
  /** Eight groups of four, to be compared with what the publisher says. */
  readonly fingerprint: string;
  /** The address named this very key. */
  readonly pinned: boolean;
  /** `same`: it is subscribed to already. `other`: a pack of this id is here, from somebody else. */
  readonly known: 'new' | 'same' | 'other';
}

/** How far a sync is. */
export interface SyncProgress {
  /** `waiting`: for another pack's turn. `storing`: all is here, and is put in its place. */
  readonly phase: 'waiting' | 'looking' | 'fetching' | 'storing';
  /** Of a snapshot: parts that are here, and bytes of them before compression; 0 of 0 where there is none. */
  readonly parts: number;
  readonly of: number;
  readonly bytes: number;
  readonly ofBytes: number;
}

/** How a pack that is subscribed to is kept up. Moments are in milliseconds since 1970 UTC. */
export interface SyncView {
  readonly pack: string;
  /** Null where it came from a file that named no address. */
  readonly folder: string | null;
  readonly fingerprint: string;
  /** The number of the version that is here; null before the first. */
  readonly version: number | null;
  readonly at: number | null;
  /** When content last came. */
  readonly updated: number | null;
  /** In words, why the last try brought nothing. */
  readonly trouble: string | null;
  /** Its publisher's own words on why nothing will come any more. */
  readonly ended: string | null;
  /** Being brought up to date at this moment. */
  readonly busy: boolean;
  /** Null unless it is busy. */
  readonly progress: SyncProgress | null;
}

/** When packs are looked after by themselves. */
export interface SyncSettings {
  /** Null for never: only when the reader presses "Check". */
  readonly everyHours: number | null;
  /** Waits where the device is told to save data; only some browsers tell. */
  readonly saveData: boolean;
}

/** One field of an entry, as it was and as it is now, in words. */
export interface FieldView {
  /** The entry's key for it: `text`, `made`, `quantity`, `relations.denies`. */
  readonly field: string;
  /** Null where there was none. */
  readonly before: string | null;
  readonly after: string | null;
}

/** An entry that a version brought, changed or took away. */
export interface ChangeView {
  readonly change: 'added' | 'changed' | 'withdrawn' | 'removed';
  readonly kind: Entry['kind'];
  readonly key: Key;
  /** As the record stands now; null for what is no record, and for what is gone. */
  readonly record: RecordView | null;
  /** In the pack's own language, cut. */
  readonly title: string;
  readonly fields: readonly FieldView[];
}

/** One version of a pack, as it came here. */
export interface VersionView {
  readonly pack: PackView;
  /** The publisher's number, and that of the version before; null for a pack that comes with the extension. */
  readonly version: number | null;
  readonly before: number | null;
  readonly edition: string | null;
  readonly signed: DateView | null;
  /** Null where it came as a whole, and nobody compared. */
  readonly counts: Readonly<Record<ChangeView['change'], number>> | null;
  readonly changes: readonly ChangeView[];
  /** When the reader looked at it, in milliseconds since 1970 UTC. */
  readonly seen: number | null;
}

/** One request that the extension made, as it ended. */
export interface RequestView {
  readonly address: string;
  /** When it was sent, in milliseconds since 1970 UTC. */
  readonly at: number;
  /** Decoded bytes that were read. */
  readonly bytes: number;
  readonly cause: RequestCause;
  /** `ok`, `stopped`, `redirect`, or why nothing came; null while it is under way, or its end was not seen. */
  readonly outcome: string | null;
}

export interface PackRequests {
  'packs.list': { ask: null; answer: readonly PackView[] };
  /** Looks at what is published at an address, or in a file; nothing is stored. Rejects, in words, where it is no pack. */
  'packs.offer': { ask: OfferedAt; answer: OfferView };
  /** After the reader was shown the offer and agreed to this very key: subscribes, and takes the pack. */
  'packs.subscribe': { ask: OfferedAt & { readonly fingerprint: string }; answer: SyncView };
  'packs.update': { ask: { pack: string }; answer: SyncView };
  /** Stops bringing a pack up to date; what came is kept for the next try. */
  'packs.stop': { ask: { pack: string }; answer: null };
  /** Takes a pack that was subscribed to away, with all that is stored of it. */
  'packs.remove': { ask: { pack: string }; answer: null };
  'packs.syncs': { ask: null; answer: readonly SyncView[] };
  /** The addresses of packs that the page in a tab offers and that are not subscribed to. */
  'page.offers': { ask: { tab: number }; answer: readonly string[] };
  'sync.get': { ask: null; answer: SyncSettings };
  'sync.set': { ask: SyncSettings; answer: null };
  /** What versions brought, newest first within a pack; of one pack where it is given. `all` with those that were looked at. */
  'changes.list': { ask: { pack: string | null; all: boolean }; answer: readonly VersionView[] };
  /** By pack, how many entries changed since the reader last looked; packs without are left out. */
  'changes.count': { ask: null; answer: Readonly<Record<string, number>> };
  /** The reader has looked: at one pack's, or at all (null). */
  'changes.seen': { ask: { pack: string | null }; answer: null };
  /** Every request that was made, newest first, and how many there are in all. */
  'requests.list': {
    ask: { limit: number };
    answer: { readonly total: number; readonly rows: readonly RequestView[] };
  };
  'requests.clear': { ask: null; answer: null };
  /** A backup took the place of what was stored and set: has everything follow. */
  'backup.restored': { ask: null; answer: null };
  /** Whether subscriptions and settings follow the reader through the account with the browser's maker. */
  'account.get': { ask: null; answer: boolean };
  'account.set': { ask: { on: boolean }; answer: null };
  /** Whether packs may also come from this machine, for authors who look at their own before they publish. */
  'author.get': { ask: null; answer: boolean };
  'author.set': { ask: { on: boolean }; answer: null };
}
