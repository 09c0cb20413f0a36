import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import type { PanelTab } from './tab';

/** Tests open the panel's page in a tab of its own, with the tab that it is to be about. */
const givenTab = (): number | null => {
  const id = Number(new URLSearchParams(location.search).get('tab') || Number.NaN);
  return Number.isInteger(id) ? id : null;
};

async function lookUp(): Promise<Browser.tabs.Tab | undefined> {
  const given = givenTab();
  if (given !== null) return browser.tabs.get(given).catch(() => undefined);
  return (await browser.tabs.query({ active: true, currentWindow: true }))[0];
}

const same = (a: PanelTab | null, b: PanelTab) =>
  a?.id === b.id && a.url === b.url && a.title === b.title && a.isPrivate === b.isPrivate;

/**
 * The tab in front, in the window that the panel belongs to, through navigations, and when tabs are moved or replaced.
 * @returns null before it is known
 */
export function useActiveTab(): PanelTab | null {
  const [tab, setTab] = useState<PanelTab | null>(null);

  useEffect(() => {
    let ended = false;
    let latest = 0;
    const look = async () => {
      const turn = ++latest;
      const active = await lookUp();
      if (ended || turn !== latest || active?.id === undefined) return;
      const { id, url = '', title = null, incognito } = active;
      const now = { id, url, title: url ? title : null, isPrivate: incognito };
      setTab((before) => (same(before, now) ? before : now));
    };
    const { onActivated, onUpdated, onAttached, onDetached, onReplaced } = browser.tabs;
    const events = [onActivated, onUpdated, onAttached, onDetached, onReplaced];
    void look();
    // What each tells is another thing; what is asked after any of them is the same.
    for (const event of events) (event as typeof onReplaced).addListener(look);
    document.addEventListener('visibilitychange', look);
    return () => {
      ended = true;
      for (const event of events) (event as typeof onReplaced).removeListener(look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);

  return tab;
}
