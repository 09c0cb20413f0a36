import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { asks } from '../../../entrypoints/background/asks';
import { type Handlers, router } from '../../../entrypoints/background/router';
import en from '../../../public/locales/en.json';

const self = { id: 'on-record', origin: 'chrome-extension://on-record' };
const page: Browser.runtime.MessageSender = { id: self.id, url: 'https://news.example/a' };
const popup: Browser.runtime.MessageSender = { id: self.id, url: `${self.origin}/popup.html` };

/** Handlers that answer with what they were asked. */
function echoing(
  changes: Partial<Handlers> = {},
  explain = async (error: unknown) => `could not: ${(error as Error).message}`,
) {
  const echo = async (ask: unknown) => ask as never;
  const handlers = {
    ...Object.fromEntries(Object.keys(asks).map((type) => [type, echo])),
    ...changes,
  } as Handlers;
  return router(self, handlers, explain);
}

const find = (blocks: unknown) => ({ type: 'mentions.find', ask: { blocks } });

/** Refusals are logged; the tests provoke many. */
const log = vi.spyOn(console, 'error').mockImplementation(() => {});

describe('who may ask', () => {
  it('answers a page’s reader about mentions and topics', async () => {
    const ask = {
      topics: ['harbour#quay'],
      sentence: 'The quay is dear.',
      address: null,
      privately: false,
    };
    const answer = await echoing()({ type: 'topics.view', ask }, page);
    expect(answer).toEqual({ ok: true, value: ask });
  });

  it.each([
    'search',
    'site.get',
    'site.set',
    'site.forget',
    'pause.set',
    'lookup.take',
    'packs.list',
    'locale.set',
    'sites.list',
    'mutes.list',
    'memory.get',
    'memory.set',
    'memory.clear',
    'panel.take',
  ])('leaves %s to the extension’s own pages', (type) => {
    expect(echoing()({ type, ask: null }, page)).toBeNull();
    expect(echoing()({ type, ask: null }, popup)).not.toBeNull();
  });

  it('does not take a site whose address begins like ours for us', () => {
    const sly = { ...page, url: `${self.origin}.evil.example/` };
    expect(echoing()({ type: 'packs.list', ask: null }, sly)).toBeNull();
  });

  it('is deaf to other extensions and to messages that are not requests', () => {
    const answer = echoing();
    expect(answer({ type: 'packs.list', ask: null }, { ...popup, id: 'other' })).toBeNull();
    for (const message of [null, 'packs.list', {}, { type: 'toString' }, { type: 'page.stop' }]) {
      expect(answer(message, popup)).toBeNull();
    }
  });
});

describe('what a request must look like', () => {
  it('is never quoted into the console, since it holds what the reader reads', async () => {
    await echoing()(find([{ id: 'one', text: 'A private letter.' }]), page);
    expect(log).toHaveBeenCalled();
    expect(inspect(log.mock.lastCall, { depth: 9 })).not.toContain('letter');
  });

  it.each([
    ['no list of blocks', find('text')],
    ['a block without text', find([{ id: 1 }])],
    ['a number that is none', find([{ id: Number.NaN, text: 'a' }])],
    [
      'more blocks than a page has',
      find(Array.from({ length: 4001 }, (_, id) => ({ id, text: '' }))),
    ],
    [
      'more text than a message may hold',
      find(Array(21).fill({ id: 0, text: 'a'.repeat(200_000) })),
    ],
    [
      'more topics than a card has tabs',
      { type: 'topics.view', ask: { topics: Array(65).fill('a#b') } },
    ],
  ])('refuses %s, and says so', async (_, message) => {
    const answer = await echoing()(message, page);
    expect(answer).toEqual({ ok: false, error: 'could not: malformed request' });
  });

  it('looks at the first 200,000 units of a block only', async () => {
    const answer = await echoing()(find([{ id: 3, text: 'a'.repeat(200_001) }]), page);
    expect(answer).toEqual({
      ok: true,
      value: { blocks: [{ id: 3, text: 'a'.repeat(200_000) }], address: null },
    });
  });

  it('is understood from a reader of before the update, which says less', async () => {
    const answer = await echoing()({ type: 'topics.view', ask: { topics: [] } }, page);
    expect(answer).toEqual({
      ok: true,
      value: { topics: [], sentence: null, address: null, privately: false },
    });
  });

  it('has a sentence of 2,000 units at most', async () => {
    const ask = { topics: [], sentence: 'a'.repeat(2001) };
    const answer = await echoing()({ type: 'topics.view', ask }, page);
    expect(answer).toMatchObject({ ok: true, value: { sentence: 'a'.repeat(2000) } });
  });

  it('explains what a handler threw', async () => {
    const answer = echoing({ 'packs.list': () => Promise.reject(new Error('the disk is full')) });
    expect(await answer({ type: 'packs.list', ask: null }, popup)).toEqual({
      ok: false,
      error: 'could not: the disk is full',
    });
  });

  it('answers in plain English where no language can be had to explain it in', async () => {
    const broken = () => Promise.reject(new Error('no storage'));
    const answer = echoing({ 'locale.strings': broken }, broken);
    expect(await answer({ type: 'locale.strings', ask: null }, popup)).toEqual({
      ok: false,
      error: en['error.internal'],
    });
  });
});
