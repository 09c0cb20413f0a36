import { DateText } from '../../components/DateText';
import { Mark } from '../../components/Mark';
import { PlainText } from '../../components/PlainText';
import { type PanelView, ViewChoice } from '../../components/ViewChoice';
import { Phrase, useWords } from '../../components/words';
import type { PageAbout } from '../../data/messages';

interface Props {
  /** The page's own title, else its tab's. */
  readonly title: string | null;
  /** Null as long as it is not known, or nothing is shown of the page. */
  readonly about: PageAbout | null;
  /** Null where there is nothing to put in order. */
  readonly view: PanelView | null;
  readonly onView: (view: PanelView) => void;
}

const hostOf = (address: string | null): string | null =>
  address !== null && URL.canParse(address) ? new URL(address).hostname : null;

/** "news.example · published 7 Nov 2024", or that the date was not found. */
export function Origin({ about }: { readonly about: PageAbout }) {
  const { say } = useWords();
  const host = hostOf(about.address);
  const { published } = about;
  return (
    <>
      {host && (
        <>
          <bdi>{host.replace(/^www\./, '')}</bdi> ·{' '}
        </>
      )}
      {published ? (
        <Phrase id="panel.published" parts={{ date: <DateText date={published.date} /> }} />
      ) : (
        say('page.date.none')
      )}
    </>
  );
}

/** What the panel is, of which page, and in which order. */
export function Head({ title, about, view, onView }: Props) {
  const { say } = useWords();
  return (
    <header class="panel-head">
      <div class="panel-name">
        <Mark />
        <h1 class="panel-title">{say('panel.title')}</h1>
        {view && <ViewChoice view={view} onView={onView} />}
      </div>
      {title && (
        <p class="panel-page" dir="auto">
          <PlainText text={title} />
        </p>
      )}
      {about && (
        <p class="quiet">
          <Origin about={about} />
        </p>
      )}
    </header>
  );
}
