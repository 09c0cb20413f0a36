// @vitest-environment happy-dom
/** The library's list of sites with a background that answers what the test says. */
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AskBackground } from '../../../data/messages';
import { Sites } from '../../../entrypoints/library/Sites';
import { click, show } from '../../components/show';

const browser = vi.hoisted(() => {
  const event = { addListener: () => {}, removeListener: () => {} };
  return {
    extension: { inIncognitoContext: false },
    permissions: { onAdded: event, onRemoved: event, remove: vi.fn(), request: vi.fn() },
  };
});
// No browser's windows and permissions exist here; tests/browser has the real ones.
vi.mock('wxt/browser', () => ({ browser }));

const asked = vi.fn();
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)));

/** Throws the one switch of a library that lists this host as allowed. */
async function switchOff(host: string): Promise<void> {
  const ask = (async (type: string, given: unknown) => {
    asked(type, given);
    return [{ host, on: true, granted: true }];
  }) as AskBackground;
  const place = show(<Sites ask={ask} />);
  await settle();
  click(place.querySelector('[role=switch]'));
  await settle();
}

beforeEach(() => vi.clearAllMocks());

describe('a site switched off in the library', () => {
  it.each([true, false])('says whether the window is private: %j', async (isPrivate) => {
    browser.extension.inIncognitoContext = isPrivate;
    await switchOff('news.example');
    expect(asked).toHaveBeenCalledWith('site.set', {
      url: 'https://news.example/',
      on: false,
      tab: null,
      privately: isPrivate,
    });
  });

  it('gives the permission for all sites back where it was for all', async () => {
    await switchOff('*');
    expect(browser.permissions.remove).toHaveBeenCalledExactlyOnceWith({
      origins: ['http://*/*', 'https://*/*'],
    });
    expect(asked).not.toHaveBeenCalledWith('site.set', expect.anything());
  });
});
