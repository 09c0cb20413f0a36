/** What the requests of packs must look like; see data/pack-messages.ts. */
import * as v from 'valibot';
import type { PackRequests } from '../../../data/pack-messages';
import { PACES } from '../../../data/settings';

const MAX_URL = 8192;
const MAX_FINGERPRINT = 64;
const MAX_ID = 80;
/** A log has some thousands; nobody looks through more at once. */
const MAX_LISTED = 5000;

const nothing = v.nullish(v.null());
const url = v.pipe(v.string(), v.maxLength(MAX_URL));
const pack = v.pipe(v.string(), v.maxLength(MAX_ID));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const fingerprint = v.pipe(v.string(), v.maxLength(MAX_FINGERPRINT));

export const packAsks = {
  'packs.list': nothing,
  'packs.offer': v.union([v.object({ address: url }), v.object({ file: url })]),
  'packs.subscribe': v.union([
    v.object({ address: url, fingerprint }),
    v.object({ file: url, fingerprint }),
  ]),
  'packs.update': v.object({ pack }),
  'packs.stop': v.object({ pack }),
  'packs.remove': v.object({ pack }),
  'packs.syncs': nothing,
  'page.offers': v.object({ tab: count }),
  'sync.get': nothing,
  'sync.set': v.object({ everyHours: v.nullable(v.picklist(PACES)), saveData: v.boolean() }),
  'changes.list': v.object({ pack: v.nullable(pack), all: v.boolean() }),
  'changes.count': nothing,
  'changes.seen': v.object({ pack: v.nullable(pack) }),
  'requests.list': v.object({ limit: v.pipe(count, v.maxValue(MAX_LISTED)) }),
  'requests.clear': nothing,
  'backup.restored': nothing,
  'account.get': nothing,
  'account.set': v.object({ on: v.boolean() }),
  'author.get': nothing,
  'author.set': v.object({ on: v.boolean() }),
} satisfies Record<keyof PackRequests, v.GenericSchema>;
