import { useEffect, useState } from 'preact/hooks';
import type { PageReading, readerAsker } from '../data/messages';

/** A reader decides when its page has been loaded, and again when the page becomes another. */
const REFRESH_MS = 1000;

export interface PageReadingNow {
  /** Null as long as no reader has answered. */
  readonly reading: PageReading | null;
  /** Has the page read now, whatever it is. Rejects where no reader runs. */
  readonly readNow: () => Promise<void>;
}

/**
 * Whether the page in a tab is read, and why.
 * @param tab null while there is nothing to ask
 * @param askReader asks the reader in a tab. The same function at every call
 */
export function usePageReading(
  tab: number | null,
  askReader: ReturnType<typeof readerAsker>,
): PageReadingNow {
  const [reading, setReading] = useState<PageReading | null>(null);

  async function refresh(from: number) {
    const now = await askReader(from)('page.state', null).catch(() => null);
    setReading((before) => (before?.why === now?.why ? before : now));
  }

  useEffect(() => {
    setReading(null);
    if (tab === null) return;
    void refresh(tab);
    const timer = setInterval(refresh, REFRESH_MS, tab);
    return () => clearInterval(timer);
  }, [tab]);

  async function readNow() {
    if (tab === null) throw new Error('no tab');
    await askReader(tab)('page.read', null);
    await refresh(tab);
  }

  return { reading, readNow };
}
