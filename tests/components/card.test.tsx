// @vitest-environment happy-dom

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AskBackground, BackgroundRequests, PageAbout } from '../../data/messages';
import type { Actions } from '../../entrypoints/card/actions';
import { Card } from '../../entrypoints/card/Card';
import type { CardRequest } from '../../entrypoints/card/contract';
import { buildCard } from '../../entrypoints/card/open';
import en from '../../public/locales/en.json';
import { crack, date, noCrack, record, source, topic } from './sample';
import { click, english, press, show, textOf } from './show';

const later = record({ key: 'varn-dam#later', made: date('2025-04-26'), kind: 'statement' });
const three = topic([crack, noCrack, later]);
const other = topic([crack], { key: 'varn-dam#money', name: 'Money for the dam' });

const actions: Actions = {
  host: 'paper.example',
  copy: async () => {},
  cite: async () => 'A citation',
  contactOf: () => null,
  mute: async () => {},
  openPanel: async () => true,
  see: () => {},
  named: async () => [],
  view: async () => null,
};

const unpinned = {
  about: null,
  passages: { opened: null, standing: null },
  actions,
  whole: true,
  sheet: false,
  pinned: false,
  whenAway: (then: () => void) => then(),
  onClose: () => {},
  onPin: () => {},
  onReturn: () => {},
  onMove: () => {},
};

const about = (published: string | null): PageAbout => ({
  title: 'The wall',
  address: 'https://paper.example/wall',
  published: published === null ? null : { date: date(published), sign: 'meta' },
});

describe('the card', () => {
  it('shows title, counts, overview, the record and who published it', () => {
    const place = show(<Card topics={[three]} {...unpinned} />);
    expect(textOf(place.querySelector('h2'))).toBe('Cracks in the dam');
    expect(textOf(place.querySelector('.counts'))).toBe('1 claim 1 denial 1 statement');
    expect(place.querySelectorAll('.overview-dot')).toHaveLength(3);
    expect(place.querySelectorAll('[data-kind]')).toHaveLength(3);
    expect(textOf(place.querySelector('.pack'))).toMatch(/^VDThe Varn damComes with On Record/);
    expect(textOf(place)).not.toMatch(/signed/i);
  });

  it('is small for one or two records: no counts and no overview', () => {
    const place = show(<Card topics={[topic([crack, noCrack])]} {...unpinned} />);
    expect(place.querySelector('.counts, .overview')).toBeNull();
    expect(place.querySelectorAll('[data-kind]')).toHaveLength(2);
  });

  it('has a tab for each topic, walked by arrow keys and round the end', () => {
    const place = show(<Card topics={[three, other]} {...unpinned} />);
    const tabs = [...place.querySelectorAll<HTMLElement>('[role=tab]')];
    expect(tabs.map(textOf)).toEqual(['Cracks in the dam 3', 'Money for the dam 1']);
    press(tabs[0] ?? null, 'ArrowRight');
    expect(textOf(place.querySelector('h2'))).toBe('Money for the dam');
    expect(document.activeElement).toBe(tabs[1]);
    expect(tabs.map((tab) => tab.tabIndex)).toEqual([-1, 0]);
    press(tabs[1] ?? null, 'ArrowRight');
    expect(textOf(place.querySelector('h2'))).toBe('Cracks in the dam');
    press(tabs[0] ?? null, 'End');
    expect(textOf(place.querySelector('h2'))).toBe('Money for the dam');
  });

  it('turns the arrow keys round where one reads from right to left', () => {
    const arabic = { ...english, locale: 'ar' };
    const place = show(<Card topics={[three, other]} {...unpinned} />, arabic);
    press(place.querySelector('[role=tab]'), 'ArrowLeft');
    expect(textOf(place.querySelector('h2'))).toBe('Money for the dam');
  });

  it('says when the page was published, that this is not known, or nothing as long as it may come', () => {
    const none = show(<Card topics={[three]} {...unpinned} />);
    expect(textOf(none)).not.toMatch(/This page|Page date/);
    const dated = show(<Card topics={[three]} {...unpinned} about={about('2024-11-07')} />);
    expect(textOf(dated.querySelector('.middle'))).toMatch(/This page · 7 Nov 2024/);
    expect(textOf(dated.querySelector('.top'))).not.toMatch(/Page date/);
    const undated = show(<Card topics={[three]} {...unpinned} about={about(null)} />);
    expect(textOf(undated.querySelector('.top'))).toMatch(/Page date not found/);
    expect(textOf(undated.querySelector('.middle'))).not.toMatch(/This page/);
  });

  it('has a bar to move it by and to go back to the mention once it is pinned', () => {
    const onReturn = vi.fn();
    const onMove = vi.fn();
    const given = { ...unpinned, pinned: true, onReturn, onMove };
    const place = show(<Card topics={[three]} {...given} />);
    expect(textOf(place.querySelector('.pin-bar'))).toBe('Pinned · stays while you scroll');
    click(place.querySelector('[aria-label="Back to the mention"]'));
    expect(onReturn).toHaveBeenCalledOnce();
    press(place.querySelector('.grip'), 'ArrowUp');
    const [x, y] = onMove.mock.lastCall ?? [];
    expect([x, y < 0]).toEqual([0, true]);
    expect(show(<Card topics={[three]} {...given} sheet />).querySelector('.pin-bar')).toBeNull();
  });

  it('shows first the record whose passage it was opened on', () => {
    const passages = { opened: later.key, standing: null };
    const place = show(<Card topics={[three]} {...unpinned} passages={passages} />);
    const first = place.querySelector<HTMLElement>('.middle .row');
    expect(first?.dataset.match).toBe(later.key);
  });

  it('says of a passage that it is no longer on the page, once all of the page is read', () => {
    const quote = { exact: 'no crack', prefix: null, suffix: null };
    const quoting = { ...noCrack, sources: [source({ here: true, quote })] };
    const gone = 'The passage is no longer on this page';
    const words = (standing: ReadonlySet<string> | null) =>
      textOf(
        show(
          <Card
            topics={[topic([crack, quoting, later])]}
            {...unpinned}
            passages={{ opened: null, standing }}
          />,
        ),
      );
    expect(words(new Set())).toContain(gone);
    expect(words(new Set([noCrack.key]))).not.toContain(gone);
    expect(words(null)).not.toContain(gone);
  });

  it('goes on to a topic that its records name, and back to where it was', async () => {
    const named = [{ key: other.key, name: other.name, counts: other.counts }];
    const on = { ...actions, named: async () => named, view: async () => other };
    const place = show(<Card topics={[three]} {...unpinned} actions={on} />);
    await act(async () => {});
    click(place.querySelector('.also button'));
    await vi.waitFor(() => expect(textOf(place.querySelector('h2'))).toBe('Money for the dam'));
    await act(async () => {});
    await vi.waitFor(() => expect(document.activeElement).toBe(place.querySelector('h2')));
    const back = place.querySelector('.back');
    expect(textOf(back)).toBe('Back to Cracks in the dam');
    click(back);
    expect(textOf(place.querySelector('h2'))).toBe('Cracks in the dam');
  });

  it('tells that a topic was seen: the first at once, another when it is turned to', () => {
    const see = vi.fn();
    const place = show(
      <Card topics={[three, other]} {...unpinned} actions={{ ...actions, see }} />,
    );
    expect(see.mock.calls).toEqual([[three.topics]]);
    press(place.querySelector('[role=tab]'), 'ArrowRight');
    expect(see.mock.calls).toEqual([[three.topics], [other.topics]]);
  });

  it('lights the record that a mark of the overview stands for', () => {
    const place = show(<Card topics={[three]} {...unpinned} />);
    click(place.querySelector('.overview-dot.denial'));
    expect(place.querySelector<HTMLElement>('.lit')?.dataset.key).toBe(noCrack.key);
  });
});

/** Effects and what waits for a frame have run by then. */
const AFTER_FRAMES_MS = 150;

describe('an open card', () => {
  const line = new DOMRect(100, 100, 80, 20);
  let closing = new AbortController();
  /** A background that finds nothing in any text. */
  const ask: AskBackground = async <K extends keyof BackgroundRequests>(type: K) =>
    (type === 'mentions.find'
      ? { mentions: [], topics: [] }
      : null) as BackgroundRequests[K]['answer'];

  const build = (given: Partial<CardRequest> = {}, onClose = () => {}) =>
    buildCard({
      topics: [three],
      strings: { locale: 'en', strings: en },
      about: null,
      passages: { opened: null, standing: null },
      address: null,
      ask,
      anchor: () => ({ line, sentence: [line] }),
      dark: false,
      zoom: 1,
      sheet: false,
      signal: closing.signal,
      stop: closing.signal,
      onPointerEnter: () => {},
      onPointerLeave: () => {},
      onClose,
      onPin: () => {},
      onReturn: () => true,
      ...given,
    });

  function open(given: Partial<CardRequest> = {}, focus = false) {
    closing = new AbortController();
    const onClose = vi.fn(() => closing.abort());
    act(() => build(given, onClose).open(focus));
    return onClose;
  }
  const host = () => document.querySelector<HTMLElement>('on-record-card');

  beforeEach(() => {
    document.body.innerHTML = '<button id="own">Of the page</button>';
    // happy-dom has no popovers.
    HTMLElement.prototype.showPopover ??= () => {};
  });
  afterEach(() => closing.abort());

  it('is built outside the page, tells nobody that it was seen until it stands there, and may never come', async () => {
    const asked = vi.fn(ask);
    closing = new AbortController();
    const own = document.documentElement.outerHTML;
    const card = build({ ask: asked as AskBackground });
    card.learn(about('2024-11-07'));
    await new Promise((resolve) => setTimeout(resolve, AFTER_FRAMES_MS));
    expect(document.documentElement.outerHTML).toBe(own);
    expect(asked).not.toHaveBeenCalled();
    act(() => card.open(false));
    await vi.waitFor(() =>
      expect(asked).toHaveBeenCalledWith('topics.seen', { topics: three.topics }),
    );
    closing.abort();
    closing = new AbortController();
    const dropped = build();
    closing.abort();
    act(() => dropped.open(false));
    expect(host()).toBeNull();
  });

  it('shows what fills it in its first frame, and all of the record right after', async () => {
    const many = topic(
      Array.from({ length: 12 }, (_, i) =>
        record({ key: `varn-dam#${i}`, made: date('2025-04-26') }),
      ),
    );
    // happy-dom lays nothing out: here every element has more in it than it shows.
    vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(900);
    const attach = vi.spyOn(Element.prototype, 'attachShadow');
    open({ topics: [many] });
    const rows = () => attach.mock.results[0]?.value.querySelectorAll('[data-kind]').length;
    expect(rows()).toBe(8);
    await vi.waitFor(() => expect(rows()).toBe(12));
    vi.restoreAllMocks();
  });

  it('is whole at once where that does not fill it', () => {
    const many = topic(
      Array.from({ length: 12 }, (_, i) =>
        record({ key: `varn-dam#${i}`, made: date('2025-04-26') }),
      ),
    );
    const attach = vi.spyOn(Element.prototype, 'attachShadow');
    open({ topics: [many] });
    expect(attach.mock.results[0]?.value.querySelectorAll('[data-kind]')).toHaveLength(12);
    vi.restoreAllMocks();
  });

  it('speaks another language when the reader chooses one', () => {
    const attach = vi.spyOn(Element.prototype, 'attachShadow');
    closing = new AbortController();
    const card = build();
    act(() => card.open(false));
    const strings = { ...en, 'record.whole': 'x', 'kind.claim': 'CLAIM IN ARABIC' };
    act(() => card.renew([topic([crack], { name: 'Another name' })], { locale: 'ar', strings }));
    const root: ShadowRoot = attach.mock.results[0]?.value;
    expect(textOf(root.querySelector('h2'))).toBe('Another name');
    expect(textOf(root.querySelector('.kind'))).toBe('CLAIM IN ARABIC');
    expect(root.querySelector<HTMLElement>('.surface')?.dir).toBe('rtl');
    expect(host()?.style.direction).toBe('rtl');
    vi.restoreAllMocks();
  });

  it('lets no page look inside', () => {
    open();
    expect(host()?.shadowRoot).toBeNull();
  });

  it('leaves the page as it was', () => {
    const before = document.documentElement.outerHTML;
    open();
    expect(document.documentElement.outerHTML).not.toBe(before);
    closing.abort();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('takes the focus when asked to, and gives it back', () => {
    const own = document.getElementById('own');
    own?.focus();
    open({}, true);
    expect(document.activeElement).toBe(host());
    closing.abort();
    expect(document.activeElement).toBe(own);
  });

  it('leaves the focus alone when opened by the pointer', () => {
    const own = document.getElementById('own');
    own?.focus();
    open();
    expect(document.activeElement).toBe(own);
    closing.abort();
    expect(document.activeElement).toBe(own);
  });

  it('closes at Escape, which the page then does not hear', () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard, { once: true });
    const onClose = open();
    // A page can make the key up; a person's is trusted.
    press(document.body, 'Escape');
    expect(onClose).not.toHaveBeenCalled();
    expect(heard).toHaveBeenCalledOnce();
    document.addEventListener('keydown', heard, { once: true });
    const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    Object.defineProperty(key, 'isTrusted', { value: true });
    document.body.dispatchEvent(key);
    expect(onClose).toHaveBeenCalledOnce();
    expect(heard).toHaveBeenCalledOnce();
    expect(host()).toBeNull();
    document.removeEventListener('keydown', heard);
  });

  it('opens nothing for a reader that has gone on already', () => {
    open({ signal: AbortSignal.abort() });
    expect(host()).toBeNull();
  });

  it('fades out unless all that is ours shall go at once, and can then no longer be pressed', () => {
    vi.useFakeTimers();
    try {
      open({ stop: new AbortController().signal });
      closing.abort();
      expect(host()?.style.pointerEvents).toBe('none');
      vi.advanceTimersByTime(120);
      expect(host()).toBeNull();
      const stop = new AbortController();
      open({ stop: stop.signal });
      closing.abort();
      expect(host()).not.toBeNull();
      stop.abort();
      expect(host()).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it('stands at the lower edge, as wide as the window, where a finger opened it', () => {
    open({ sheet: true });
    expect(host()?.style.inset).toMatch(/^auto 0/);
    expect(host()?.style.width).toBe('auto');
  });

  it('is dark or light as the page is, whatever the browser prefers', () => {
    open({ dark: true });
    expect(host()?.style.colorScheme).toBe('dark');
  });
});
