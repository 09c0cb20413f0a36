import { useWords } from '../../components/words';
import type { SyncProgress } from '../../data/pack-messages';
import { bytesWords } from './bytes';

interface Props {
  readonly progress: SyncProgress;
  /** Of the pack, for screen readers. */
  readonly name: string;
  readonly onStop: () => void;
}

/** How far a pack is that is being brought up to date. What is there stays in use meanwhile. */
export function SyncStatus({ progress, name, onStop }: Props) {
  const { locale, say } = useWords();
  const { phase, parts, of, bytes, ofBytes } = progress;
  const known = of > 0;
  return (
    <div class="library-progress">
      <p class="sync-line">
        {/* Only this is read out by itself: a word a phase, not a number a part. */}
        <span role="status">{say(`library.sync.${phase}`)}</span>
        {known && (
          <span class="quiet">
            {say('library.sync.done', {
              done: bytesWords(bytes, locale),
              all: bytesWords(ofBytes, locale),
            })}
          </span>
        )}
      </p>
      <progress
        aria-label={say('library.sync.progress', { pack: name })}
        max={known ? of : undefined}
        value={known ? parts : undefined}
      />
      <button type="button" class="button bare" onClick={onStop}>
        {say('library.sync.stop')}
      </button>
    </div>
  );
}
