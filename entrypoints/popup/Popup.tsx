import { useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Icon } from '../../components/Icon';
import { Mark } from '../../components/Mark';
import { focusRow } from '../../components/rows';
import { SearchBox } from '../../components/SearchBox';
import { Switch } from '../../components/Switch';
import { usePageReading } from '../../components/usePageReading';
import { type Site, useSite } from '../../components/useSite';
import { useWords } from '../../components/words';
import type { AskBackground } from '../../data/messages';
import { isOn } from '../../data/site';
import { OnThisPage } from './OnThisPage';
import { openSidePanel } from './openSidePanel';
import { PackOffers } from './PackOffers';
import { Results } from './Results';
import { allow, askReader, type PopupTab } from './tab';
import { useSearch } from './useSearch';
import { Where } from './Where';

interface Props {
  readonly ask: AskBackground;
  readonly tab: PopupTab;
  /** What to look up at once. */
  readonly query?: string | undefined;
  /** Is told of what is typed. */
  readonly onSearch?: ((query: string) => void) | undefined;
}

function Header({ site: { state, onSwitch } }: { readonly site: Site }) {
  const { say } = useWords();
  const host = state?.host ?? null;
  const on = state !== null && isOn(state);
  const words = () => {
    if (!state) return '';
    if (state.paused) return say('popup.paused');
    return host === null ? say('popup.closed') : say(on ? 'popup.on' : 'popup.off', { host });
  };
  return (
    <header class="popup-head">
      <Mark />
      <div>
        <h1 class="small-title">{say('popup.title')}</h1>
        <p class="quiet" role="status">
          {words()}
        </p>
      </div>
      <Switch
        label={host === null ? say('popup.switch.none') : say('popup.switch', { host })}
        on={on}
        disabled={host === null || state?.paused === true}
        onSwitch={onSwitch}
      />
    </header>
  );
}

/** What this page mentions, a search over every record, and the switch of the site. */
export function Popup({ ask, tab, query: asked = '', onSearch }: Props) {
  const { say } = useWords();
  const site = useSite(ask, tab, allow);
  const on = site.state !== null && isOn(site.state);
  const page = usePageReading(on ? tab.id : null, askReader);
  const { query, setQuery, showMore, answer, trouble } = useSearch(ask, asked, onSearch);
  const [failed, setFailed] = useState<string | null>(null);
  const list = useRef<HTMLElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || !(event.target instanceof HTMLElement) || !event.target.matches('[data-row]')) {
      return;
    }
    event.preventDefault();
    if (!focusRow(list.current, by) && by === -1) {
      document.querySelector<HTMLElement>('input[type=search]')?.focus();
    }
  }

  /** Closes the popup once it has led elsewhere; where it has not, it stays and says so. */
  function leave(left: Promise<void>, otherwise: string) {
    setFailed(null);
    left.then(
      () => window.close(),
      () => setFailed(otherwise),
    );
  }

  const alert = trouble ?? failed;
  return (
    <>
      <Header site={site} />
      {on && <Where site={site} reading={page.reading} />}
      <div class="popup-search">
        <SearchBox query={query} onQuery={setQuery} onDown={() => focusRow(list.current, 1)} />
      </div>
      <main class="popup-list" ref={list} onKeyDown={onKeyDown}>
        {alert && (
          <p class="note" role="alert">
            {alert}
          </p>
        )}
        {query.trim() === '' ? (
          <OnThisPage ask={ask} tab={tab} site={site} page={page} leave={leave} />
        ) : (
          answer && <Results ask={ask} answer={answer} onQuery={setQuery} onMore={showMore} />
        )}
      </main>
      <PackOffers ask={ask} tab={tab.id} leave={leave} />
      <footer class="popup-foot">
        <button
          type="button"
          class="button bare"
          onClick={() => leave(openSidePanel(tab.windowId), say('popup.panel.failed'))}
        >
          <Icon name="panel" />
          {say('popup.panel')}
        </button>
        <button
          type="button"
          class="button bare"
          onClick={() => leave(browser.runtime.openOptionsPage(), say('popup.library.failed'))}
        >
          <Icon name="library" />
          {say('popup.library')}
        </button>
        {site.state && !site.state.paused && (
          <button
            type="button"
            class="button bare"
            title={say('popup.pause.text')}
            onClick={() => site.onPause(true)}
          >
            <Icon name="power" />
            {say('popup.pause')}
          </button>
        )}
      </footer>
    </>
  );
}
