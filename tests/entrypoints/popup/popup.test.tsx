// @vitest-environment happy-dom
/** The popup with a background and a browser that answer when the test says so. */
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  AskBackground,
  PageKind,
  PageReading,
  SearchAnswer,
  SiteState,
} from '../../../data/messages';
import { Popup } from '../../../entrypoints/popup/Popup';
import { crack, date, noCrack, pack, topic } from '../../components/sample';
import { click, press, show, textOf } from '../../components/show';

const browser = vi.hoisted(() => ({
  permissions: { request: vi.fn() },
  runtime: { openOptionsPage: vi.fn() },
  sidePanel: { open: vi.fn() },
  tabs: { sendMessage: vi.fn(), reload: vi.fn() },
}));
// Neither a permission prompt nor a tab of a browser exists here; tests/browser has the real ones.
vi.mock('wxt/browser', () => ({ browser }));

const tab = { id: 7, url: 'https://news.example/dam', windowId: 1, isPrivate: false };
const on: SiteState = { host: 'news.example', granted: true, mode: 'articles', paused: false };
const off: SiteState = { ...on, granted: false };
const closed: SiteState = { ...off, host: null };

const found = (query: string, ...records: (typeof crack)[]): SearchAnswer => ({
  query,
  total: records.length,
  hits: records.map((record) => ({ record, marks: [], around: [] })),
  facets: {
    kinds: { claim: 0, denial: records.length, statement: 0, event: 0 },
    speakers: [],
    packs: [],
    years: [],
  },
  chosen: { kinds: [], by: null, in: null, year: null, said: [] },
  slips: [],
  without: [],
});

let site: SiteState | Error = on;
/** What the reader in the page says of it; null where none runs. */
let reading: PageReading | null = null;
let kind: PageKind = 'text';
let searches: { query: string; answer: (answer: SearchAnswer) => void }[] = [];
const asked = vi.fn();

/** What the background would answer. */
const ask = ((type: string, given: { query: string }) => {
  asked(type, given);
  if (type === 'site.get' || type === 'site.set') {
    return site instanceof Error ? Promise.reject(site) : Promise.resolve(site);
  }
  if (type === 'pause.set') return Promise.resolve(null);
  if (type === 'packs.list') return Promise.resolve([pack]);
  if (type === 'page.kind') return Promise.resolve(kind);
  // entrypoints/popup/PackOffers.tsx has a test of its own.
  if (type === 'page.offers') return Promise.resolve([]);
  return new Promise((answer) => searches.push({ query: given.query, answer }));
}) as AskBackground;

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)));

async function open(at = tab, query?: string): Promise<HTMLElement> {
  const place = show(<Popup ask={ask} tab={at} query={query} />);
  await vi.waitFor(() => expect(place.querySelector('.topic, .empty, .note')).not.toBeNull());
  return place;
}

/** The page's reader lists these mentions and says what it is asked about the page. */
function readerAnswers(mentions: readonly object[]) {
  browser.tabs.sendMessage.mockImplementation(async (_, { type }: { type: string }) => {
    if (!reading) throw new Error('Receiving end does not exist.');
    return { ok: true, value: type === 'page.state' ? reading : mentions };
  });
}

async function type(place: HTMLElement, query: string) {
  const box = place.querySelector<HTMLInputElement>('[type=search]');
  if (!box) throw new Error('no search box');
  box.value = query;
  await act(() => void box.dispatchEvent(new Event('input', { bubbles: true })));
}

beforeEach(() => {
  site = on;
  reading = { read: true, why: 'json-ld' };
  kind = 'text';
  searches = [];
  vi.clearAllMocks();
  const mentions = [
    { index: 0, topic: topic([crack, noCrack]), phrase: 'a crack' },
    { index: 1, topic: topic([crack], { key: 'varn-dam#money', name: 'Money' }), phrase: 'funds' },
    { index: 2, topic: topic([crack, noCrack]), phrase: 'the crack' },
  ];
  readerAnswers(mentions);
});

describe('the search', () => {
  it('has the focus as soon as the popup is open', async () => {
    const place = await open();
    expect(document.activeElement).toBe(place.querySelector<HTMLInputElement>('[type=search]'));
  });

  it('never lets a late answer cover a newer one', async () => {
    const place = await open();
    await type(place, 'cra');
    await type(place, 'crack');
    searches[1]?.answer(found('crack', noCrack));
    await settle();
    searches[0]?.answer(found('cra', crack));
    await settle();
    const shown = [...place.querySelectorAll<HTMLElement>('.hit[data-kind]')];
    expect(shown.map((row) => row.dataset.kind)).toEqual(['denial']);
  });

  it('goes back to the page when it is emptied, whatever comes in later', async () => {
    const place = await open();
    await type(place, 'crack');
    press(place.querySelector<HTMLInputElement>('[type=search]'), 'Escape');
    searches[0]?.answer(found('crack', crack));
    await settle();
    expect(place.querySelector('.hit[data-kind]')).toBeNull();
    expect(textOf(place.querySelector('h2'))).toBe('On this page');
  });

  it('says when no record matches', async () => {
    const place = await open();
    await type(place, 'ship');
    searches[0]?.answer(found('ship'));
    await settle();
    expect(textOf(place.querySelector('.empty'))).toContain('Nothing for “ship” in your packs.');
  });

  it('opens a record below its row, with what it denies and where to check', async () => {
    const place = await open();
    await type(place, 'crack');
    searches[0]?.answer(found('crack', noCrack));
    await settle();
    const row = place.querySelector('.hit [data-row]');
    click(row);
    expect(row?.getAttribute('aria-expanded')).toBe('true');
    expect(textOf(place.querySelector('.relation'))).toBe('Denies Union of Engineers, 18 Oct');
    expect(place.querySelector('.hit a[href]')).not.toBeNull();
  });

  it('says of a withdrawn record when and why it was withdrawn', async () => {
    const place = await open();
    await type(place, 'crack');
    const withdrawn = { date: date('2025-01-02'), reason: 'The source took it back.' };
    searches[0]?.answer(found('crack', { ...crack, withdrawn }));
    await settle();
    expect(place.querySelector('.hit')?.classList).toContain('withdrawn');
    click(place.querySelector('[data-row]'));
    expect(textOf(place.querySelector('.hit-more'))).toContain(
      'Withdrawn by its publisher, 2 Jan 2025: The source took it back.',
    );
  });
});

describe('leaving', () => {
  const closed = vi.spyOn(window, 'close').mockImplementation(() => {});
  const alertIn = (place: HTMLElement) => textOf(place.querySelector('[role=alert]'));
  const button = (place: HTMLElement, name: string) =>
    [...place.querySelectorAll('button')].find((each) => textOf(each) === name);

  /** The reader answers that the list may be had, and this when told to open a mention. */
  const readerOpens = (opens: () => Promise<unknown>) => {
    const others = browser.tabs.sendMessage.getMockImplementation();
    browser.tabs.sendMessage.mockImplementation((tab, message: { type: string }) =>
      message.type === 'page.open' ? opens() : others?.(tab, message),
    );
  };

  it('closes the popup once the card is open', async () => {
    readerOpens(async () => ({ ok: true, value: true }));
    const place = await open();
    click(place.querySelector('.topic'));
    await settle();
    expect(closed).toHaveBeenCalledOnce();
  });

  it.each([
    ['finds it gone', async () => ({ ok: true, value: false })],
    ['is gone itself', () => Promise.reject(new Error('Receiving end does not exist.'))],
  ])('stays and says so when the reader of a mention %s', async (_, opens) => {
    readerOpens(opens);
    const place = await open();
    click(place.querySelector('.topic'));
    await settle();
    expect(closed).not.toHaveBeenCalled();
    expect(alertIn(place)).toBe('That mention is no longer on the page.');
  });

  it('stays and says so when the browser opens neither panel nor library', async () => {
    browser.sidePanel.open.mockRejectedValue(new Error('may only be called in a user gesture'));
    browser.runtime.openOptionsPage.mockRejectedValue(new Error('no window'));
    const place = await open();
    click(button(place, 'Open side panel'));
    await settle();
    expect(alertIn(place)).toContain('did not open the side panel');
    click(button(place, 'Library'));
    await settle();
    expect(alertIn(place)).toContain('did not open the library');
    expect(closed).not.toHaveBeenCalled();
  });
});

describe('text that was selected in the page', () => {
  it('is looked up as soon as the popup is open', async () => {
    const place = show(<Popup ask={ask} tab={tab} query="the dam" />);
    await settle();
    expect(searches.map(({ query }) => query)).toEqual(['the dam']);
    searches[0]?.answer(found('the dam', crack));
    await settle();
    expect(place.querySelector<HTMLInputElement>('[type=search]')?.value).toBe('the dam');
    expect(place.querySelectorAll('[data-kind]')).toHaveLength(1);
  });
});

describe('whether the page is read, and why', () => {
  const why = (place: HTMLElement) => textOf(place.querySelector('.popup-where [role=status]'));
  const radio = (place: HTMLElement, name: string) =>
    [...place.querySelectorAll('label')]
      .find((each) => textOf(each) === name)
      ?.querySelector<HTMLInputElement>('input');

  it.each([
    ['json-ld', 'Reads articles. This page says that it is one.'],
    ['og-type', 'Reads articles. This page says that it is one.'],
    ['microdata', 'Reads articles. This page says that it is one.'],
    ['article', 'Reads articles. This page is built as one.'],
    ['readable', 'Reads articles. This page reads like one.'],
    ['asked', 'Reads articles, and this page because you asked.'],
    ['always', 'Reads every page here.'],
  ] as const)('says it in words: %s', async (sign, words) => {
    reading = { read: true, why: sign };
    const place = await open();
    await settle();
    expect(why(place)).toBe(words);
  });

  it('has a page read that is no article, when asked', async () => {
    reading = { read: false, why: 'not-article' };
    const place = await open();
    await settle();
    expect(why(place)).toContain('This page does not look like one.');
    expect(textOf(place.querySelector('.empty h2'))).toBe('Not read');
    reading = { read: true, why: 'asked' };
    click(place.querySelector('.empty button'));
    await settle();
    expect(browser.tabs.sendMessage).toHaveBeenCalledWith(
      7,
      { type: 'page.read', ask: null },
      { frameId: 0 },
    );
    expect(why(place)).toContain('because you asked');
    await vi.waitFor(() => expect(place.querySelectorAll('.topic')).toHaveLength(2));
  });

  it('says so when the reader is gone that was to read the page', async () => {
    reading = { read: false, why: 'not-article' };
    const place = await open();
    await settle();
    reading = null;
    click(place.querySelector('.empty button'));
    await settle();
    expect(textOf(place.querySelector('[role=alert]'))).toContain('could not be read');
  });

  it('lets every page of the site be chosen, by native radio buttons', async () => {
    const place = await open();
    expect(radio(place, 'Articles')?.checked).toBe(true);
    site = { ...on, mode: 'always' };
    click(radio(place, 'Every page'));
    await settle();
    expect(asked).toHaveBeenCalledWith('site.set', expect.objectContaining({ mode: 'always' }));
    expect(radio(place, 'Every page')?.checked).toBe(true);
  });

  it('offers no choice of pages where the site is off', async () => {
    site = off;
    const place = await open();
    expect(place.querySelector('[type=radio]')).toBeNull();
  });

  it('turns a site on as it was chosen before', async () => {
    site = { ...off, mode: 'always' };
    browser.permissions.request.mockResolvedValue(true);
    const place = await open();
    click(place.querySelector('[role=switch]'));
    await settle();
    expect(asked).toHaveBeenCalledWith('site.set', expect.objectContaining({ mode: 'always' }));
  });
});

describe('the pause', () => {
  const button = (place: HTMLElement, name: string) =>
    [...place.querySelectorAll('button')].find((each) => textOf(each) === name);

  it('is one button away, and so is the end of it', async () => {
    const place = await open();
    site = { ...on, paused: true };
    click(button(place, 'Pause'));
    await settle();
    expect(asked).toHaveBeenCalledWith('pause.set', { paused: true });
    expect(textOf(place.querySelector('.popup-head [role=status]'))).toBe('Paused everywhere');
    expect(textOf(place.querySelector('.empty h2'))).toBe('Paused everywhere');
    expect(place.querySelector<HTMLButtonElement>('[role=switch]')?.disabled).toBe(true);
    expect(button(place, 'Pause')).toBeUndefined();
    site = on;
    click(button(place, 'Go on reading'));
    await settle();
    expect(asked).toHaveBeenCalledWith('pause.set', { paused: false });
    await vi.waitFor(() => expect(place.querySelectorAll('.topic')).toHaveLength(2));
  });

  it('is said before anything else, also where no page can be read', async () => {
    site = { ...closed, paused: true };
    const place = await open();
    expect(textOf(place.querySelector('.empty h2'))).toBe('Paused everywhere');
  });
});

describe('this page', () => {
  it('lists its topics by their first mention, each with how often it is mentioned', async () => {
    const place = await open();
    expect([...place.querySelectorAll('.topic')].map(textOf)).toEqual([
      'Cracks in the dam2 mentions1 claim 1 denial',
      'Money1 mention1 claim',
    ]);
  });

  it('opens the card of a topic on the page', async () => {
    const place = await open();
    click(place.querySelectorAll('.topic')[1]);
    expect(browser.tabs.sendMessage).toHaveBeenLastCalledWith(
      7,
      { type: 'page.open', ask: { index: 1 } },
      { frameId: 0 },
    );
  });

  it('is walked by arrow keys, from the search box and back', async () => {
    const place = await open();
    const rows = [...place.querySelectorAll('.topic')];
    press(place.querySelector<HTMLInputElement>('[type=search]'), 'ArrowDown');
    expect(document.activeElement).toBe(rows[0]);
    press(rows[0] ?? null, 'ArrowDown');
    expect(document.activeElement).toBe(rows[1]);
    press(rows[1] ?? null, 'ArrowUp');
    press(rows[0] ?? null, 'ArrowUp');
    expect(document.activeElement).toBe(place.querySelector<HTMLInputElement>('[type=search]'));
  });

  it('says why it cannot be read', async () => {
    site = closed;
    const place = await open();
    expect(place.querySelector<HTMLButtonElement>('[role=switch]')?.disabled).toBe(true);
    expect(textOf(place.querySelector('.empty h2'))).toBe('This page cannot be read');
  });

  it('says that a page is a PDF rather than no article', async () => {
    reading = { read: false, why: 'not-article' };
    kind = 'pdf';
    const place = await open();
    expect(textOf(place.querySelector('.empty'))).toContain('It is a PDF');
    expect(place.querySelector('.empty button')).toBeNull();
  });

  it('says so where nothing is on record', async () => {
    readerAnswers([]);
    const place = await open();
    await settle();
    expect(textOf(place.querySelector('.empty'))).toContain(
      'None of the 2 topics in your packs appears on this page.',
    );
  });
});

describe('the switch', () => {
  it('says so when the background cannot tell how it stands', async () => {
    site = new Error('Something went wrong inside On Record.');
    const place = await open();
    expect(textOf(place.querySelector('[role=alert]'))).toBe(
      'Something went wrong inside On Record.',
    );
    expect(place.querySelector<HTMLButtonElement>('[role=switch]')?.disabled).toBe(true);
  });

  it('names the site alone to the background, however long the address', async () => {
    await open({ ...tab, url: `https://news.example/dam?${'from=list&'.repeat(9000)}` });
    expect(asked).toHaveBeenCalledWith('site.get', { url: 'https://news.example' });
  });

  it('asks for the site within the click, before anything is awaited', async () => {
    site = off;
    browser.permissions.request.mockResolvedValue(true);
    const place = await open();
    asked.mockClear();
    (place.querySelector('[role=switch]') as HTMLElement).click();
    expect(browser.permissions.request).toHaveBeenCalledExactlyOnceWith({
      origins: ['https://news.example/*'],
    });
    expect(asked).not.toHaveBeenCalled();
    site = on;
    await settle();
    expect(asked).toHaveBeenCalledWith('site.set', {
      url: 'https://news.example',
      mode: 'articles',
      tab: 7,
      privately: false,
    });
    expect(place.querySelector('[role=switch]')?.getAttribute('aria-checked')).toBe('true');
  });

  it('says so when the browser was not given leave, with a way back', async () => {
    site = off;
    browser.permissions.request.mockResolvedValue(false);
    const place = await open();
    click(place.querySelector('[role=switch]'));
    await settle();
    expect(asked).not.toHaveBeenCalledWith('site.set', expect.anything());
    expect(textOf(place.querySelector('.empty h2'))).toBe('Not allowed yet');
    click(place.querySelector('.empty button'));
    expect(browser.permissions.request).toHaveBeenCalledTimes(2);
  });

  it('tells the background of a private window, where nothing may be stored', async () => {
    const place = await open({ ...tab, isPrivate: true });
    click(place.querySelector('[role=switch]'));
    await settle();
    expect(asked).toHaveBeenCalledWith('site.set', expect.objectContaining({ privately: true }));
  });

  it('asks for nothing to switch off', async () => {
    const place = await open();
    click(place.querySelector('[role=switch]'));
    await settle();
    expect(browser.permissions.request).not.toHaveBeenCalled();
    expect(asked).toHaveBeenCalledWith('site.set', {
      url: 'https://news.example',
      mode: 'never',
      tab: 7,
      privately: false,
    });
  });
});
