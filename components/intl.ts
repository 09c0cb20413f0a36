/** A language's formatters, each made once: making one takes longer than a whole card's formatting. */

/** As in data/locale.ts, of which pieces may know the types only: plain "en" is American to Intl. */
const intlLocale = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

function once<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    const known = made.get(locale);
    if (known !== undefined) return known;
    const value = make(intlLocale(locale));
    made.set(locale, value);
    return value;
  };
}

const dates = (options: Intl.DateTimeFormatOptions) =>
  once((locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));

/** "24 Oct" */
export const dayFormat = dates({ day: 'numeric', month: 'short' });
/** "Oct" */
export const monthFormat = dates({ month: 'short' });
/** "October 2024" */
export const monthYearFormat = dates({ month: 'long', year: 'numeric' });
/** "Oct 2024" */
export const shortMonthYearFormat = dates({ month: 'short', year: 'numeric' });
/** "2024" */
export const yearFormat = dates({ year: 'numeric' });

export const numberFormat = once((locale) => new Intl.NumberFormat(locale));

/** "A, B and C" */
export const listFormat = once(
  (locale) => new Intl.ListFormat(locale, { type: 'conjunction', style: 'long' }),
);

/** Names of languages. */
export const languageNames = once(
  (locale) => new Intl.DisplayNames([locale], { type: 'language' }),
);

/** "2 days ago", "yesterday" */
export const agoFormat = once((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
