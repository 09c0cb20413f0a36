import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { AskBackground, SiteMode, SiteState } from '../../data/messages';
import { siteOf } from '../../data/site';
import type { PopupTab } from './tab';

export interface Site {
  /** Null until the background has answered. */
  readonly state: SiteState | null;
  /** The reader said no to the browser's question. */
  readonly refused: boolean;
  /** In words, what went wrong. */
  readonly trouble: string | null;
  /** Chooses which pages of the site are read; asks the browser first where it must. To be called in a click. */
  readonly onMode: (mode: SiteMode) => void;
  /** Off is never; on is as it was, articles at first. Likewise. */
  readonly onSwitch: (on: boolean) => void;
  /** Pauses reading on every site, or goes on. */
  readonly onPause: (paused: boolean) => void;
}

/** A page's path and query are nobody's business, and at times longer than a request may be. */
const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : '');

/** The state of the tab's site, and what may be chosen for it. */
export function useSite(ask: AskBackground, tab: PopupTab): Site {
  const [state, setState] = useState<SiteState | null>(null);
  const [refused, setRefused] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const url = originOf(tab.url);
  const fail = (error: unknown) => setTrouble(error instanceof Error ? error.message : `${error}`);
  const load = () => ask('site.get', { url }).then(setState, fail);

  useEffect(() => {
    void load();
  }, [ask, tab]);

  function choose(mode: SiteMode) {
    setTrouble(null);
    const { id, isPrivate: privately } = tab;
    ask('site.set', { url, mode, tab: id, privately }).then(setState, fail);
  }

  function onMode(mode: SiteMode) {
    const site = siteOf(tab.url);
    if (mode === 'never' || state?.granted || !site) {
      choose(mode);
      return;
    }
    // The first thing in the click: after an `await` browsers no longer see the gesture that allows it.
    browser.permissions.request({ origins: [site.origin] }).then((granted) => {
      setRefused(!granted);
      if (granted) choose(mode);
    }, fail);
  }

  function onSwitch(on: boolean) {
    onMode(on ? (state?.mode === 'always' ? 'always' : 'articles') : 'never');
  }

  function onPause(paused: boolean) {
    setTrouble(null);
    ask('pause.set', { paused }).then(load, fail);
  }

  return { state, refused, trouble, onMode, onSwitch, onPause };
}
