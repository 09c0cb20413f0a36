// @vitest-environment happy-dom
/** The library's list of sites with a background that answers what the test says. */
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AskBackground, SiteState } from '../../../data/messages';
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

const allowed: SiteState = {
  host: 'news.example',
  granted: true,
  mode: 'articles',
  paused: false,
};

/** A library that lists this one. */
async function library(site: SiteState): Promise<HTMLElement> {
  const ask = (async (type: string, given: unknown) => {
    asked(type, given);
    return [site];
  }) as AskBackground;
  const place = show(<Sites ask={ask} />);
  await settle();
  return place;
}

async function choose(place: HTMLElement, mode: string): Promise<void> {
  click(place.querySelector(`[value=${mode}]`));
  await settle();
}

const chosen = (place: HTMLElement) =>
  place.querySelector<HTMLInputElement>('input:checked')?.value ?? null;

beforeEach(() => {
  vi.clearAllMocks();
  browser.permissions.remove.mockResolvedValue(true);
});

describe('a site in the library', () => {
  it.each(['articles', 'always', 'never'] as const)('shows what is read: %s', async (mode) => {
    expect(chosen(await library({ ...allowed, mode }))).toBe(mode);
  });

  it('asks for a permission that is missing within the click, and sets nothing when refused', async () => {
    const place = await library({ ...allowed, granted: false, mode: 'never' });
    browser.permissions.request.mockResolvedValue(false);
    (place.querySelector('[value=always]') as HTMLElement).click();
    expect(browser.permissions.request).toHaveBeenCalledExactlyOnceWith({
      origins: ['http://news.example/*', 'https://news.example/*'],
    });
    await settle();
    expect(asked).not.toHaveBeenCalledWith('site.set', expect.anything());
    expect(chosen(place)).toBe('never');
  });

  it('says so where the browser took its permission back', async () => {
    const place = await library({ ...allowed, granted: false, mode: 'always' });
    expect(place.textContent).toContain('Not allowed in the browser');
    expect(chosen(place)).toBeNull();
  });

  it('can be removed', async () => {
    const place = await library(allowed);
    click(place.querySelector('[aria-label="Remove news.example from this list"]'));
    await settle();
    expect(asked).toHaveBeenCalledWith('site.forget', { url: 'https://news.example/' });
  });

  it('says that all is paused, with a way to go on', async () => {
    const place = await library({ ...allowed, paused: true });
    click(place.querySelector('.library-paused button'));
    await settle();
    expect(asked).toHaveBeenCalledWith('pause.set', { paused: false });
  });

  it.each([true, false])('says whether the window is private: %j', async (isPrivate) => {
    browser.extension.inIncognitoContext = isPrivate;
    await choose(await library(allowed), 'never');
    expect(asked).toHaveBeenCalledWith('site.set', {
      url: 'https://news.example/',
      mode: 'never',
      tab: null,
      privately: isPrivate,
    });
  });

  it('gives the permission for all sites back where it was for all', async () => {
    const place = await library({ ...allowed, host: '*' });
    click(place.querySelector('[aria-label="Remove Every site from this list"]'));
    await settle();
    expect(browser.permissions.remove).toHaveBeenCalledExactlyOnceWith({
      origins: ['http://*/*', 'https://*/*'],
    });
    expect(asked).not.toHaveBeenCalledWith('site.set', expect.anything());
  });
});

describe('the list as a file', () => {
  /** Chooses a file of this text, as a hand would. */
  async function openList(place: HTMLElement, text: string): Promise<void> {
    const field = place.querySelector<HTMLInputElement>('input[type=file]');
    if (!field) throw new Error('no field for a file');
    Object.defineProperty(field, 'files', { value: [new File([text], 'sites.txt')] });
    act(() => void field.dispatchEvent(new Event('change', { bubbles: true })));
    await settle();
  }
  const button = (place: HTMLElement, name: string) =>
    [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name) ?? null;

  it('is taken over after the browser was asked once for all that is to be read', async () => {
    browser.permissions.request.mockResolvedValue(true);
    const place = await library(allowed);
    await openList(place, 'a.example\nb.example always\nc.example never\nno site at all');
    expect(place.textContent).toContain('The file lists 3 sites');
    expect(place.textContent).toContain('1 line says no site and is left out: 4');
    click(button(place, 'Take them over'));
    await settle();
    expect(browser.permissions.request).toHaveBeenCalledExactlyOnceWith({
      origins: ['a', 'b'].flatMap((name) => [
        `http://${name}.example/*`,
        `https://${name}.example/*`,
      ]),
    });
    const set = asked.mock.calls.filter(([type]) => type === 'site.set');
    expect(set.map(([, { url, mode }]) => `${url} ${mode}`)).toEqual([
      'https://a.example/ articles',
      'https://b.example/ always',
      'https://c.example/ never',
    ]);
  });

  it('leaves out what is to be read where the browser was told no', async () => {
    browser.permissions.request.mockResolvedValue(false);
    const place = await library(allowed);
    await openList(place, 'a.example\nc.example never');
    click(button(place, 'Take them over'));
    await settle();
    const set = asked.mock.calls.filter(([type]) => type === 'site.set');
    expect(set.map(([, { url }]) => url)).toEqual(['https://c.example/']);
  });

  it('says where a file is none, and changes nothing', async () => {
    const place = await library(allowed);
    await openList(place, '#'.repeat(300_000));
    expect(place.querySelector('[role=alert]')?.textContent).toContain('no list of sites');
    expect(asked.mock.calls.filter(([type]) => type === 'site.set')).toEqual([]);
  });
});
