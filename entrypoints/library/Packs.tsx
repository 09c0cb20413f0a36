import { useCallback, useEffect, useState } from 'preact/hooks';
import { useWords } from '../../components/words';
import type { AskBackground, PackView, SyncView } from '../../data/messages';
import { Author } from './Author';
import { PackRow } from './PackRow';
import { Subscribe } from './Subscribe';

interface Listed {
  readonly packs: readonly PackView[];
  readonly syncs: readonly SyncView[];
}

/** Long enough not to ask all the time, short enough for a sync that began elsewhere to be seen. In ms. */
const LOOK_AGAIN_MS = 2000;

/** The packs that are here, how current each is, and the way to more. */
export function Packs({ ask }: { readonly ask: AskBackground }) {
  const { say } = useWords();
  const [{ packs, syncs }, setListed] = useState<Listed>({ packs: [], syncs: [] });
  const [trouble, setTrouble] = useState<string | null>(null);

  const look = useCallback(async () => {
    try {
      const [found, kept] = await Promise.all([ask('packs.list', null), ask('packs.syncs', null)]);
      setListed({ packs: found, syncs: kept });
    } catch (error) {
      setTrouble((error as Error).message);
    }
  }, [ask]);

  useEffect(() => {
    void look();
    const timer = setInterval(
      () => document.visibilityState === 'visible' && void look(),
      LOOK_AGAIN_MS,
    );
    return () => clearInterval(timer);
  }, [look]);

  return (
    <>
      <p class="lead">{say('library.packs.lead')}</p>
      <Subscribe ask={ask} onSubscribed={() => void look()} />
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
            onChanged={() => void look()}
          />
        ))}
      </ul>
      <Author ask={ask} />
    </>
  );
}
