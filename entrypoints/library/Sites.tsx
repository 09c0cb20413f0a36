import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Switch } from '../../components/Switch';
import { useWords } from '../../components/words';
import type { AskBackground, SiteState } from '../../data/messages';
import { EVERY_HOST, originsOf } from '../../data/site';

/** Where On Record may read, and where it was switched off. */
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

  async function set(host: string, on: boolean) {
    if (host !== EVERY_HOST) {
      const privately = browser.extension.inIncognitoContext;
      await ask('site.set', { url: `https://${host}/`, on, tab: null, privately });
    } else if (!on) {
      await browser.permissions.remove({ origins: originsOf(EVERY_HOST) });
    }
    await load();
  }

  function onSwitch({ host, granted }: SiteState, on: boolean) {
    if (host === null) return;
    setTrouble(null);
    // First thing in the click: after an `await` browsers no longer see the gesture that allows it.
    const allowed =
      on && !granted
        ? browser.permissions.request({ origins: originsOf(host) })
        : Promise.resolve(true);
    allowed.then((yes) => (yes ? set(host, on) : undefined)).catch(fail);
  }

  return (
    <>
      <p class="lead">{say('library.sites.lead')}</p>
      {trouble && (
        <p class="note" role="alert">
          {trouble}
        </p>
      )}
      {sites?.length === 0 && <p>{say('library.sites.none')}</p>}
      <ul class="library-list">
        {sites?.map((site) => {
          const name = site.host === EVERY_HOST ? say('library.sites.all') : (site.host ?? '');
          return (
            <li key={name} class="library-site">
              <bdi>{name}</bdi>
              <span class="quiet">{say(site.on ? 'library.site.on' : 'library.site.off')}</span>
              <Switch
                label={say('popup.switch', { host: name })}
                on={site.on}
                onSwitch={(on) => onSwitch(site, on)}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}
