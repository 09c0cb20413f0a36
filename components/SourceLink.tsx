import type { SourceView } from '../data/messages';
import { DateText } from './DateText';
import { Icon } from './Icon';
import { languageNames } from './intl';
import { PlainText } from './PlainText';
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

const Isolated = ({ text }: { readonly text: string }) => (
  <bdi>
    <PlainText text={text} />
  </bdi>
);

interface Props {
  readonly source: SourceView;
  /** The page is this source, and the passage that the record quotes does not stand on it any more. */
  readonly gone?: boolean | undefined;
}

/**
 * Where a record can be checked: a link to the passage, else to the page, else the place in print, else the bare name. The tooltip
 * holds what there is no room for, the day on which the source was read among it.
 */
export function SourceLink({ source, gone = false }: Props) {
  const { locale, say } = useWords();
  const address = webAddress(source.passage) ?? webAddress(source.url);
  const archive = webAddress(source.archive);
  const language = source.language && languageName(source.language, locale);
  const publisher = <Isolated text={source.publisher} />;
  const more = source.published ? (
    <DateText date={source.published} />
  ) : (
    source.title && <Isolated text={source.title} />
  );
  const name = more ? <Phrase id="source.name" parts={{ publisher, more }} /> : publisher;
  const place = source.print ?? (address ? null : (source.url ?? say('source.no-address')));
  const tooltip = [
    source.title,
    webAddress(source.url),
    source.retrieved && say('source.retrieved', { date: source.retrieved.label }),
  ]
    .filter(Boolean)
    .join('\n');
  const away = { target: '_blank', rel: 'noopener noreferrer' };
  return (
    <span class="source" data-source>
      <span class="source-link">
        {address ? (
          <a
            class="source-name"
            href={address}
            {...away}
            hreflang={source.language ?? undefined}
            title={tooltip}
          >
            {name}
          </a>
        ) : (
          <span class="source-name" title={tooltip || undefined}>
            {name}
          </span>
        )}
        {address && <Icon name="arrow" size={12} />}
      </span>
      {source.at && (
        <span class="source-more">
          <Isolated text={source.at} />
        </span>
      )}
      {language && <span class="source-more">{language}</span>}
      {place && (
        <span class="source-more" title={place}>
          <Isolated text={place} />
        </span>
      )}
      {archive && (
        <a class="source-more" href={archive} {...away} title={archive}>
          {say('source.archive')}
        </a>
      )}
      {source.here && <span class="source-here">{say(gone ? 'source.gone' : 'source.here')}</span>}
    </span>
  );
}
