// @vitest-environment happy-dom
/** The side panel with a background and a browser that answer what the test says. */
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Key, PageAbout, PageKind, PageReading, SiteState } from '../../../data/messages';
import { SidePanel } from '../../../entrypoints/sidepanel/SidePanel';
import { crack, date, noCrack, pack, record, topic, words } from '../../components/sample';
import { click, press, show, textOf } from '../../components/show';

const browser = vi.hoisted(() => {
  const listeners = new Set<(changes: object) => void>();
  const event = { addListener: vi.fn(), removeListener: vi.fn() };
  const tabEvents = ['onActivated', 'onUpdated', 'onAttached', 'onDetached', 'onReplaced'];
  const moved = new Set<() => void>();
  const told = {
    addListener: (listener: () => void) => moved.add(listener),
    removeListener: (listener: () => void) => moved.delete(listener),
  };
  return {
    /** Tells the panel that the background kept something for it. */
    keep: (changes: object) => {
      for (const listener of listeners) listener(changes);
    },
    /** Tells the panel that something happened to the tabs. */
    moved: () => {
      for (const listener of moved) listener();
    },
    tabs: {
      query: vi.fn(),
      sendMessage: vi.fn(),
      reload: vi.fn(),
      create: vi.fn(),
      getCurrent: vi.fn(),
      ...Object.fromEntries(tabEvents.map((name) => [name, told])),
    },
    permissions: { contains: vi.fn(), request: vi.fn(), onAdded: event, onRemoved: event },
    storage: {
      session: {
        set: vi.fn(),
        onChanged: {
          addListener: (listener: (changes: object) => void) => listeners.add(listener),
          removeListener: (listener: (changes: object) => void) => listeners.delete(listener),
        },
      },
    },
  };
});
// No tab of a browser exists here; tests/browser has real ones.
vi.mock('wxt/browser', () => ({ browser }));

/** What is laid out here is nowhere, so the test says what is on screen. */
let onScreen = (_: Element) => true;
vi.stubGlobal(
  'IntersectionObserver',
  class {
    constructor(readonly tell: (entries: object[]) => void) {}
    observe(target: Element) {
      this.tell([{ target, isIntersecting: onScreen(target) }]);
    }
    disconnect() {}
  },
);

const paid = record({
  key: 'varn-dam#paid',
  kind: 'statement',
  speakers: ['Treasury of Varn'],
  made: date('2025-02-03'),
  text: words('Nine million were paid for the northern wall.'),
});
const cracks = topic([crack, noCrack]);
const money = topic([crack, paid], {
  key: 'varn-dam#money',
  topics: ['varn-dam#money'],
  name: 'Money',
});

const on: SiteState = { host: 'news.example', granted: true, mode: 'articles', paused: false };
const tab = { id: 7, url: 'https://news.example/dam', title: 'A dam', incognito: false };

let site: SiteState = on;
let reading: PageReading | null = { read: true, why: 'json-ld' };
let kind: PageKind = 'text';
let about: PageAbout;
let views = [cracks, money];
let mentioned = [cracks, money, cracks];
let wanted: Key | null = null;
const asked = vi.fn();
const told = vi.fn();

async function ask(type: string, given: { topics?: string[] }) {
  asked(type, given);
  if (type === 'site.get') return site;
  if (type === 'page.about') return about;
  if (type === 'page.kind') return kind;
  if (type === 'packs.list') return [pack];
  if (type === 'panel.take') {
    const topic = wanted;
    wanted = null;
    return topic;
  }
  if (type !== 'topics.view') return null;
  return views.filter((view) => view.topics.some((key) => given.topics?.includes(key)));
}

/** The reader in the page. */
async function answer(_: number, { type, ask: given }: { type: string; ask: unknown }) {
  told(type, given);
  if (!reading) throw new Error('Receiving end does not exist.');
  if (type === 'page.state') return { ok: true, value: reading };
  if (type === 'page.mentions') {
    return {
      ok: true,
      value: mentioned.map((one, index) => ({ index, topic: one, phrase: one.name })),
    };
  }
  return { ok: true, value: true };
}

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)));

async function open(): Promise<HTMLElement> {
  const place = show(<SidePanel ask={ask as never} />);
  await vi.waitFor(() =>
    expect(place.querySelector('.panel-record, .empty, [role=alert]')).not.toBeNull(),
  );
  await settle();
  return place;
}

const chip = (place: HTMLElement, name: string) =>
  [...place.querySelectorAll<HTMLElement>('.kinds .chip')].find((one) =>
    textOf(one).startsWith(name),
  );
const named = (place: HTMLElement, name: string) =>
  [...place.querySelectorAll<HTMLElement>('button')].find((one) => textOf(one).includes(name));
const shownKeys = (place: HTMLElement) =>
  [...place.querySelectorAll<HTMLElement>('[data-key]')].map((row) => row.dataset.key);
const status = (place: HTMLElement) => textOf(place.querySelector('.filters [role=status]'));

beforeEach(() => {
  vi.clearAllMocks();
  site = on;
  reading = { read: true, why: 'json-ld' };
  kind = 'text';
  about = {
    title: 'The dam of Varn',
    address: 'https://www.news.example/dam',
    published: { date: date('2024-11-07'), sign: 'meta' },
  };
  views = [cracks, money];
  mentioned = [cracks, money, cracks];
  wanted = null;
  onScreen = () => true;
  browser.tabs.query.mockResolvedValue([tab]);
  browser.tabs.sendMessage.mockImplementation(answer);
  browser.permissions.contains.mockResolvedValue(false);
});

describe('the page’s record', () => {
  it('has every topic in page order, each with its records and how often it is mentioned', async () => {
    const place = await open();
    expect([...place.querySelectorAll('h2')].map(textOf)).toEqual(['Cracks in the dam', 'Money']);
    expect([...place.querySelectorAll('.jump')].map(textOf)).toEqual(['2 mentions', '1 mention']);
    expect(shownKeys(place)).toEqual([crack.key, noCrack.key, crack.key, paid.key]);
  });

  it('says of which page it is, and divides the record at the page’s date', async () => {
    const place = await open();
    const head = textOf(place.querySelector('.panel-head'));
    expect(head).toContain('The dam of Varn');
    expect(head).toContain('news.example · published 7 Nov 2024');
    const last = place.querySelectorAll('.panel-topic')[1];
    expect(textOf(last)).toMatch(/This page · 7 Nov 2024.*After this page was published.*Treasury/);
  });

  it('says so where the page’s date was not found', async () => {
    about = { ...about, published: null };
    const place = await open();
    expect(textOf(place.querySelector('.panel-head'))).toContain('Page date not found');
    expect(textOf(place)).not.toContain('This page ·');
  });

  it('is on one line by date, each record once', async () => {
    const place = await open();
    click(place.querySelector('[value=date]'));
    await settle();
    expect(shownKeys(place)).toEqual([crack.key, noCrack.key, paid.key]);
  });

  it('names the topics of each record on that line, where the page has several', async () => {
    const place = await open();
    click(place.querySelector('[value=date]'));
    await settle();
    expect([...place.querySelectorAll('.tag.topics')].map(textOf)).toEqual([
      'Cracks in the dam · Money',
      'Cracks in the dam',
      'Money',
    ]);
    mentioned = [cracks];
    const other = await open();
    click(other.querySelector('[value=date]'));
    await settle();
    expect(shownKeys(other)).toEqual([crack.key, noCrack.key]);
    expect(other.querySelectorAll('.tag.topics')).toHaveLength(0);
  });

  it('has one part for what several packs hold of one topic', async () => {
    views = [{ ...cracks, topics: [cracks.key, money.key] }];
    const place = await open();
    expect([...place.querySelectorAll('.jump')].map(textOf)).toEqual(['3 mentions']);
  });

  it('asks for the topics a few at a time', async () => {
    const many = Array.from({ length: 55 }, (_, i) =>
      topic([record({ key: `varn-dam#r${i}` })], {
        key: `varn-dam#t${i}`,
        topics: [`varn-dam#t${i}`],
        name: `Topic ${i}`,
      }),
    );
    views = many;
    mentioned = many;
    const place = await open();
    await vi.waitFor(
      () => expect(place.querySelectorAll('.panel-record')).toHaveLength(55),
      10_000,
    );
    const batches = asked.mock.calls.filter(([type]) => type === 'topics.view');
    expect(batches[0]?.[1].topics).toHaveLength(2);
    for (const [, given] of batches) expect(given.topics.length).toBeLessThanOrEqual(6);
    expect(new Set(batches.flatMap(([, given]) => given.topics)).size).toBe(55);
  });

  it('asks again for a topic whose records are more than they were, and for no other', async () => {
    const place = await open();
    asked.mockClear();
    const grown = topic([crack, noCrack, paid]);
    views = [grown, money];
    mentioned = [grown, money];
    await vi.waitFor(() => expect(place.querySelectorAll('[data-key]')).toHaveLength(5), 3000);
    const batches = asked.mock.calls.filter(([type]) => type === 'topics.view');
    expect(batches.map(([, given]) => given.topics)).toEqual([[cracks.key]]);
  });

  it('says why a record cannot be shown', async () => {
    const failing = async (type: string, given: object) => {
      if (type === 'topics.view') throw new Error('There is no room left to store packs.');
      return ask(type, given);
    };
    const place = show(<SidePanel ask={failing as never} />);
    await vi.waitFor(() =>
      expect(textOf(place.querySelector('[role=alert]'))).toBe(
        'There is no room left to store packs.',
      ),
    );
  });

  it('closes a topic and opens it again', async () => {
    const place = await open();
    const toggle = place.querySelector('.topic-toggle');
    click(toggle);
    expect(toggle?.getAttribute('aria-expanded')).toBe('false');
    expect(shownKeys(place)).toEqual([crack.key, paid.key]);
    click(toggle);
    expect(shownKeys(place)).toHaveLength(4);
  });
});

describe('a record of which most is off screen', () => {
  const isFirst = (element: Element) =>
    element.matches('.panel-topic:first-child, .panel-topic:first-child *');

  it('is drawn to its end, one topic a task', async () => {
    onScreen = isFirst;
    const place = await open();
    await vi.waitFor(async () => {
      await settle();
      expect(shownKeys(place)).toEqual([crack.key, noCrack.key, crack.key, paid.key]);
    });
  });

  it('answers a press where the reader looks before it draws the rest', async () => {
    onScreen = isFirst;
    const place = await open();
    await vi.waitFor(async () => {
      await settle();
      expect(shownKeys(place)).toHaveLength(4);
    });
    click(chip(place, 'Claims'));
    // The topic below, of a claim and a statement, has not had its turn.
    expect(shownKeys(place)).toEqual([crack.key, crack.key, paid.key]);
    await settle();
    await vi.waitFor(async () => {
      await settle();
      expect(shownKeys(place)).toEqual([crack.key, crack.key]);
    });
  });

  it('is told as seen where it is', async () => {
    onScreen = isFirst;
    await open();
    const seen = asked.mock.calls.filter(([type]) => type === 'topics.seen');
    expect(seen).toEqual([['topics.seen', { topics: cracks.topics, privately: false }]]);
  });
});

describe('the filters', () => {
  it('leave the kinds that are chosen, and say how many records that are', async () => {
    const place = await open();
    expect(chip(place, 'Claims')?.getAttribute('aria-pressed')).toBe('false');
    expect(textOf(chip(place, 'Claims'))).toBe('Claims 1');
    expect(status(place)).toBe('');
    click(chip(place, 'Denials'));
    expect(chip(place, 'Denials')?.getAttribute('aria-pressed')).toBe('true');
    expect(shownKeys(place)).toEqual([noCrack.key]);
    expect(status(place)).toBe('1 of 3 records');
    // A topic of which nothing is left is not there; the other counts what is on show.
    expect([...place.querySelectorAll('.panel-topic .counts')].map(textOf)).toEqual(['1 denial']);
    click(chip(place, 'Statements'));
    expect(shownKeys(place)).toEqual([noCrack.key, paid.key]);
  });

  it('give all back at one press, and keep the focus among them', async () => {
    const place = await open();
    click(chip(place, 'Denials'));
    click(named(place, 'Clear filters'));
    expect(shownKeys(place)).toHaveLength(4);
    expect(named(place, 'Clear filters')).toBeUndefined();
    expect(document.activeElement).toBe(chip(place, 'Claims'));
  });

  it('choose one speaker from a list with counts', async () => {
    const place = await open();
    click(named(place, 'Speaker and dates'));
    const list = place.querySelector('select');
    expect([...(list?.options ?? [])].map(textOf)).toEqual([
      'Anyone',
      'Ministry of Works (1)',
      'Treasury of Varn (1)',
      'Union of Engineers (1)',
    ]);
    if (list) list.value = 'Treasury of Varn';
    act(() => void list?.dispatchEvent(new Event('change', { bubbles: true })));
    expect(shownKeys(place)).toEqual([paid.key]);
  });

  it('leave what was said between two days', async () => {
    const place = await open();
    click(named(place, 'Speaker and dates'));
    const [from, to] = place.querySelectorAll<HTMLInputElement>('[type=date]');
    const set = (input: HTMLInputElement | undefined, value: string) => {
      if (input) input.value = value;
      act(() => void input?.dispatchEvent(new Event('change', { bubbles: true })));
    };
    set(from, '2024-10-21');
    expect(shownKeys(place)).toEqual([noCrack.key, paid.key]);
    set(to, '2024-12-31');
    expect(shownKeys(place)).toEqual([noCrack.key]);
  });

  it('say so where they leave nothing, with a way back', async () => {
    const place = await open();
    click(chip(place, 'Events'));
    expect(textOf(place.querySelector('.empty'))).toContain(
      'None of the 3 records of this page passes your filters.',
    );
    click(place.querySelector('.empty button'));
    expect(shownKeys(place)).toHaveLength(4);
  });

  it('stay as they are while other pages come to the front', async () => {
    const place = await open();
    click(chip(place, 'Denials'));
    browser.tabs.query.mockResolvedValue([{ ...tab, id: 8, url: 'https://news.example/other' }]);
    mentioned = [cracks];
    act(() => browser.moved());
    await vi.waitFor(() => expect(textOf(place.querySelector('.jump'))).toBe('1 mention'));
    await vi.waitFor(() => expect(shownKeys(place)).not.toEqual([]));
    expect(chip(place, 'Denials')?.getAttribute('aria-pressed')).toBe('true');
    expect(shownKeys(place)).toEqual([noCrack.key]);
  });

  it('are walked by arrow keys, Home and End', async () => {
    const place = await open();
    chip(place, 'Claims')?.focus();
    press(document.activeElement, 'ArrowRight');
    expect(document.activeElement).toBe(chip(place, 'Denials'));
    press(document.activeElement, 'End');
    expect(document.activeElement).toBe(chip(place, 'Events'));
    press(document.activeElement, 'ArrowRight');
    expect(document.activeElement).toBe(chip(place, 'Claims'));
    press(document.activeElement, 'ArrowLeft');
    press(document.activeElement, 'Home');
    expect(document.activeElement).toBe(chip(place, 'Claims'));
  });
});

describe('between the panel and the page', () => {
  it('goes from one mention to the next, and the focus stays', async () => {
    const place = await open();
    const jump = place.querySelector<HTMLElement>('.jump');
    jump?.focus();
    for (const index of [0, 2, 0]) {
      click(jump);
      await settle();
      expect(told).toHaveBeenLastCalledWith('page.show', { index });
    }
    expect(document.activeElement).toBe(jump);
  });

  it('goes back to where the reader was, and gives the focus to the button they came by', async () => {
    const place = await open();
    expect(named(place, 'Back to where you were')).toBeUndefined();
    const jump = place.querySelectorAll<HTMLElement>('.jump')[1];
    jump?.focus();
    click(jump);
    await settle();
    click(named(place, 'Back to where you were'));
    await settle();
    expect(told).toHaveBeenLastCalledWith('page.back', null);
    expect(named(place, 'Back to where you were')).toBeUndefined();
    expect(document.activeElement).toBe(jump);
  });

  it('says so when the mention to go to is gone, and no longer once another is there', async () => {
    const place = await open();
    const [first, second] = place.querySelectorAll('.jump');
    browser.tabs.sendMessage.mockImplementation(async (id, message) =>
      message.type === 'page.show'
        ? { ok: true, value: message.ask.index === 1 }
        : answer(id, message),
    );
    click(first);
    await settle();
    expect(textOf(place.querySelector('[role=alert]'))).toBe(
      'That mention is no longer on the page.',
    );
    click(second);
    await settle();
    expect(place.querySelector('[role=alert]')).toBeNull();
  });

  it('opens at the topic that was read in a card', async () => {
    wanted = money.key;
    const place = await open();
    await vi.waitFor(() =>
      expect(document.activeElement).toBe(place.querySelectorAll('.topic-toggle')[1]),
    );
  });

  it('turns to another topic while it is open, whatever is filtered or closed', async () => {
    const place = await open();
    click(chip(place, 'Denials'));
    click(place.querySelector('[value=date]'));
    wanted = money.key;
    await act(async () => browser.keep({ panel: { newValue: { topic: money.key, tab: 7 } } }));
    await settle();
    expect(document.activeElement).toBe(place.querySelectorAll('.topic-toggle')[1]);
    expect(chip(place, 'Denials')?.getAttribute('aria-pressed')).toBe('false');
  });

  it('walks the topics by arrow keys', async () => {
    const place = await open();
    const [first, second] = place.querySelectorAll<HTMLElement>('.topic-toggle');
    first?.focus();
    press(first ?? null, 'ArrowDown');
    expect(document.activeElement).toBe(second);
    press(second ?? null, 'ArrowUp');
    expect(document.activeElement).toBe(first);
  });
});

describe('a page that is not read', () => {
  it('is told to be a PDF', async () => {
    reading = { read: false, why: 'not-article' };
    kind = 'pdf';
    const place = await open();
    expect(textOf(place.querySelector('.empty'))).toContain('It is a PDF');
    expect(place.querySelector('.filters')).toBeNull();
  });

  it('is told to draw its own text', async () => {
    mentioned = [];
    kind = 'drawn';
    const place = await open();
    expect(textOf(place.querySelector('.empty'))).toContain('draws its text as a picture');
  });

  it('is not known where the browser does not tell which it is', async () => {
    site = { ...on, host: null, granted: false };
    reading = null;
    browser.tabs.query.mockResolvedValue([{ id: 7, incognito: false }]);
    const place = await open();
    expect(textOf(place.querySelector('.empty'))).toContain('Its site is not turned on');
  });

  it('is a browser’s own, where every site is allowed and the browser tells none', async () => {
    site = { ...on, host: null, granted: false };
    reading = null;
    browser.permissions.contains.mockResolvedValue(true);
    browser.tabs.query.mockResolvedValue([{ id: 7, incognito: false }]);
    const place = await open();
    expect(textOf(place.querySelector('.empty'))).toContain('their own pages');
  });

  it('is read when that is asked for', async () => {
    reading = { read: false, why: 'not-article' };
    mentioned = [];
    const place = await open();
    click(named(place, 'Read this page'));
    reading = { read: true, why: 'asked' };
    mentioned = [cracks];
    await vi.waitFor(() => expect(place.querySelector('.panel-record')).not.toBeNull(), 3000);
    expect(told).toHaveBeenCalledWith('page.read', null);
  });

  it('is read once its site is turned on, asked for first thing in the click', async () => {
    site = { ...on, granted: false };
    reading = null;
    browser.permissions.request.mockResolvedValue(true);
    const place = await open();
    asked.mockClear();
    (named(place, 'Turn on for this site') as HTMLElement).click();
    expect(browser.permissions.request).toHaveBeenCalledExactlyOnceWith({
      origins: ['https://news.example/*'],
    });
    expect(asked).not.toHaveBeenCalled();
    await settle();
    expect(asked).toHaveBeenCalledWith('site.set', {
      url: 'https://news.example',
      mode: 'articles',
      tab: 7,
      privately: false,
    });
  });
});

describe('on paper', () => {
  const printed = () => document.querySelector<HTMLElement>('.printed');

  it('has the whole record with nothing to press, as long as the browser prints', async () => {
    await open();
    expect(printed()).toBeNull();
    act(() => void dispatchEvent(new Event('beforeprint')));
    const paper = printed();
    expect(textOf(paper?.querySelector('h1'))).toBe('The dam of Varn');
    expect([...(paper?.querySelectorAll('h2') ?? [])].map(textOf)).toEqual([
      'Cracks in the dam',
      'Money',
    ]);
    expect(paper?.querySelectorAll('[data-key]')).toHaveLength(4);
    expect(paper?.querySelector('a.source-name')?.getAttribute('href')).toBe(
      'https://courier.example/dam',
    );
    act(() => void dispatchEvent(new Event('afterprint')));
    expect(printed()).toBeNull();
  });

  it('is printed from a tab, since side panels print nothing: with the same filters, in no address', async () => {
    browser.tabs.getCurrent.mockResolvedValue(undefined);
    const place = await open();
    click(chip(place, 'Denials'));
    click(named(place, 'Print'));
    await settle();
    const filter = { kinds: ['denial'], speaker: null, from: null, to: null };
    expect(browser.storage.session.set).toHaveBeenCalledWith({ print: { order: 'topic', filter } });
    expect(browser.tabs.create).toHaveBeenCalledWith({ url: '/sidepanel.html?tab=7&print' });
  });

  it('is printed as soon as the record is there, in a tab that was opened for it', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    const filter = { kinds: ['denial'], speaker: null, from: null, to: null } as const;
    const place = show(<SidePanel ask={ask as never} printing={{ order: 'date', filter }} />);
    await vi.waitFor(() => expect(print).toHaveBeenCalledOnce());
    expect(shownKeys(place)).toEqual([noCrack.key]);
    vi.unstubAllGlobals();
  });

  it('has what the filters leave, and says how many of how many that are', async () => {
    const place = await open();
    click(chip(place, 'Denials'));
    act(() => void dispatchEvent(new Event('beforeprint')));
    expect(printed()?.querySelectorAll('[data-key]')).toHaveLength(1);
    expect(textOf(printed())).toContain('1 of 3 records');
    act(() => void dispatchEvent(new Event('afterprint')));
  });
});
