/** Which language the extension speaks, and its messages. */
import { browser } from 'wxt/browser';
import { LOCALES, negotiate, type Say, sayer } from '../../data/locale';
import type { LocaleStrings } from '../../data/messages';

const KEY = 'locale';

/** Files of the extension itself; the worker's own address makes the path absolute. */
async function load(locale: string): Promise<LocaleStrings> {
  const response = await fetch(`/locales/${locale}.json`);
  return { locale, strings: (await response.json()) as LocaleStrings['strings'] };
}

let loaded: Promise<LocaleStrings> | null = null;

async function choose(): Promise<LocaleStrings> {
  const chosen: unknown = (await browser.storage.local.get(KEY))[KEY];
  const wanted = typeof chosen === 'string' ? chosen : browser.i18n.getUILanguage();
  return load(negotiate(wanted, LOCALES));
}

/** @returns the messages of the language the reader chose, else of the browser's */
export function localeStrings(): Promise<LocaleStrings> {
  loaded ??= choose().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

/** Switches the language; surfaces that are open ask for the messages again. */
export async function setLocale(locale: string): Promise<LocaleStrings> {
  await browser.storage.local.set({ [KEY]: negotiate(locale, LOCALES) });
  loaded = null;
  return localeStrings();
}

/** @returns the language in the form that views are made with */
export async function readerLanguage(): Promise<{ locale: string; say: Say }> {
  const { locale, strings } = await localeStrings();
  return { locale, say: sayer(locale, strings) };
}
