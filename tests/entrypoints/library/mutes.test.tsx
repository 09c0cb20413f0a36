// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import type { AskBackground, Mute } from '../../../data/messages';
import { Mutes } from '../../../entrypoints/library/Mutes';
import { click, show } from '../../components/show';

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)));

const counts = { claim: 1, denial: 0, statement: 0, event: 0 };
const quay = { key: 'harbour#quay', name: 'The new quay', counts };
const tolls = { key: 'harbour#tolls', name: 'Tolls', counts };

/** A background that keeps muted topics as the real one does. */
async function library(given: Mute[]) {
  const asked: unknown[] = [];
  let mutes = given;
  let failing = false;
  const ask = (async (type: string, payload: { topic: string; host: string | null }) => {
    asked.push([type, payload]);
    if (failing && type === 'mute.set') throw new Error('There is no room left.');
    if (type === 'mutes.list') return mutes;
    mutes = mutes.filter(({ topic, host }) => topic.key !== payload.topic || host !== payload.host);
    return null;
  }) as AskBackground;
  const place = show(<Mutes ask={ask} />);
  await settle();
  return { place, asked, fail: () => (failing = true) };
}

const rows = (place: HTMLElement) =>
  [...place.querySelectorAll('li')].map((row) => row.textContent);
const button = (place: HTMLElement, label: string) =>
  place.querySelector<HTMLButtonElement>(`[aria-label="${label}"]`);

describe('the muted topics in the library', () => {
  it('are listed with where they are muted', async () => {
    const { place } = await library([
      { topic: quay, host: 'news.example' },
      { topic: tolls, host: null },
    ]);
    expect(rows(place)).toEqual([
      'The new quaynews.exampleMark again',
      'TollsEverywhereMark again',
    ]);
  });

  it('are marked again one by one', async () => {
    const { place, asked } = await library([
      { topic: quay, host: 'news.example' },
      { topic: quay, host: null },
    ]);
    click(button(place, 'Mark The new quay again'));
    await settle();
    expect(asked).toContainEqual([
      'mute.set',
      { topic: 'harbour#quay', host: 'news.example', muted: false },
    ]);
    expect(rows(place)).toEqual(['The new quayEverywhereMark again']);
  });

  it('say what is wrong when that fails, and stay', async () => {
    const { place, fail } = await library([{ topic: tolls, host: null }]);
    fail();
    click(button(place, 'Mark Tolls again'));
    await settle();
    expect(place.querySelector('[role=alert]')?.textContent).toBe('There is no room left.');
    expect(rows(place)).toHaveLength(1);
  });

  it('are said to be none', async () => {
    const { place } = await library([]);
    expect(place.textContent).toContain('No topic is muted.');
  });
});
