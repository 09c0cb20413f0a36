import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ModeChoice } from '../../components/ModeChoice';
import { useWords } from '../../components/words';
import type { AskBackground, SiteMode, SiteState } from '../../data/messages';
import { EVERY_HOST, originsOf } from '../../data/site';
import type { ListedSite } from '../../data/site-list';
import { SiteList } from './SiteList';

const MODES: readonly SiteMode[] = ['articles', 'always', 'never'];

/** Where nothing is known of the address but the host. */
const addressOf = (host: string) => `https://${host}/`;

/** Which pages On Record may read, site by site. */
export function Sites({ ask }: { readonly ask: AskBackground }) {
  const { say } = useWords();
  const [sites, setSites] = useState<readonly SiteState[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const fail = (error: unknown) => setTrouble(error instanceof Error ? error.message : `${error}`);
  const load = useCallback(() => ask('sites.list', null).then(setSites, fail), [ask]);

  useEffect(() => {
    void load();
    browser.permissions.onAdded.addListener(load);
    browser.permissions.onRemoved.addListener(load);
    return () => {
      browser.permissions.onAdded.removeListener(load);
      browser.permissions.onRemoved.removeListener(load);
    };
  }, [load]);

  /** Says what went wrong, and shows what holds now in either case. */
  function settle(done: Promise<unknown>) {
    setTrouble(null);
    done.catch(fail).then(load);
  }

  function onMode(host: string, granted: boolean, mode: SiteMode) {
    const privately = browser.extension.inIncognitoContext;
    // First thing in the click: after an `await` browsers no longer see the gesture that allows it.
    const allowed =
      mode !== 'never' && !granted
        ? browser.permissions.request({ origins: originsOf(host) })
        : Promise.resolve(true);
    const url = addressOf(host);
    const set = () => ask('site.set', { url, mode, tab: null, privately });
    settle(allowed.then((yes) => (yes ? set() : null)));
  }

  /** One after the other: each is kept beside those before. */
  async function takeOver(list: readonly ListedSite[]) {
    const privately = browser.extension.inIncognitoContext;
    for (const { host, mode } of list) {
      await ask('site.set', { url: addressOf(host), mode, tab: null, privately });
    }
  }

  const onRemove = (host: string) =>
    settle(
      host === EVERY_HOST
        ? browser.permissions.remove({ origins: originsOf(EVERY_HOST) })
        : ask('site.forget', { url: addressOf(host) }),
    );

  const listed = (sites ?? []).flatMap(({ host, mode }) =>
    host === null || host === EVERY_HOST ? [] : { host, mode },
  );
  const paused = sites?.some((site) => site.paused) ?? false;
  return (
    <>
      <p class="lead">{say('library.sites.lead')}</p>
      {trouble && (
        <p class="note" role="alert">
          {trouble}
        </p>
      )}
      {paused && (
        <p class="note library-paused">
          <span>{say('page.paused.text')}</span>
          <button
            type="button"
            class="button"
            onClick={() => settle(ask('pause.set', { paused: false }))}
          >
            {say('page.go-on')}
          </button>
        </p>
      )}
      {sites?.length === 0 && <p>{say('library.sites.none')}</p>}
      <ul class="library-list">
        {sites?.map(({ host, granted, mode }) => {
          if (host === null) return null;
          const name = host === EVERY_HOST ? say('library.sites.all') : host;
          const missing = !granted && mode !== 'never';
          return (
            <li key={host} class="library-site">
              <bdi>{name}</bdi>
              {missing && <span class="quiet">{say('library.site.refused')}</span>}
              {host === EVERY_HOST ? (
                <span class="quiet">{say('mode.articles')}</span>
              ) : (
                <ModeChoice
                  label={say('popup.modes', { host })}
                  name={`mode-${host}`}
                  modes={MODES}
                  mode={missing ? null : mode}
                  onMode={(next) => onMode(host, granted, next)}
                />
              )}
              <button
                type="button"
                class="button bare"
                aria-label={say('library.site.remove.text', { host: name })}
                onClick={() => onRemove(host)}
              >
                {say('library.site.remove')}
              </button>
            </li>
          );
        })}
      </ul>
      <SiteList sites={listed} onSites={(list) => settle(takeOver(list))} />
    </>
  );
}
