import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../../components/words';
import type { OfferView } from '../../data/pack-messages';

interface Props {
  readonly offer: OfferView;
  readonly busy: boolean;
  readonly onAgree: () => void;
  readonly onCancel: () => void;
}

/** Whose pack it is and by which key it is signed, before anything of it is stored. */
export function Trust({ offer, busy, onAgree, onCancel }: Props) {
  const { say } = useWords();
  const cancel = useRef<HTMLButtonElement>(null);
  // Not on the button that agrees: whoever presses Enter without reading has agreed to nothing.
  useEffect(() => cancel.current?.focus(), []);
  const { name, publisher, folder, fingerprint, pinned, known } = offer;
  return (
    <div class="trust">
      <h2 class="small-title">
        <bdi>{name}</bdi>
      </h2>
      <p>
        <bdi>{publisher}</bdi>
      </p>
      {folder === null ? (
        <p class="quiet">{say('subscribe.nowhere')}</p>
      ) : (
        <p class="quiet" dir="ltr">
          {folder}
        </p>
      )}
      <p>{say(pinned ? 'subscribe.pinned' : 'subscribe.compare')}</p>
      <p class="fingerprint" dir="ltr">
        {fingerprint}
      </p>
      {known !== 'new' && (
        <p class="note">{say(known === 'same' ? 'subscribe.same' : 'subscribe.taken')}</p>
      )}
      <p class="buttons">
        <button type="button" class="button" ref={cancel} onClick={onCancel}>
          {say('subscribe.cancel')}
        </button>
        {known !== 'other' && (
          <button type="button" class="button primary" disabled={busy} onClick={onAgree}>
            {say(busy ? 'subscribe.fetching' : pinned ? 'subscribe.agree' : 'subscribe.match')}
          </button>
        )}
      </p>
    </div>
  );
}
