import { useEffect, useState } from 'preact/hooks';
import type { AskBackground, SiteMode, SiteState } from '../data/messages';

/** A tab whose site is shown and chosen for. */
export interface SiteTab {
  readonly id: number | null;
  /** Empty where the browser does not tell. */
  readonly url: string;
  /** It is in a private window. */
  readonly isPrivate: boolean;
}

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

/**
 * The state of the tab's site, and what may be chosen for it.
 * @param tab null before it is known
 * @param allow asks the browser for leave to read the site of an address, first thing in the click; null for what is no site
 * @param stamp asked again whenever this is another: something happened to the page
 */
export function useSite(
  ask: AskBackground,
  tab: SiteTab | null,
  allow: (url: string) => Promise<boolean> | null,
  stamp: unknown = null,
): Site {
  const [state, setState] = useState<SiteState | null>(null);
  const [refused, setRefused] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const id = tab?.id ?? null;
  const url = originOf(tab?.url ?? '');
  const fail = (error: unknown) => setTrouble(error instanceof Error ? error.message : `${error}`);

  useEffect(() => {
    setState(null);
    setRefused(false);
    setTrouble(null);
  }, [id, url]);

  useEffect(() => {
    if (!tab) return;
    let ended = false;
    ask('site.get', { url }).then(
      (now) => ended || setState(now),
      (error) => ended || fail(error),
    );
    return () => {
      ended = true;
    };
  }, [ask, id, url, stamp]);

  function choose(mode: SiteMode) {
    setTrouble(null);
    ask('site.set', { url, mode, tab: id, privately: tab?.isPrivate ?? false }).then(
      setState,
      fail,
    );
  }

  function onMode(mode: SiteMode) {
    // The first thing in the click: after an `await` browsers no longer see the gesture that allows it.
    const allowed = mode === 'never' || state?.granted ? null : allow(tab?.url ?? '');
    if (!allowed) {
      choose(mode);
      return;
    }
    allowed.then((granted) => {
      setRefused(!granted);
      if (granted) choose(mode);
    }, fail);
  }

  function onSwitch(on: boolean) {
    onMode(on ? (state?.mode === 'always' ? 'always' : 'articles') : 'never');
  }

  function onPause(paused: boolean) {
    setTrouble(null);
    ask('pause.set', { paused })
      .then(() => ask('site.get', { url }))
      .then(setState, fail);
  }

  return { state, refused, trouble, onMode, onSwitch, onPause };
}
