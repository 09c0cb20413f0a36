// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import type { AskBackground } from '../../../data/messages';
import type { RequestView, SyncSettings } from '../../../data/pack-messages';
import { Account } from '../../../entrypoints/library/Account';
import { bytesWords } from '../../../entrypoints/library/bytes';
import { Pace } from '../../../entrypoints/library/Pace';
import { Privacy } from '../../../entrypoints/library/Privacy';
import { click, show, textOf } from '../../components/show';

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)));

const request = (given: Partial<RequestView>): RequestView => ({
  address: 'https://desk.example/varn/head.json',
  at: Date.UTC(2026, 10, 22, 9, 14),
  bytes: 1204,
  cause: 'alarm',
  outcome: 'ok',
  ...given,
});

describe('the privacy log, in the library', () => {
  it('lists requests with their address, size, reason and end, and clears them', async () => {
    let rows = [
      request({}),
      request({ cause: 'check', bytes: 0, outcome: 'not-found' }),
      request({ cause: 'offer', bytes: 0, outcome: 'redirect' }),
    ];
    const ask = (async (type: string) => {
      if (type === 'requests.clear') rows = [];
      return type === 'requests.list' ? { total: rows.length, rows } : null;
    }) as AskBackground;
    const place = show(<Privacy ask={ask} />);
    await settle();
    expect(textOf(place)).toContain('Never sent: the words and addresses of pages');
    const lines = [...place.querySelectorAll('.request')].map((line) => textOf(line));
    expect(lines[0]).toContain('https://desk.example/varn/head.json');
    expect(lines[0]).toContain('Looked for updates by itself');
    expect(lines[0]).toContain('1 kB');
    expect(lines[1]).toContain('Nothing usable came');
    expect(lines[2]).toContain('Led on to another address');
    click(
      [...place.querySelectorAll('button')].find((one) => textOf(one) === 'Clear the log') ?? null,
    );
    await settle();
    await settle();
    expect(textOf(place)).toContain('On Record has made no request.');
  });
});

describe('when to look for updates', () => {
  async function pace(refuses = false) {
    const set: SyncSettings[] = [];
    const ask = (async (type: string, given: SyncSettings) => {
      if (type === 'sync.get') return { everyHours: 6, saveData: true };
      if (refuses) throw new Error('no');
      set.push(given);
      return null;
    }) as AskBackground;
    const place = show(<Pace ask={ask} />);
    await settle();
    const select = place.querySelector('select') as HTMLSelectElement;
    const choose = async (value: string) => {
      select.value = value;
      await act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
      await settle();
    };
    return { place, select, set, choose };
  }

  it('is every so many hours, or only when the reader says so', async () => {
    const { select, set, choose } = await pace();
    expect(select.value).toBe('6');
    await choose('24');
    await choose('never');
    expect(set).toEqual([
      { everyHours: 24, saveData: true },
      { everyHours: null, saveData: true },
    ]);
  });

  it('says where it cannot be kept', async () => {
    const { place, choose } = await pace(true);
    await choose('1');
    expect(textOf(place.querySelector('[role=alert]'))).toContain('could not be stored');
  });
});

describe('the account with the browser’s maker', () => {
  it('is off until the reader switches it on, and says what goes there and what never does', async () => {
    const asked: unknown[] = [];
    const ask = (async (type: string, given: unknown) => {
      if (type === 'account.get') return false;
      asked.push(given);
      return null;
    }) as AskBackground;
    const place = show(<Account ask={ask} />);
    await settle();
    expect(textOf(place)).toContain('servers of the browser’s maker');
    expect(textOf(place)).toContain('never go');
    const box = place.querySelector('input');
    expect(box?.checked).toBe(false);
    click(box);
    await settle();
    expect(asked).toEqual([{ on: true }]);
  });
});

describe('amounts of bytes', () => {
  it.each([
    [0, '0 byte'],
    [999, '999 byte'],
    [84_000, '84 kB'],
    [1_640_000, '1.6 MB'],
    [36_000_000, '36 MB'],
  ])('%i is %s', (bytes, words) => {
    expect(bytesWords(bytes, 'en').replace('bytes', 'byte')).toBe(words);
  });
});
