import { useCallback, useEffect, useState } from 'preact/hooks';
import { useWords } from '../../components/words';
import type { AskBackground, Mute } from '../../data/messages';

/** Topics that are not marked on pages; each can be marked again. */
export function Mutes({ ask }: { readonly ask: AskBackground }) {
  const { say } = useWords();
  const [mutes, setMutes] = useState<readonly Mute[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const fail = (error: unknown) => setTrouble(error instanceof Error ? error.message : `${error}`);
  const load = useCallback(() => ask('mutes.list', null).then(setMutes, fail), [ask]);

  useEffect(() => {
    void load();
    // A card in another tab mutes, too.
    window.addEventListener('focus', load);
    return () => window.removeEventListener('focus', load);
  }, [load]);

  /** Says what went wrong, and shows what holds now in either case. */
  function markAgain({ topic, host }: Mute) {
    setTrouble(null);
    ask('mute.set', { topic: topic.key, host, muted: false }).catch(fail).then(load);
  }

  return (
    <>
      <p class="lead">{say('library.mutes.lead')}</p>
      {trouble && (
        <p class="note" role="alert">
          {trouble}
        </p>
      )}
      {mutes?.length === 0 && <p>{say('library.mutes.none')}</p>}
      <ul class="library-list">
        {mutes?.map((mute) => (
          <li key={`${mute.topic.key} ${mute.host}`} class="library-site">
            <bdi>{mute.topic.name}</bdi>
            <span class="quiet">
              {mute.host === null ? say('library.mutes.everywhere') : <bdi>{mute.host}</bdi>}
            </span>
            <button
              type="button"
              class="button bare"
              aria-label={say('library.mutes.undo.text', { topic: mute.topic.name })}
              onClick={() => markAgain(mute)}
            >
              {say('library.mutes.undo')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
