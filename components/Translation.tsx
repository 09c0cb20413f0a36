import type { RecordView } from '../data/messages';
import { PlainText } from './PlainText';
import { Phrase, useWords } from './words';

interface Props {
  readonly record: Pick<RecordView, 'text' | 'original'>;
  /** The original is on show. */
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** Who translated a record's words, and the way to the words themselves. Nothing for what is no translation. */
export function Translation({ record: { text, original }, open, onToggle }: Props) {
  const { say } = useWords();
  const { translator } = text;
  if (!translator && !original) return null;
  return (
    <p class="when translation">
      <span>
        {translator ? (
          <Phrase
            id="text.translator"
            parts={{
              who: (
                <bdi>
                  <PlainText text={translator} />
                </bdi>
              ),
            }}
          />
        ) : (
          say('text.translated')
        )}
      </span>
      {original && (
        <button type="button" class="link" aria-pressed={open} onClick={onToggle}>
          {say('text.original')}
        </button>
      )}
    </p>
  );
}
