import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { download } from '../../components/download';
import { FileButton } from '../../components/FileButton';
import { useWords } from '../../components/words';
import { originsOf } from '../../data/site';
import {
  type ListedSite,
  MAX_SITE_LIST,
  type ReadSiteList,
  readSiteList,
  writeSiteList,
} from '../../data/site-list';

interface Props {
  /** The sites that are listed now, without the one that stands for all. */
  readonly sites: readonly ListedSite[];
  /** Takes sites over, after the browser was asked for those that are to be read. */
  readonly onSites: (sites: readonly ListedSite[]) => void;
}

/** The list of sites as a file: saved, and taken over from one. */
export function SiteList({ sites, onSites }: Props) {
  const { say } = useWords();
  const [read, setRead] = useState<ReadSiteList | null>(null);
  const [failed, setFailed] = useState(false);

  async function onFile(file: File) {
    setRead(null);
    setFailed(false);
    try {
      // UTF-8 takes at most three bytes a UTF-16 unit.
      if (file.size > 3 * MAX_SITE_LIST) throw new RangeError(`${file.size} bytes`);
      setRead(readSiteList(await file.text()));
    } catch (error) {
      console.warn('The list of sites was not read.', error);
      setFailed(true);
    }
  }

  function takeOver(list: readonly ListedSite[]) {
    const origins = list
      .filter(({ mode }) => mode !== 'never')
      .flatMap(({ host }) => originsOf(host));
    // First thing in the click: after an `await` browsers no longer see the gesture that allows it.
    const allowed =
      origins.length > 0 ? browser.permissions.request({ origins }) : Promise.resolve(true);
    setRead(null);
    void allowed.then((yes) => onSites(yes ? list : list.filter(({ mode }) => mode === 'never')));
  }

  const n = read?.sites.length ?? 0;
  return (
    <section class="site-list">
      <h2 class="small-title">{say('sites.list')}</h2>
      <p class="quiet">{say('sites.list.lead')}</p>
      <p class="buttons">
        <button
          type="button"
          class="button"
          disabled={sites.length === 0}
          onClick={() => download('on-record-sites.txt', 'text/plain', writeSiteList(sites))}
        >
          {say('sites.list.save')}
        </button>
        <FileButton accept=".txt,text/plain" onFile={onFile}>
          {say('sites.list.open')}
        </FileButton>
      </p>
      {failed && (
        <p class="note" role="alert">
          {say('sites.list.failed')}
        </p>
      )}
      {read && (
        <div class="note" role="status">
          <p>{say('sites.list.found', { n })}</p>
          {read.unread.length > 0 && (
            <p>
              {say('sites.list.unread', {
                n: read.unread.length,
                lines: read.unread.slice(0, 10).join(', '),
              })}
            </p>
          )}
          <p class="buttons">
            <button type="button" class="button" onClick={() => setRead(null)}>
              {say('subscribe.cancel')}
            </button>
            {n > 0 && (
              <button type="button" class="button primary" onClick={() => takeOver(read.sites)}>
                {say('sites.list.take')}
              </button>
            )}
          </p>
        </div>
      )}
    </section>
  );
}
