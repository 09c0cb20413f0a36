/** Why a page's record cannot be shown: one answer for every state that a page may be in. */
import { describe, expect, it } from 'vitest';
import type { PageReading, SiteState } from '../../../data/messages';
import { obstacleOf, type PageFacts, wantsKind } from '../../../data/page/obstacle';

const site: SiteState = { host: 'news.example', granted: true, mode: 'articles', paused: false };
const none: SiteState = { ...site, host: null, granted: false };
const read: PageReading = { read: true, why: 'json-ld' };
const unread: PageReading = { read: false, why: 'not-article' };

const page: PageFacts = {
  url: 'https://news.example/dam',
  site,
  tellsWeb: false,
  reading: read,
  absent: false,
  mentions: 3,
  kind: null,
};
const of = (given: Partial<PageFacts>) => obstacleOf({ ...page, ...given });

describe('what stands between a page and its record', () => {
  it('is nothing where there are mentions', () => {
    expect(of({})).toBe(null);
  });

  it('is the pause, before all else', () => {
    expect(of({ site: { ...none, paused: true }, url: '' })).toBe('paused');
  });

  it('is what the address says of a page that no extension may read', () => {
    expect(of({ site: none, url: 'https://addons.mozilla.org/x' })).toBe('store');
    expect(of({ site: none, url: 'file:///home/one/notes.html' })).toBe('file');
    expect(of({ site: none, url: 'chrome://settings' })).toBe('browser');
  });

  it('is not known where the browser tells no address, unless it would for any web page', () => {
    expect(of({ site: none, url: '' })).toBe('unknown');
    expect(of({ site: none, url: '', tellsWeb: true })).toBe('browser');
  });

  it('is the site, where it is not allowed or never read', () => {
    expect(of({ site: { ...site, granted: false } })).toBe('off');
    expect(of({ site: { ...site, mode: 'never' } })).toBe('off');
  });

  it('waits for the kind of document before it says that one is no article', () => {
    expect(of({ reading: unread, mentions: null })).toBe(null);
    expect(of({ reading: unread, mentions: null, kind: 'text' })).toBe('unread');
  });

  it('is the viewer or the drawing, whether or not the reader took it for an article', () => {
    for (const state of [{ reading: unread }, { mentions: 0 }, { absent: true, reading: null }]) {
      expect(of({ mentions: null, ...state, kind: 'pdf' })).toBe('pdf');
      expect(of({ mentions: null, ...state, kind: 'drawn' })).toBe('drawn');
    }
  });

  it('tells a page that cannot be entered from one that was open before', () => {
    expect(of({ absent: true, reading: null, mentions: null, kind: 'shut' })).toBe('shut');
    expect(of({ absent: true, reading: null, mentions: null, kind: 'text' })).toBe('absent');
  });

  it('is that nothing is on record, where all was read', () => {
    expect(of({ mentions: 0, kind: 'text' })).toBe('nothing');
  });

  it('asks for the kind only where nothing is to be shown and the site is on', () => {
    expect(wantsKind(page)).toBe(false);
    expect(wantsKind({ ...page, mentions: 0 })).toBe(true);
    expect(wantsKind({ ...page, mentions: 0, site: { ...site, mode: 'never' } })).toBe(false);
  });
});
