/**
 * Messages for people, from the locale files in public/locales, in a language that can change while
 * the extension runs (`browser.i18n` is fixed at install; public/_locales serves the manifest only).
 */
import type en from '../public/locales/en.json';

/** Every message there is. English is complete by definition; a test holds the others to it. */
export type MessageKey = keyof typeof en;

/** The languages of the interface: each has a file in public/locales and one in public/_locales, and a test holds them to it. */
export const LOCALES = ['ar', 'de', 'en', 'es', 'fr', 'ko', 'ru', 'uk'] as const;

/**
 * Lookup of RFC 4647 (https://www.rfc-editor.org/rfc/rfc4647#section-3.4) for one wanted language.
 * @param wanted a BCP-47 tag, such as a browser's interface language
 * @param available the tags there are
 * @returns the closest available one, else English
 */
export function negotiate(wanted: string, available: readonly string[]): string {
  const parts = wanted.toLowerCase().split(/[-_]/);
  for (; parts.length > 0; parts.pop()) {
    const found = available.find((tag) => tag.toLowerCase() === parts.join('-'));
    if (found !== undefined) return found;
  }
  return 'en';
}

/** One message: a text, or one a plural category of `n` (https://cldr.unicode.org/index/cldr-spec/plural-rules). */
export type Message = string | Readonly<Record<string, string>>;

/** What a `{name}` in a message may be replaced by. */
export type MessageParts = Readonly<Record<string, string | number>>;

/** Says a message in the language it was made for. */
export type Say = (key: MessageKey, parts?: MessageParts) => string;

/** Plain "en" is American in Intl; our style sheet is British. */
export const intlLocale = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

/**
 * @param locale BCP-47 tag, for plural rules and digits
 * @param strings the locale file's messages
 * @returns a function from key and parts to text; a missing message gives its key, so that the gap shows
 */
export function sayer(locale: string, strings: Readonly<Record<string, Message>>): Say {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(intlLocale(locale));
  return (key, parts = {}) => {
    const message = strings[key];
    const text =
      typeof message === 'string'
        ? message
        : (message?.[plural.select(Number(parts.n ?? 0))] ?? message?.other ?? key);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const part = parts[name];
      return part === undefined ? whole : typeof part === 'number' ? number.format(part) : part;
    });
  };
}
