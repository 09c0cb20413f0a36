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
});
