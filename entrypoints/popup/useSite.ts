import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { AskBackground, SiteState } from '../../data/messages';
import { siteOf } from '../../data/site';
import type { PopupTab } from './tab';

export interface Site {
  /** Null until the background has answered. */
  readonly state: SiteState | null;
  /** The reader said no to the browser's question. */
  readonly refused: boolean;
  /** In words, what went wrong. */
  readonly trouble: string | null;
  readonly onSwitch: (on: boolean) => void;
}

/** A page's path and query are nobody's business, and at times longer than a request may be. */
const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : '');

/** The switch of the tab's site. */
export function useSite(ask: AskBackground, tab: PopupTab): Site {
  const [state, setState] = useState<SiteState | null>(null);
  const [refused, setRefused] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const fail = (error: unknown) => setTrouble(error instanceof Error ? error.message : `${error}`);

  useEffect(() => {
    ask('site.get', { url: originOf(tab.url) }).then(setState, fail);
  }, [ask, tab]);

  function switchTo(on: boolean) {
    setTrouble(null);
    const { id, isPrivate: privately } = tab;
    ask('site.set', { url: originOf(tab.url), on, tab: id, privately }).then(setState, fail);
  }

  function onSwitch(on: boolean) {
    const site = siteOf(tab.url);
    if (!on || state?.granted || !site) {
      switchTo(on);
      return;
    }
    // The first thing in the click: after an `await` browsers no longer see the gesture that allows it.
    browser.permissions.request({ origins: [site.origin] }).then((granted) => {
      setRefused(!granted);
      if (granted) switchTo(true);
    }, fail);
  }

  return { state, refused, trouble, onSwitch };
}
