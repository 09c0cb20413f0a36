// @vitest-environment happy-dom
/** What stands of cards from one reading of a page to the next. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CardRequest } from '../../../entrypoints/card/contract';
import { createCards } from '../../../entrypoints/marks/cards';
import type { Block, Mention, Reading } from '../../../entrypoints/reader/contract';
import { topic } from '../../components/sample';

const text = document.createTextNode('Cracks were seen, and money was paid.');
const views = ['cracks', 'money'].map((id) =>
  topic([], { key: `varn-dam#${id}`, topics: [`varn-dam#${id}`, `other#${id}`] }),
);

/** What a reading makes of the text: other objects each time. */
function blockOf(topics: readonly string[]): Block {
  const mentions: Mention[] = [];
  const block: Block = { text: text.data, pieces: [text], starts: [0], mentions } as never;
  for (const view of views) {
    if (!topics.includes(view.key)) continue;
    const start = text.data.toLowerCase().indexOf(view.key.slice('varn-dam#'.length));
    mentions.push({ block, topic: view, parts: [[start, start + 5]], quotedBy: null });
  }
  return block;
}

const pinned = vi.fn();
let requests: CardRequest[] = [];

/** A reading of the page with cards of its own, as marks.js makes them. */
function read(topics: readonly string[], lifetime: AbortSignal) {
  const end = new AbortController();
  const block = blockOf(topics);
  const reading = {
    address: () => null,
    ask: async (type: string, given: { topics: string[] } | null) =>
      type === 'topics.view' ? views.filter(({ key }) => given?.topics.includes(key)) : null,
    inOrder: () => block.mentions,
    isWhole: () => true,
    signal: AbortSignal.any([lifetime, end.signal]),
    lifetime,
    blockOf: (node: Node) => (node === text ? block : undefined),
  } as unknown as Reading;
  const light = vi.fn();
  const events = { onEnter() {}, onLeave() {}, onClose() {}, onPin() {} };
  const settings = () => ({ theme: 'light', text: 14 }) as never;
  const cards = createCards(reading, { light, isDark: () => false } as never, settings, events);
  const open = async (key: string, token: number) => {
    const mention = block.mentions.find((one) => one.topic.key === key);
    if (!mention) throw new Error(`${key} is not mentioned`);
    await cards.fetch({ block, mentions: [mention], offset: mention.parts[0]?.[0] ?? 0 }, token);
    cards.show(token, false);
  };
  const lit = () => ((light.mock.lastCall?.[0] ?? []) as Mention[]).map((one) => one.topic.key);
  return { block, cards, open, lit, again: (muted: string | null) => end.abort({ muted }) };
}

const isGone = (request: CardRequest | undefined) => request?.signal.aborted;

let frame: AbortController;
beforeEach(() => {
  frame = new AbortController();
  requests = [];
  document.body.replaceChildren(text);
  globalThis.__onRecordBuildCard = (request) => {
    requests.push(request);
    return { open() {}, pin: pinned, learn() {}, renew() {} } as never;
  };
});
afterEach(() => frame.abort());

const BOTH = ['varn-dam#cracks', 'varn-dam#money'];

/** A page on which the card of the first topic is pinned and that of the second is open. */
async function begun() {
  const first = read(BOTH, frame.signal);
  await first.open('varn-dam#cracks', 1);
  first.cards.pin();
  await first.open('varn-dam#money', 2);
  return first;
}

it('a pinned card stays, and is lit, where the page is read anew since another topic was muted', async () => {
  const first = await begun();
  first.again('varn-dam#money');
  expect(requests.map(isGone)).toEqual([false, true]);
  const next = read(['varn-dam#cracks'], frame.signal);
  next.cards.meet(next.block);
  expect(next.lit()).toEqual(['varn-dam#cracks']);
});

it('it stays where a topic is no longer muted, and goes with its own topic, in whatever pack', async () => {
  (await begun()).again(null);
  expect(requests.map(isGone)).toEqual([false, true]);
  read(BOTH, frame.signal).again('other#cracks');
  expect(requests.map(isGone)).toEqual([true, true]);
});

it('it makes room for the next one that is pinned, and closes by its own button', async () => {
  (await begun()).again('varn-dam#money');
  const next = read(BOTH, frame.signal);
  await next.open('varn-dam#money', 1);
  next.cards.pin();
  expect(requests.map(isGone)).toEqual([true, true, false]);
  next.again(null);
  const last = read(BOTH, frame.signal);
  requests[2]?.onClose();
  expect(isGone(requests[2])).toBe(true);
  expect(last.cards.unpin()).toBe(false);
  expect(last.lit()).toEqual([]);
});

it('nothing is left where reading ends for good', async () => {
  await begun();
  frame.abort();
  expect(requests.map(isGone)).toEqual([true, true]);
  const later = new AbortController();
  expect(read(BOTH, later.signal).cards.unpin()).toBe(false);
  later.abort();
});
