import { useCallback, useEffect, useState } from 'preact/hooks';
import { FileButton } from '../../components/FileButton';
import { Icon } from '../../components/Icon';
import { useWords } from '../../components/words';
import type { AskBackground, PackView } from '../../data/messages';
import type { SyncView } from '../../data/pack-messages';
import { Account } from './Account';
import { Author } from './Author';
import { OpenFile } from './OpenFile';
import { Pace } from './Pace';
import { PackRow } from './PackRow';
import { Storage } from './Storage';
import { Subscribe } from './Subscribe';
import './packs.css';
import { useDrop } from './useDrop';

interface Listed {
  readonly packs: readonly PackView[];
  readonly syncs: readonly SyncView[];
  readonly changes: Readonly<Record<string, number>>;
}

/** Long enough not to ask all the time, short enough for a sync that began elsewhere to be seen. In ms. */
const LOOK_AGAIN_MS = 2000;
/** While one is under way. */
const WATCH_MS = 300;

/** What is being subscribed to. */
type Opening = { readonly address: string } | { readonly file: File } | null;

/** Where the address of this page names a pack, as the popup does for one that a page offers. */
function openedWith(): Opening {
  const address = new URLSearchParams(location.search).get('subscribe');
  return address === null ? null : { address };
}

/** The packs that are here, how current each is, and the way to more. */
export function Packs({ ask }: { readonly ask: AskBackground }) {
  const { say } = useWords();
  const [{ packs, syncs, changes }, setListed] = useState<Listed>({
    packs: [],
    syncs: [],
    changes: {},
  });
  const [trouble, setTrouble] = useState<string | null>(null);
  const [opening, setOpening] = useState<Opening>(openedWith);
  const { over, handlers } = useDrop(setOpening);

  const look = useCallback(async () => {
    try {
      const [found, kept, changed] = await Promise.all([
        ask('packs.list', null),
        ask('packs.syncs', null),
        ask('changes.count', null),
      ]);
      setListed({ packs: found, syncs: kept, changes: changed });
    } catch (error) {
      setTrouble((error as Error).message);
    }
  }, [ask]);

  const busy = syncs.some((one) => one.busy);
  useEffect(() => {
    void look();
    const timer = setInterval(
      () => document.visibilityState === 'visible' && void look(),
      busy ? WATCH_MS : LOOK_AGAIN_MS,
    );
    return () => clearInterval(timer);
  }, [look, busy]);

  function close() {
    setOpening(null);
    void look();
  }

  function checkAll() {
    for (const { pack, folder } of syncs) {
      // How it went is in the pack's own row.
      if (folder !== null) ask('packs.update', { pack }).then(look, look);
    }
    void look();
  }

  return (
    <div class={over ? 'packs packs-over' : 'packs'} {...handlers}>
      <p class="lead">{say('library.packs.lead')}</p>
      {opening === null && (
        <p class="buttons packs-tools">
          <button type="button" class="button primary" onClick={() => setOpening({ address: '' })}>
            <Icon name="plus" />
            {say('subscribe.open')}
          </button>
          <FileButton accept=".tar,application/x-tar" onFile={(file) => setOpening({ file })}>
            {say('subscribe.file')}
          </FileButton>
          {syncs.some(({ folder }) => folder !== null) && (
            <button type="button" class="button bare" disabled={busy} onClick={checkAll}>
              {say('library.sync.all')}
            </button>
          )}
        </p>
      )}
      {opening && 'address' in opening && (
        <Subscribe ask={ask} address={opening.address} onSubscribed={close} onClose={close} />
      )}
      {opening && 'file' in opening && (
        <OpenFile ask={ask} file={opening.file} onSubscribed={close} onClose={close} />
      )}
      {trouble && (
        <p class="note" role="alert">
          {trouble}
        </p>
      )}
      <ul class="library-list">
        {packs.map((pack) => (
          <PackRow
            key={pack.id}
            ask={ask}
            pack={pack}
            sync={syncs.find((one) => one.pack === pack.id) ?? null}
            changes={changes[pack.id] ?? 0}
            onChanged={() => void look()}
          />
        ))}
      </ul>
      <p class="quiet packs-drop">{say('subscribe.drop')}</p>
      {packs.length > 0 && <Storage packs={packs} />}
      <Pace ask={ask} />
      <Account ask={ask} />
      <Author ask={ask} />
    </div>
  );
}
