import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import en from '../../../public/locales/en.json';

const PUBLIC = join(import.meta.dirname, '../../../public');

/** The extension's own files, as its worker fetches them. */
vi.stubGlobal('fetch', async (path: string) => new Response(await readFile(join(PUBLIC, path))));

/** `wxt/browser` looks for the browser once. */
const chrome = { ...fakeBrowser, i18n: { getUILanguage: () => 'en-AU' } };
vi.stubGlobal('chrome', chrome);

/** A background that starts anew in a browser whose storage reads like this. */
async function start(read: () => Promise<object>) {
  vi.spyOn(fakeBrowser.storage.local, 'get').mockImplementation(read);
  vi.resetModules();
  return import('../../../entrypoints/background/locale');
}

describe('the reader’s language', () => {
  it('is the browser’s where the choice cannot be read, so that messages still have words', async () => {
    const log = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { readerLanguage } = await start(() => Promise.reject(new Error('storage is broken')));
    const { locale, say } = await readerLanguage();
    expect(locale).toBe('en');
    expect(say('error.internal')).toBe(en['error.internal']);
    expect(log).toHaveBeenCalled();
  });

  it('is the new one for whoever sees the stored choice change, and asks at once', async () => {
    const { localeStrings, setLocale } = await start(async () => ({}));
    expect((await localeStrings()).locale).toBe('en');
    let seen: Promise<{ locale: string }> | undefined;
    vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation(async () => {
      seen = localeStrings();
    });
    expect((await setLocale('ko')).locale).toBe('ko');
    expect((await seen)?.locale).toBe('ko');
  });

  it('stays as it was where the choice cannot be stored', async () => {
    const { localeStrings, setLocale } = await start(async () => ({ locale: 'de' }));
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('no room'));
    await expect(setLocale('ar')).rejects.toThrow('no room');
    expect((await localeStrings()).locale).toBe('de');
  });
});
