// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AskBackground } from '../../../data/messages';
import { PackOffers } from '../../../entrypoints/popup/PackOffers';
import { click, show, textOf } from '../../components/show';

const browser = vi.hoisted(() => ({ tabs: { create: vi.fn(async () => ({})) } }));
vi.mock('wxt/browser', () => ({ browser }));

const ADDRESS = 'https://desk.example/varn/head.json#ed25519=tlgtll6etpxf3tl76tgqtmjzxeqky6xm';

async function offers(found: readonly string[] | Error) {
  const ask = (async () => {
    if (found instanceof Error) throw found;
    return found;
  }) as AskBackground;
  const left: Promise<void>[] = [];
  const place = show(<PackOffers ask={ask} tab={7} leave={(one) => void left.push(one)} />);
  await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
  return { place, left };
}

beforeEach(() => browser.tabs.create.mockClear());

describe('packs that a page offers, in the popup', () => {
  it('are told by their host, and lead to the trust prompt with the address filled in', async () => {
    const { place, left } = await offers([ADDRESS]);
    expect(textOf(place)).toContain('This page offers a pack from desk.example');
    click(place.querySelector('button'));
    await left[0];
    expect(browser.tabs.create).toHaveBeenCalledWith({
      url: `/library.html?subscribe=${encodeURIComponent(ADDRESS)}#packs`,
    });
  });

  it('are not spoken of where there are none, or the page cannot be asked', async () => {
    expect(textOf((await offers([])).place)).toBe('');
    expect(textOf((await offers(new Error('no'))).place)).toBe('');
  });
});
