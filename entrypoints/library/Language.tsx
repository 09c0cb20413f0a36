import { useState } from 'preact/hooks';
import { useWords } from '../../components/words';
import { LOCALES } from '../../data/locale';

/** A language in its own words. */
const nameOf = (locale: string) =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;

/** The language of the interface, switched while it runs. */
export function Language({ onLocale }: { readonly onLocale: (locale: string) => Promise<void> }) {
  const { locale, say } = useWords();
  const [trouble, setTrouble] = useState<string | null>(null);

  function choose(wanted: string) {
    setTrouble(null);
    onLocale(wanted).catch((error: Error) => setTrouble(error.message));
  }

  return (
    <label class="library-language">
      <span>{say('library.language.lead')}</span>
      <select value={locale} onChange={(event) => choose(event.currentTarget.value)}>
        {LOCALES.map((each) => (
          <option key={each} value={each} lang={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
      {trouble && (
        <span class="note" role="alert">
          {trouble}
        </span>
      )}
    </label>
  );
}
