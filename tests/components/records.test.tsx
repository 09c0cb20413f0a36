// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { RecordRow } from '../../components/RecordRow';
import { Timeline } from '../../components/Timeline';
import { crack, date, noCrack, pack, record, relation, source, words } from './sample';
import { click, show, textOf } from './show';

const rows = (place: HTMLElement) => [...place.querySelectorAll<HTMLElement>('[data-key]')];

describe('a record', () => {
  it('puts the type word before the speaker', () => {
    expect(textOf(show(<RecordRow record={noCrack} />).querySelector('.head'))).toBe(
      'Denial Ministry of Works',
    );
  });

  it('of a denial names what it denies, with its date', () => {
    expect(textOf(show(<RecordRow record={noCrack} />).querySelector('.relation'))).toBe(
      'Denies Union of Engineers, 18 Oct',
    );
  });

  it('that was denied names who denied it', () => {
    expect(textOf(show(<RecordRow record={crack} />).querySelector('.relation'))).toBe(
      'Denied by Ministry of Works, 21 Oct',
    );
  });

  it('names a record without a speaker by its date', () => {
    const corrects = relation({ type: 'corrects', speakers: [], date: date('2023-07-26') });
    const place = show(<RecordRow record={record({ key: 'p#r', relations: [corrects] })} />);
    expect(textOf(place.querySelector('.relation'))).toBe('Corrects the record of 26 Jul 2023');
  });

  it('shows three relations at once, and the rest when asked', () => {
    const many = Array.from({ length: 9 }, (_, i) => relation({ record: `p#r${i}` }));
    const place = show(<RecordRow record={record({ key: 'p#r', relations: many })} />);
    expect(place.querySelectorAll('.relation')).toHaveLength(3);
    const more = place.querySelector('.record > button');
    expect(textOf(more)).toBe('Show 6 more');
    click(more);
    expect(place.querySelectorAll('.relation')).toHaveLength(9);
  });

  it('tells when it was said from when the thing happened', () => {
    const place = show(
      <Timeline records={[record({ key: 'p#r', when: date('2024-10-02') })]} packs={[pack]} />,
    );
    expect(textOf(place.querySelector('.date'))).toBe('18 Oct 2024');
    expect(textOf(place.querySelector('.when'))).toBe('Speaks of 2 Oct');
  });

  it('shows a date as reported and as corrected, each with its source', () => {
    const corrected = record({
      key: 'p#r',
      kind: 'event',
      speakers: [],
      corrections: [
        {
          record: 'p#c',
          field: 'when',
          reported: date('2024-07-26'),
          corrected: date('2024-06-19'),
          figures: null,
          text: words('It was in June.'),
          source: source({ publisher: 'Town archive', published: null, title: null }),
        },
      ],
    });
    const columns = show(<RecordRow record={corrected} />).querySelectorAll('.correction > div');
    expect([...columns].map(textOf)).toEqual([
      'As reported here26 Jul 2024Varn Courier',
      'Correction19 Jun 2024Town archive',
    ]);
  });

  it('that was withdrawn says so, when and why', () => {
    const withdrawn = { date: date('2025-01-02'), reason: 'The source took it back.' };
    const place = show(<RecordRow record={record({ key: 'p#r', withdrawn })} />);
    expect(place.querySelector('.record')?.classList).toContain('withdrawn');
    expect(textOf(place)).toContain(
      'Withdrawn by its publisher, 2 Jan 2025: The source took it back.',
    );
  });

  it('names its translator', () => {
    const text = { text: 'There is a crack.', lang: 'en', translator: 'A. Translator' };
    expect(textOf(show(<RecordRow record={record({ key: 'p#r', text })} />))).toContain(
      'Translated by A. Translator',
    );
  });

  it.each([
    ['Latin letters', 'a word '.repeat(30)],
    ['wide letters', '균열이 있다 '.repeat(18)],
    ['paragraphs', 'A line.\n'.repeat(6)],
  ])('folds a long text of %s, and shows all of it when asked', (_, text) => {
    const place = show(<RecordRow record={record({ key: 'p#r', text: words(text) })} />);
    const button = place.querySelector('.record > button');
    expect(place.querySelector('.text')?.className).toBe('text folded');
    expect(place.querySelector('.text')?.textContent).toBe(text);
    expect(textOf(button)).toBe('Show all');
    click(button);
    expect(place.querySelector('.text')?.className).toBe('text');
    expect(button?.getAttribute('aria-expanded')).toBe('true');
  });

  it('shows a short text whole', () => {
    const place = show(<RecordRow record={crack} />);
    expect(place.querySelector('.text')?.className).toBe('text');
    expect(place.querySelector('.record > button')).toBeNull();
  });

  it('keeps markup in a hostile record as text', () => {
    const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const place = show(
      <RecordRow record={record({ key: 'p#r', text: words(hostile), speakers: [hostile] })} />,
    );
    expect(place.querySelector('img, script')).toBeNull();
    expect(place.querySelector('.text')?.textContent).toBe(hostile);
  });

  it('shows what would turn the writing direction round, and isolates names', () => {
    const place = show(<RecordRow record={record({ key: 'p#r', speakers: ['\u202Eevil'] })} />);
    expect(place.querySelector('.head bdi')?.textContent).toBe('U+202Eevil');
    expect(place.textContent).not.toContain('\u202E');
  });
});

describe('a source', () => {
  const shown = (given: Parameters<typeof source>[0]) =>
    show(<RecordRow record={record({ key: 'p#r', sources: [source(given)] })} />);

  it('opens in a tab of its own that is told nothing of where the reader was', () => {
    const link = shown({}).querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://courier.example/dam');
    expect(link?.target).toBe('_blank');
    expect(link?.rel).toBe('noopener noreferrer');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'no address'])(
    'at %s is text, never a link',
    (url) => {
      const place = shown({ url });
      expect(place.querySelector('[href]')).toBeNull();
      expect(textOf(place.querySelector('.sources'))).toContain(url);
    },
  );

  it('without an address says where it stands in print', () => {
    const place = shown({ url: null, print: 'p. 4' });
    expect(place.querySelector('a')).toBeNull();
    expect(textOf(place.querySelector('.sources'))).toBe('Varn Courier, 24 Oct 2024p. 4');
  });

  it('without address or print place says that none is known', () => {
    expect(textOf(shown({ url: null }).querySelector('.sources'))).toContain('no address known');
  });

  it('in another language than the reader’s says which', () => {
    expect(textOf(shown({ language: 'ko' }).querySelector('.sources'))).toContain('Korean');
    expect(textOf(shown({ language: 'en-GB' }).querySelector('.sources'))).not.toContain('English');
  });
});

describe('the timeline', () => {
  it('keeps the order it is given, and puts undated records last, under a heading', () => {
    const undated = record({ key: 'p#note', kind: 'statement', made: null });
    const place = show(<Timeline records={[undated, crack, noCrack]} />);
    expect(rows(place).map((row) => row.dataset.key)).toEqual([
      'varn-dam#crack',
      'varn-dam#no-crack',
      'p#note',
    ]);
    expect(textOf(place.querySelector('h3'))).toBe('Undated');
  });

  it('says the year in the first row and where it changes', () => {
    const later = record({ key: 'p#later', made: date('2025-04-26') });
    const place = show(<Timeline records={[crack, noCrack, later]} />);
    expect([...place.querySelectorAll('.year')].map(textOf)).toEqual(['2024', '2025']);
  });

  it('says a date once for one speaker’s records of a day, to the eye', () => {
    const same = record({ key: 'varn-dam#same' });
    const dates = show(<Timeline records={[crack, same]} />).querySelectorAll('.date');
    expect([...dates].map((cell) => cell.querySelector('.unseen:not(time *)') !== null)).toEqual([
      false,
      true,
    ]);
    expect(textOf(dates[1])).toBe('18 Oct 2024');
  });

  it('never makes an approximate date more precise', () => {
    const about = { edtf: '2024-10~', label: 'about Oct 2024' };
    const place = show(<Timeline records={[record({ key: 'p#r', made: about })]} />);
    expect(textOf(place.querySelector('.date'))).toBe('about Oct 2024');
    expect(place.querySelector('time')?.hasAttribute('datetime')).toBe(false);
  });

  it('stands an event that nobody said under the day it happened', () => {
    const event = record({ key: 'p#e', kind: 'event', made: null, when: date('2024-06-19') });
    const place = show(<Timeline records={[event]} />);
    expect(textOf(place.querySelector('.date'))).toBe('19 Jun 2024');
    expect(place.querySelector('.when')).toBeNull();
  });

  it('leads from a denial to the claim in the list', () => {
    const onPick = vi.fn();
    const place = show(<Timeline records={[crack, noCrack]} onPick={onPick} />);
    click(rows(place)[1]?.querySelector('button.relation'));
    expect(onPick).toHaveBeenCalledExactlyOnceWith('varn-dam#crack');
  });

  it('offers no way to a record that is not in the list', () => {
    const place = show(<Timeline records={[noCrack]} onPick={() => {}} />);
    expect(place.querySelector('button.relation')).toBeNull();
    expect(textOf(place.querySelector('p.relation'))).toContain('Union of Engineers');
  });
});
