/**
 * What each request must look like. A page cannot talk to the background, but a reader of an older
 * version, still running in an open tab, can.
 */
import * as v from 'valibot';
import type { BackgroundRequests } from '../../data/messages';
import {
  DENSITIES,
  HOVER_KEYS,
  OPENS,
  RESTS_MS,
  TEXT_SIZES,
  THEMES,
  WEIGHTS,
} from '../../data/settings';
import { packAsks } from './sync/asks';

/** A page of 100,000 words has some thousand blocks; the reader sends them in batches. */
const MAX_BLOCKS = 4000;
/** UTF-16 units of one block; what lies beyond is not looked at. */
const MAX_BLOCK = 200_000;
/** UTF-16 units of a whole request: half a second's scanning on a slow machine. */
const MAX_TEXT = 4_000_000;
/** Topics of one phrase; more tabs than a card could show. */
const MAX_TOPICS = 64;
const MAX_URL = 8192;
/** UTF-16 units of the sentence that a phrase stands in; what lies beyond is not looked at. */
const MAX_SENTENCE = 2000;
/** `pack#id`, each as long as the model allows. */
const MAX_KEY = 200;
/** Of a host name (RFC 1035). */
const MAX_HOST = 253;

const nothing = v.nullish(v.null());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const url = v.pipe(v.string(), v.maxLength(MAX_URL));
const key = v.pipe(v.string(), v.maxLength(MAX_KEY));
const topics = v.pipe(v.array(key), v.maxLength(MAX_TOPICS));
const cut = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, most)),
  );
/** A reader of an older version says nothing of the address. */
const address = v.optional(v.nullable(url), null);
const privately = v.optional(v.boolean(), false);

const blocks = v.pipe(
  v.array(
    v.object({
      id: count,
      text: cut(MAX_BLOCK),
    }),
  ),
  v.maxLength(MAX_BLOCKS),
  v.check((all) => all.reduce((sum, { text }) => sum + text.length, 0) <= MAX_TEXT),
);

export const asks = {
  'mentions.find': v.object({ blocks, address }),
  'marks.load': v.object({ styled: v.boolean() }),
  'frames.read': nothing,
  'card.load': nothing,
  'cite.load': nothing,
  'topics.view': v.object({
    topics,
    sentence: v.optional(v.nullable(cut(MAX_SENTENCE)), null),
    address,
    privately,
  }),
  'topics.seen': v.object({ topics, privately }),
  'page.about': v.object({ tab: v.nullable(count) }),
  'page.kind': v.object({ tab: count }),
  'mute.set': v.object({
    topic: key,
    host: v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_HOST))),
    muted: v.boolean(),
  }),
  'mutes.list': nothing,
  'memory.get': nothing,
  'memory.set': v.object({ on: v.boolean() }),
  'memory.clear': nothing,
  'panel.open': v.object({ topic: v.nullable(key) }),
  'panel.take': v.object({ tab: count }),
  search: v.object({
    query: v.pipe(v.string(), v.maxLength(1000)),
    limit: v.pipe(count, v.maxValue(200)),
  }),
  'site.get': v.object({ url }),
  'site.set': v.object({
    url,
    mode: v.picklist(['articles', 'always', 'never']),
    tab: v.nullable(count),
    privately: v.boolean(),
  }),
  'site.forget': v.object({ url }),
  'pause.set': v.object({ paused: v.boolean() }),
  'lookup.take': nothing,
  'hover.get': nothing,
  'hover.set': v.object({
    opens: v.picklist(OPENS),
    key: v.picklist(HOVER_KEYS),
    restMs: v.picklist(RESTS_MS),
  }),
  'appearance.get': nothing,
  'appearance.set': v.object({
    theme: v.picklist(THEMES),
    weight: v.picklist(WEIGHTS),
    density: v.picklist(DENSITIES),
    text: v.picklist(TEXT_SIZES),
  }),
  'sites.list': nothing,
  ...packAsks,
  'locale.strings': nothing,
  'locale.set': v.object({ locale: v.pipe(v.string(), v.maxLength(35)) }),
} satisfies Record<keyof BackgroundRequests, v.GenericSchema>;
