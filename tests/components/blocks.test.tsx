// @vitest-environment happy-dom
/** Side by side: figures, dates of one event; packs, actions and toasts. */
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { ActionBar } from '../../components/ActionBar';
import { ago } from '../../components/ago';
import { CiteChoices } from '../../components/CiteChoices';
import { datesOfOne } from '../../components/dates-of-one';
import { Figures } from '../../components/Figures';
import { figuresOf } from '../../components/figures';
import { Matches } from '../../components/Matches';
import { MuteChoices } from '../../components/MuteChoices';
import { PackList } from '../../components/PackList';
import { RecordRow } from '../../components/RecordRow';
import { Toast } from '../../components/Toast';
import { TopicRecord } from '../../components/TopicRecord';
import type { Named } from '../../data/messages';
import * as dam from '../gallery/dam';
import { arabicWords } from '../gallery/words';
import { date, record, relation, source, topic } from './sample';
import { click, press, show, textOf } from './show';

const rowsOf = (place: HTMLElement) => [...place.querySelectorAll('.figure')].map(textOf);

describe('figures on record', () => {
  it('stand ascending with who and when, each as it was given, the sentence’s own in a box', () => {
    const place = show(<Figures records={dam.records} named={dam.named} />);
    expect(textOf(place.querySelector('h3'))).toBe(
      '“12,000” is in this sentence. Figures on record:',
    );
    expect(rowsOf(place)).toEqual([
      'at least 3,000 Harbour divers 23 Oct',
      '3,000 Institute of Geology 23 Oct',
      'about 10,000 Ada Holm, Valley Mutual 28 Oct',
      '12,000 Survey pilots 24 Oct as in this sentence',
    ]);
    expect([...place.querySelectorAll('.same')].map(textOf)).toHaveLength(1);
    expect(textOf(place.querySelector('.figures-unit'))).toBe('metres 2024');
  });

  it('say the year once above the dates, or beside each date where it is another one', () => {
    const before = { ...dam.geology, made: date('2023-12-30') };
    const place = show(<Figures records={[dam.divers, before, dam.military]} />);
    expect(textOf(place.querySelector('.figures-unit'))).toBe('metres');
    expect(rowsOf(place).map((row) => /\d+ \w+(?: \d{4})?$/.exec(row ?? '')?.[0])).toEqual([
      '23 Oct 2024',
      '30 Dec 2023',
      '24 Oct 2024',
    ]);
  });

  it('are not shown where only one figure of a unit is on record', () => {
    const same = [
      dam.geology,
      { ...dam.geology, key: 'varn-dam#again', speakers: ['Somebody else'] },
    ];
    expect(figuresOf(same, null)).toEqual([]);
    expect(show(<Figures records={same} />).textContent).toBe('');
  });

  it('differ also by what qualifies them', () => {
    expect(figuresOf([dam.divers, dam.geology], null)).toHaveLength(1);
  });

  it('never mix units', () => {
    const money = record({ key: 'p#m', figures: [dam.metres(45, null, 'crowns')] });
    const groups = figuresOf([...dam.records, money], null);
    expect(groups.map(({ unit }) => unit)).toEqual(['metres']);
  });

  it('have one row for a speaker who said the same twice, with both dates', () => {
    const again = { ...dam.geology, key: 'varn-dam#again', made: date('2024-10-30') };
    const [group] = figuresOf([...dam.records, again], null);
    const own = group?.rows.filter(
      ({ record: { speakers } }) => speakers[0] === 'Institute of Geology',
    );
    expect(own?.map(({ dates }) => dates.map(({ edtf }) => edtf))).toEqual([
      ['2024-10-23', '2024-10-30'],
    ]);
  });

  it('say that a denial gave one, and leave out what was withdrawn', () => {
    const denied = record({
      key: 'p#d',
      kind: 'denial',
      speakers: ['Ministry'],
      figures: [dam.metres(0)],
    });
    const withdrawn = {
      ...dam.military,
      withdrawn: { date: date('2025-01-01'), reason: 'Wrong.' },
    };
    const place = show(<Figures records={[denied, dam.geology, withdrawn]} />);
    expect(rowsOf(place)).toEqual([
      '0 Denial Ministry 18 Oct',
      '3,000 Institute of Geology 23 Oct',
    ]);
  });

  it('of many speakers show six, the sentence’s own among them, and all when asked', () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      record({ key: `p#${i}`, speakers: [`S${i}`], figures: [dam.metres(i)] }),
    );
    const named: Named = {
      figures: [{ text: '20', value: 20 }],
      records: [{ key: 'p#20', speaker: false, figure: 'same', marks: [] }],
    };
    const place = show(<Figures records={many} named={named} />);
    expect(rowsOf(place)).toHaveLength(6);
    expect(place.querySelectorAll('.same')).toHaveLength(1);
    click(place.querySelector('.figures > button'));
    expect(rowsOf(place)).toHaveLength(30);
  });

  it('are in the reader’s digits', () => {
    const place = show(<Figures records={dam.records} named={dam.named} />, arabicWords);
    expect(textOf(place.querySelector('.same b'))).toBe('١٢٬٠٠٠');
  });

  it('lead to the record that gave them', () => {
    const onPick = vi.fn();
    click(
      show(<Figures records={dam.records} named={null} onPick={onPick} />).querySelector(
        '.figure-row',
      ),
    );
    expect(onPick).toHaveBeenCalledExactlyOnceWith('varn-dam#divers');
  });
});

describe('dates of one event', () => {
  const one = record({ key: 'p#a', when: date('2024-10-02') });
  const other = record({
    key: 'p#b',
    when: date('2024-10-14'),
    relations: [relation({ record: 'p#a' })],
  });

  it('stand side by side where relations tie the records together', () => {
    const groups = datesOfOne([other, one]).map((group) => group.map(({ when }) => when.edtf));
    expect(groups).toEqual([['2024-10-02', '2024-10-14']]);
  });

  it.each([
    ['nothing ties them', { relations: [] }],
    ['they may mean the same day', { when: date('2024-10') }],
    [
      'one corrects the other, which has columns of its own',
      { relations: [relation({ type: 'corrects', record: 'p#a' })] },
    ],
    ['one was withdrawn', { withdrawn: { date: date('2025-01-01'), reason: 'Wrong.' } }],
  ] as const)('are not shown where %s', (_, given) => {
    expect(datesOfOne([one, { ...other, ...given } as typeof other])).toEqual([]);
  });

  it('end for a circle of a thousand', () => {
    const circle = Array.from({ length: 1000 }, (_, i) =>
      record({
        key: `p#${i}`,
        when: date(i % 2 ? '2024-10-02' : '2024-10-14'),
        relations: [relation({ record: `p#${(i + 1) % 1000}` })],
      }),
    );
    expect(datesOfOne(circle).map((group) => group.length)).toEqual([1000]);
  });
});

describe('matches of the sentence', () => {
  it('stand best first, the same figure marked, and say what is later than the page', () => {
    const place = show(
      <Matches
        records={dam.records}
        packs={[dam.signed]}
        named={dam.named}
        pageDate={dam.PAGE_DATE}
      />,
    );
    expect(
      [...place.querySelectorAll<HTMLElement>('[data-match]')].map((row) => row.dataset.match),
    ).toEqual(['varn-dam#pilots', 'varn-dam#admits']);
    expect(textOf(place.querySelector('mark'))).toBe('12,000');
    expect([...place.querySelectorAll('.later')].map(textOf)).toEqual([
      'after this page was published',
    ]);
  });

  it('say nothing of later where the page’s date is not known', () => {
    const place = show(
      <Matches records={dam.records} packs={[]} named={dam.named} pageDate={null} />,
    );
    expect(place.querySelector('.later')).toBeNull();
  });
});

describe('a topic’s record', () => {
  const shown = (keys: readonly string[], records = [dam.survey, dam.groundless]) => {
    const named: Named = {
      figures: [],
      records: keys.map((key) => ({ key, speaker: true, figure: null, marks: [] })),
    };
    const place = show(
      <TopicRecord
        topic={topic(records, { named })}
        lit={null}
        onPick={() => {}}
        onShown={() => {}}
      />,
    );
    return [...place.querySelectorAll<HTMLElement>('[data-match], [data-key]')].map(
      ({ dataset }) => dataset.match ?? dataset.key,
    );
  };
  const [first, second] = [dam.survey.key, dam.groundless.key];

  it('begins with what the sentence names', () => {
    expect(shown([second])).toEqual([second, first, second]);
    expect(shown([second, first])).toEqual([second, first, second]);
  });

  it('says nothing twice where that stands first already, or nothing is named', () => {
    expect(shown([first])).toEqual([first, second]);
    expect(shown([])).toEqual([first, second]);
    expect(shown([first], [dam.survey])).toEqual([first]);
  });
});

it('sources of one name stay apart where they differ', () => {
  const speech = (title: string) => source({ url: null, title, print: null, published: null });
  const place = show(
    <RecordRow record={record({ key: 'p#r', sources: [speech('Morning'), speech('Evening')] })} />,
  );
  expect(place.querySelectorAll('[data-source]')).toHaveLength(2);
});

describe('packs', () => {
  const shown = (...packs: (typeof dam.signed)[]) =>
    [...show(<PackList packs={packs} now={dam.NOW} />).querySelectorAll('.pack')].map(textOf);

  it('say who published, whether it is signed, and how current it is', () => {
    expect(shown(dam.signed, dam.other, dam.unsigned)).toEqual([
      'VDThe Varn damSignedUpdated 2 days ago',
      'VWValley WatchSignedStale · 41 days',
      'RNRiver notesNot signedUpdated yesterday',
    ]);
  });

  it.each([
    ['2024-11-09', 'today'],
    ['2024-09-29', '41 days ago'],
    ['2024-08-01', '3 months ago'],
    ['2020-11-09', '4 years ago'],
  ])('updated on %s were updated %s', (day, words) => {
    expect(ago(date(day), dam.NOW, 'en')).toBe(words);
    expect(ago({ edtf: 'unknown', label: '' }, dam.NOW, 'en')).toBeNull();
  });

  it('call the one that comes with the extension not signed and not unsigned', () => {
    expect(shown({ ...dam.signed, bundled: true, signed: false })).toEqual([
      'VDThe Varn damComes with On RecordUpdated 2 days ago',
    ]);
  });

  it('say nothing of a date that is to come, or not known', () => {
    expect(
      shown(
        { ...dam.signed, updated: date('2031-01-01') },
        { ...dam.signed, id: 'x', updated: null },
      ),
    ).toEqual(['VDThe Varn damSigned', 'VDThe Varn damSigned']);
  });

  it('of many show three, and the rest when asked', () => {
    const packs = Array.from({ length: 5 }, (_, i) => ({ ...dam.signed, id: `p${i}` }));
    const place = show(<PackList packs={packs} now={dam.NOW} />);
    expect(place.querySelectorAll('.pack')).toHaveLength(3);
    click(place.querySelector('.packs > button'));
    expect(place.querySelectorAll('.pack')).toHaveLength(5);
  });
});

describe('actions', () => {
  const nothing = () => {};
  const bar = (given: Partial<Parameters<typeof ActionBar>[0]> = {}) =>
    show(
      <ActionBar
        pinned={false}
        onPin={nothing}
        onPanel={nothing}
        drawer={{ cite: <p>forms</p>, mute: <p>places</p> }}
        {...given}
      />,
    );

  it('open their choices in a strip, one at a time, and Escape gives the focus back', () => {
    const place = bar();
    const [, , cite, mute] = place.querySelectorAll<HTMLElement>('.action');
    click(cite);
    expect(textOf(place.querySelector('.strip'))).toBe('forms');
    expect(cite?.getAttribute('aria-expanded')).toBe('true');
    click(mute);
    expect(textOf(place.querySelector('.strip'))).toBe('places');
    expect(cite?.getAttribute('aria-expanded')).toBe('false');
    press(place.querySelector('.strip p'), 'Escape');
    expect(place.querySelector('.strip')).toBeNull();
    expect(document.activeElement).toBe(mute);
  });

  it('have names also where they are icons only', () => {
    const names = [...bar({ compact: true }).querySelectorAll('.action')];
    expect(names.map((each) => each.getAttribute('aria-label'))).toEqual([
      'Pin',
      'Side panel',
      'Copy citation',
      'Mute',
    ]);
  });

  it('say where the side panel is opened when it cannot be from here', () => {
    const place = bar({ panelHint: 'From the toolbar.' });
    const panel = place.querySelectorAll<HTMLButtonElement>('.action')[1];
    expect(panel?.disabled).toBe(true);
    expect(textOf(place)).toContain('From the toolbar.');
  });

  it('copy a record in the form asked for', () => {
    const onCite = vi.fn();
    const place = show(
      <CiteChoices
        records={dam.records}
        chosen={dam.survey.key}
        onChoose={nothing}
        onCite={onCite}
        onLink={null}
        tell={null}
      />,
    );
    expect(place.querySelectorAll('option')).toHaveLength(dam.records.length);
    for (const chip of place.querySelectorAll('.chip')) click(chip);
    expect(onCite.mock.calls.flat()).toEqual(['plain', 'markdown', 'bibtex', 'csl-json']);
  });

  it.each([
    ['https://publisher.example/write?record=x', true],
    ['mailto:editors@publisher.example', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
  ])('lead to a publisher at %s: %s', (tell, leads) => {
    const place = show(
      <CiteChoices
        records={[]}
        chosen=""
        onChoose={nothing}
        onCite={nothing}
        onLink={nothing}
        tell={tell}
      />,
    );
    expect(place.querySelector('a') !== null).toBe(leads);
  });

  it('mute here or everywhere', () => {
    const onMute = vi.fn();
    for (const chip of show(
      <MuteChoices host="courier.example" onMute={onMute} />,
    ).querySelectorAll('.chip')) {
      click(chip);
    }
    expect(onMute.mock.calls).toEqual([['courier.example'], [null]]);
  });
});

describe('a toast', () => {
  it('goes by itself, waits while it is pointed at, and goes at its action', () => {
    vi.useFakeTimers();
    const [onEnd, onPress] = [vi.fn(), vi.fn()];
    try {
      const place = show(
        <Toast onEnd={onEnd} action={{ label: 'Undo', onPress }}>
          Topic muted everywhere
        </Toast>,
      );
      const toast = place.querySelector('.toast');
      act(() => void vi.advanceTimersByTime(3900));
      act(() => void toast?.dispatchEvent(new Event('pointerenter')));
      act(() => void vi.advanceTimersByTime(60_000));
      expect(onEnd).not.toHaveBeenCalled();
      act(() => void toast?.dispatchEvent(new Event('pointerleave')));
      act(() => void vi.advanceTimersByTime(200));
      expect(onEnd).toHaveBeenCalledOnce();
      click(place.querySelector('button'));
      expect(onPress).toHaveBeenCalledOnce();
      expect(onEnd).toHaveBeenCalledTimes(2);
    } finally {
      vi.useRealTimers();
    }
  });
});

it('a source leads to the passage first, and to its archived copy', () => {
  const passage = 'https://courier.example/dam#:~:text=a%20crack';
  const given = source({
    passage,
    archive: 'https://archive.example/dam',
    retrieved: date('2024-11-03'),
  });
  const links = [
    ...show(<RecordRow record={record({ key: 'p#r', sources: [given] })} />).querySelectorAll('a'),
  ];
  expect(links.map(({ href }) => href)).toEqual([passage, 'https://archive.example/dam']);
  expect(links[0]?.title).toContain('Read by the editors 3 Nov 2024');
});
