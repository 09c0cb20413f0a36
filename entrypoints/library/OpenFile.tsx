import { useEffect } from 'preact/hooks';
import { useWords } from '../../components/words';
import type { AskBackground } from '../../data/messages';
import { Trust } from './Trust';
import { useOffer } from './useOffer';

interface Props {
  readonly ask: AskBackground;
  readonly file: File;
  readonly onSubscribed: () => void;
  readonly onClose: () => void;
}

/** A published pack in a file: the same questions, and the same checks, as at an address. */
export function OpenFile({ ask, file, onSubscribed, onClose }: Props) {
  const { say } = useWords();
  const { offer, busy, trouble, look, agree } = useOffer(ask, onSubscribed);
  useEffect(() => {
    // A handle: the background reads what it needs of the file, where it stands.
    const url = URL.createObjectURL(file);
    look({ file: url });
    return () => URL.revokeObjectURL(url);
  }, [file]);

  return (
    <section class="subscribe" aria-label={say('subscribe.file')}>
      {trouble && (
        <p class="note" role="alert">
          {trouble}
        </p>
      )}
      {offer ? (
        <Trust offer={offer} busy={busy} onAgree={agree} onCancel={onClose} />
      ) : (
        <>
          <p>
            <bdi>{file.name}</bdi>
          </p>
          <p class="buttons">
            {busy && <span role="status">{say('subscribe.looking')}</span>}
            <button type="button" class="button" onClick={onClose}>
              {say('subscribe.cancel')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
