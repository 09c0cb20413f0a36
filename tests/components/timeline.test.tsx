// @vitest-environment happy-dom
/** The timeline as it is drawn: what is built at first, and what comes out when somebody asks for it or is taken to it. */
import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import type { Lit } from '../../components/lit';
import { Timeline } from '../../components/Timeline';
import * as dam from '../gallery/dam';
import { date, pack, record, relation, source, words } from './sample';
import { click, show, textOf } from './show';

const keysIn = (place: HTMLElement) =>
  [...place.querySelectorAll<HTMLElement>('[data-key]')].map((row) => row.dataset.key);
const button = (place: HTMLElement, words: RegExp) =>
  [...place.querySelectorAll('button')].find((each) => words.test(textOf(each)));

describe('the page’s date', () => {
  it('is an item of the list, and what came later is under a heading', () => {
    const place = show(<Timeline records={dam.records} pageDate={dam.PAGE_DATE} />);
    const items = [...(place.querySelector('ol')?.children ?? [])].map(textOf);
    const pill = items.indexOf('This page · 7 Nov 2024');
    expect(pill).toBe(7);
    expect(items[pill + 1]).toBe('After this page was published');
    expect(items[pill + 2]).toContain('Board of the dam');
    expect(place.querySelector('ol > :not(li)')).toBeNull();
  });

  it.each([undefined, null])('is not drawn where there is none (%s)', (pageDate) => {
    const place = show(<Timeline records={dam.records} pageDate={pageDate} />);
    expect(place.querySelector('.page-pill')).toBeNull();
    expect(textOf(place)).not.toContain('After this page');
  });
});

describe('a long record', () => {
  const records = dam.many(500);

  it('builds few rows at first, and a month’s when it is opened', () => {
    const place = show(<Timeline records={records} />);
    expect(keysIn(place).length).toBeLessThanOrEqual(12);
    const june = button(place, /^June 2024/);
    click(june);
    expect(june?.getAttribute('aria-expanded')).toBe('true');
    expect(keysIn(place)).toContain('varn-dam#n151');
    click(june);
    expect(keysIn(place)).not.toContain('varn-dam#n151');
  });

  it('names what a fold holds, and brings it out', () => {
    const place = show(<Timeline records={dam.records} fold />);
    const fold = button(place, /^Show/);
    expect(textOf(fold)).toMatch(/^Show 5 more, 23\s*–\s*28 Oct$/);
    click(fold);
    expect(keysIn(place)).toHaveLength(dam.records.length);
    expect(button(place, /^Show/)).toBeUndefined();
  });

  it('brings out the record that one is taken to, a second time too, and gives its row', () => {
    const onShown = vi.fn();
    function Goer() {
      const [lit, setLit] = useState<Lit | null>(null);
      return (
        <>
          <button type="button" onClick={() => setLit({ key: 'varn-dam#n250' })}>
            Go
          </button>
          <Timeline records={records} lit={lit} onShown={(row) => onShown(row.dataset.key)} />
        </>
      );
    }
    const place = show(<Goer />);
    expect(keysIn(place)).not.toContain('varn-dam#n250');
    click(button(place, /^Go$/));
    expect(place.querySelector<HTMLElement>('.lit')?.dataset.key).toBe('varn-dam#n250');
    expect(keysIn(place).length).toBeLessThan(25);
    click(button(place, /^September 2024/));
    expect(keysIn(place)).not.toContain('varn-dam#n250');
    click(button(place, /^Go$/));
    expect(onShown.mock.calls).toEqual([['varn-dam#n250'], ['varn-dam#n250']]);
  });

  it('stands open with nothing to press where it is printed', () => {
    const place = show(<Timeline records={dam.many(40)} whole />);
    expect(keysIn(place)).toHaveLength(40);
    expect(button(place, /^(?:Show|\w+ 2024)/)).toBeUndefined();
    expect(textOf(place.querySelector('.month-head'))).toMatch(/^January 2024/);
  });
});

describe('ties', () => {
  const place = () =>
    show(<Timeline records={[dam.survey, dam.minister, dam.groundless]} onPick={() => {}} />);

  it('are drawn beside every item that they pass', () => {
    const rows = [...place().querySelectorAll('[data-key]')];
    expect(rows.map((row) => row.querySelectorAll('.tie.denies').length)).toEqual([2, 2, 2]);
    expect(rows.map((row) => row.querySelectorAll('.tie.end').length)).toEqual([1, 0, 1]);
  });

  it('light up with both records when one of them is pointed at or focused', async () => {
    const { act } = await import('preact/test-utils');
    const list = place();
    const denial = list.querySelector('[data-kind=denial] .text');
    const point = (type: string) =>
      act(() => void denial?.dispatchEvent(new Event(type, { bubbles: true })));
    point('pointerover');
    expect([...list.querySelectorAll<HTMLElement>('.tied')].map((row) => row.dataset.kind)).toEqual(
      ['claim', 'denial'],
    );
    expect(list.querySelectorAll('.bright').length).toBeGreaterThan(3);
    act(() => void list.firstElementChild?.dispatchEvent(new Event('pointerleave')));
    expect(list.querySelectorAll('.tied, .bright')).toHaveLength(0);
    point('focusin');
    expect(list.querySelectorAll('.tied')).toHaveLength(2);
  });
});

describe('records of several packs', () => {
  const other = { ...pack, id: 'valley-watch', name: 'Valley Watch', monogram: 'VW' };
  const theirs = record({ key: 'valley-watch#crack', text: words('They saw a crack.') });
  const ours = record({ key: 'varn-dam#crack' });

  it('stand in a column each under the publisher’s name, every wording its own', () => {
    const place = show(<Timeline records={[ours, theirs]} packs={[pack, other]} />);
    expect(keysIn(place)).toEqual(['varn-dam#crack']);
    expect([...place.querySelectorAll('.publisher')].map(textOf)).toEqual([
      'VDThe Varn dam',
      'VWValley Watch',
    ]);
    expect([...place.querySelectorAll('.text')].map(textOf)).toEqual([
      ours.text.text,
      'They saw a crack.',
    ]);
  });

  it('are one row with both monograms where the words agree exactly', () => {
    const same = { ...ours, key: 'valley-watch#crack' };
    const place = show(<Timeline records={[ours, same]} packs={[pack, other]} />);
    expect(place.querySelectorAll('.text')).toHaveLength(1);
    expect([...place.querySelectorAll('.monogram')].map(textOf)).toEqual(['VD', 'VW']);
    // They name the same page: once is enough.
    expect(place.querySelectorAll('[data-source]')).toHaveLength(1);
  });

  it('lead to the row also by the second pack’s key', () => {
    const onShown = vi.fn();
    show(
      <Timeline
        records={[ours, theirs]}
        packs={[pack, other]}
        lit={{ key: theirs.key }}
        onShown={(row) => onShown(row.dataset.key)}
      />,
    );
    expect(onShown).toHaveBeenCalledExactlyOnceWith('varn-dam#crack');
  });
});

describe('what else a row says', () => {
  it('marks the figure that the sentence gives', () => {
    const place = show(<Timeline records={dam.records} named={dam.named} />);
    expect([...place.querySelectorAll('mark')].map(textOf)).toEqual(['12,000']);
  });

  it('says that the page is its source, or that the passage is gone', () => {
    const here = (key: string) =>
      record({ key, sources: [source({ here: true })], made: date('2024-10-18') });
    const place = show(<Timeline records={[here('p#a'), here('p#b')]} gone={new Set(['p#b'])} />);
    expect([...place.querySelectorAll('.source-here')].map(textOf)).toEqual([
      'This page is the source',
      'The passage is no longer on this page',
    ]);
  });

  it('says once what is new or changed', () => {
    const place = show(
      <Timeline
        records={[
          { ...dam.survey, news: 'new' },
          { ...dam.groundless, news: 'changed' },
        ]}
      />,
    );
    expect([...place.querySelectorAll('.news')].map(textOf)).toEqual(['New', 'Changed']);
  });

  it('shows the words that a translation stands for, in their own language and direction', () => {
    const text = { text: 'There is a crack.', lang: 'en', translator: 'A. Translator' };
    const original = words('في الجدار شق.', 'ar');
    const place = show(<Timeline records={[record({ key: 'p#r', text, original })]} />);
    const toggle = button(place, /^Show original$/);
    expect(toggle?.getAttribute('aria-pressed')).toBe('false');
    click(toggle);
    expect(toggle?.getAttribute('aria-pressed')).toBe('true');
    const shown = place.querySelector<HTMLElement>('.text');
    expect([textOf(shown), shown?.lang, shown?.dir]).toEqual(['في الجدار شق.', 'ar', 'auto']);
  });

  it('goes round for ever in no circle of relations', () => {
    const circle = Array.from({ length: 1000 }, (_, i) =>
      record({
        key: `p#${i}`,
        kind: 'denial',
        relations: Array.from({ length: 4 }, (_unused, j) =>
          relation({ record: `p#${(i + j + 1) % 1000}` }),
        ),
      }),
    );
    const place = show(<Timeline records={circle} />);
    expect(keysIn(place).length).toBeLessThan(20);
  });
});
