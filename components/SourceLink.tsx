import type { SourceView } from '../data/messages';
import { DateText } from './DateText';
import { Icon } from './Icon';
import { languageNames } from './intl';
import { webAddress } from './webAddress';
import { Phrase, useWords } from './words';

function languageName(tag: string, locale: string): string | null {
  if (tag.split('-')[0] === locale.split('-')[0]) return null;
  try {
    return languageNames(locale).of(tag) ?? null;
  } catch {
    return null;
  }
}

/** Where a record can be checked: a link to the web, else the place in print, else the bare name. */
export function SourceLink({ source }: { readonly source: SourceView }) {
  const { locale, say } = useWords();
  const address = webAddress(source.url);
  const language = source.language && languageName(source.language, locale);
  const publisher = <bdi>{source.publisher}</bdi>;
  const more = source.published ? (
    <DateText date={source.published} />
  ) : (
    source.title && <bdi>{source.title}</bdi>
  );
  const name = more ? <Phrase id="source.name" parts={{ publisher, more }} /> : publisher;
  const place = source.print ?? (address ? null : (source.url ?? say('source.no-address')));
  return (
    <span class="source" data-source>
      {address ? (
        <a
          class="source-name"
          href={address}
          target="_blank"
          rel="noopener noreferrer"
          hreflang={source.language ?? undefined}
          title={[source.title, address].filter(Boolean).join('\n')}
        >
          {name}
        </a>
      ) : (
        <span class="source-name" title={source.title ?? undefined}>
          {name}
        </span>
      )}
      {address && <Icon name="arrow" size={12} />}
      {language && <span class="source-more">{language}</span>}
      {place && (
        <bdi class="source-more" title={place}>
          {place}
        </bdi>
      )}
    </span>
  );
}
