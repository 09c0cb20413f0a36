import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

export interface ActiveTab {
  readonly id: number;
  /** Known where the browser granted the page's site. */
  readonly title: string | null;
}

/** The tab in front, in the window that the panel belongs to. @returns null before it is known */
export function useActiveTab(): ActiveTab | null {
  const [tab, setTab] = useState<ActiveTab | null>(null);

  useEffect(() => {
    let ended = false;
    const look = async () => {
      const [active] = await browser.tabs.query({ active: true, currentWindow: true });
      if (ended || active?.id === undefined) return;
      setTab({ id: active.id, title: active.url ? (active.title ?? null) : null });
    };
    void look();
    browser.tabs.onActivated.addListener(look);
    browser.tabs.onUpdated.addListener(look);
    return () => {
      ended = true;
      browser.tabs.onActivated.removeListener(look);
      browser.tabs.onUpdated.removeListener(look);
    };
  }, []);

  return tab;
}
