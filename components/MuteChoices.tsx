import { Phrase, useWords } from './words';

interface Props {
  /** Host name of the page's site; null where there is none. */
  readonly host: string | null;
  /** Null for every site. */
  readonly onMute: (host: string | null) => void;
}

/** Where a topic shall no longer be marked. */
export function MuteChoices({ host, onMute }: Props) {
  const { say } = useWords();
  return (
    <fieldset class="chips" aria-label={say('action.mute.where')}>
      {host && (
        <button type="button" class="chip" onClick={() => onMute(host)}>
          <span>
            <Phrase id="action.mute.here" parts={{ host: <bdi>{host}</bdi> }} />
          </span>
        </button>
      )}
      <button type="button" class="chip" onClick={() => onMute(null)}>
        {say('action.mute.everywhere')}
      </button>
    </fieldset>
  );
}
