/** Which language the extension speaks, and its messages. */
import { browser } from 'wxt/browser';
import { LOCALES, negotiate, type Say, sayer } from '../../data/locale';
import type { LocaleStrings } from '../../data/messages';
import { ownFile } from './own-file';

const KEY = 'locale';

interface Language {
  readonly locale: string;
  readonly say: Say;
  readonly strings: LocaleStrings['strings'];
}

/** @returns what the reader chose; nothing where it cannot be read: any words are better than none */
async function choice(): Promise<unknown> {
  try {
    return (await browser.storage.local.get(KEY))[KEY];
  } catch (error) {
    console.warn('The choice of language cannot be read.', error);
    return undefined;
  }
}

async function chooseLocale(): Promise<string> {
  const chosen = await choice();
  const wanted = typeof chosen === 'string' ? chosen : browser.i18n.getUILanguage();
  return negotiate(wanted, LOCALES);
}

let chosenLocale: Promise<string> | null = null;

/** @returns the tag of that language alone, for who needs no messages and should not wait for them */
export function readerLocale(): Promise<string> {
  chosenLocale ??= chooseLocale();
  return chosenLocale;
}

async function choose(): Promise<Language> {
  const locale = await readerLocale();
  const strings = await ownFile<LocaleStrings['strings']>(`locales/${locale}.json`);
  return { locale, strings, say: sayer(locale, strings) };
}

let language: Promise<Language> | null = null;

/** @returns the language the reader chose, else the browser's, in the form that views are made with */
export function readerLanguage(): Promise<Language> {
  language ??= choose().catch((error: unknown) => {
    language = null;
    throw error;
  });
  return language;
}

/** @returns the messages of that language */
export async function localeStrings(): Promise<LocaleStrings> {
  const { locale, strings } = await readerLanguage();
  return { locale, strings };
}

/** To be called where another choice may be stored: it is read anew. */
export function forgetLocale(): void {
  chosenLocale = null;
  language = null;
}

/** Switches the language; surfaces that are open see the stored choice change, and ask for the messages again. */
export async function setLocale(locale: string): Promise<LocaleStrings> {
  const chosen = negotiate(locale, LOCALES);
  // Before it is stored: who sees that asks at once.
  chosenLocale = Promise.resolve(chosen);
  language = null;
  try {
    await browser.storage.local.set({ [KEY]: chosen });
  } catch (error) {
    chosenLocale = null;
    language = null;
    throw error;
  }
  return localeStrings();
}
