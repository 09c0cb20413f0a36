/** Who asks, and what follows from that. */
import { describe, expect, it, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { hostOf, isPrivate, pageOf } from '../../../entrypoints/background/sender';

vi.stubGlobal('location', { origin: 'chrome-extension://on-record' });

type Sender = Browser.runtime.MessageSender;

const page = (incognito = false, frameId = 0): Sender => ({
  url: 'https://news.example/a?ref=mail',
  frameId,
  tab: { id: 1, incognito } as Browser.tabs.Tab,
});
const panel: Sender = { url: 'chrome-extension://on-record/sidepanel.html' };

describe('who asks', () => {
  it('asks for a private window where its tab is in one', () => {
    expect(isPrivate(page(true))).toBe(true);
    expect(isPrivate(page(false))).toBe(false);
  });

  it('is believed to ask for one only as a page of the extension', () => {
    expect(isPrivate(panel, true)).toBe(true);
    expect(isPrivate(panel)).toBe(false);
    expect(isPrivate(page(false), true)).toBe(false);
  });

  it('has the host of its page', () => {
    expect(hostOf(page())).toBe('news.example');
    expect(hostOf({ url: 'about:blank' })).toBeNull();
    expect(hostOf({})).toBeNull();
  });
});

describe('the page that may be a source', () => {
  it('is the asking page by the address that it was loaded from, and its own of the same site', () => {
    expect(pageOf(page(), null)).toHaveLength(1);
    expect(pageOf(page(), 'https://www.news.example/story')).toHaveLength(2);
    expect(pageOf(page(), 'https://gazette.example/1')).toEqual(pageOf(page(), null));
  });

  it('is no frame in a page', () => {
    expect(pageOf(page(false, 3), null)).toEqual([]);
  });

  it('is for the extension’s own pages the one that they name', () => {
    expect(pageOf(panel, 'https://gazette.example/1')).toHaveLength(1);
    expect(pageOf(panel, null)).toEqual([]);
  });
});
