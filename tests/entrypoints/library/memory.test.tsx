// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import type { AskBackground } from '../../../data/messages';
import { Memory } from '../../../entrypoints/library/Memory';
import { click, show } from '../../components/show';

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)));

async function library(refused: readonly string[] = []) {
  const asked: unknown[] = [];
  const ask = (async (type: string, payload: unknown) => {
    if (refused.includes(type)) throw new Error('no');
    if (type !== 'memory.get') asked.push([type, payload]);
    return type === 'memory.get' ? true : null;
  }) as AskBackground;
  const place = show(<Memory ask={ask} />);
  await settle();
  return { place, asked };
}

const box = (place: HTMLElement) => place.querySelector<HTMLInputElement>('input');
const alert = (place: HTMLElement) => place.querySelector('[role=alert]')?.textContent ?? null;

describe('the memory of what was seen, in the library', () => {
  it('is switched off by its box', async () => {
    const { place, asked } = await library();
    expect(box(place)?.checked).toBe(true);
    click(box(place));
    await settle();
    expect(asked).toEqual([['memory.set', { on: false }]]);
    expect(box(place)?.checked).toBe(false);
  });

  it('is cleared by its button, which says so', async () => {
    const { place, asked } = await library();
    click(place.querySelector('button'));
    await settle();
    expect(asked).toEqual([['memory.clear', null]]);
    expect(place.querySelector('[role=status]')?.textContent).toContain('Forgotten.');
  });

  it('stays as it was where it cannot be set, and says so', async () => {
    const { place } = await library(['memory.set']);
    click(box(place));
    await settle();
    expect(box(place)?.checked).toBe(true);
    expect(alert(place)).toContain('could not be stored');
  });

  it('shows no box where it cannot be read', async () => {
    const { place } = await library(['memory.get']);
    expect(box(place)).toBeNull();
    expect(alert(place)).not.toBeNull();
  });
});
