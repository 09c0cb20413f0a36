import { Icon } from '../../components/Icon';
import { useWords } from '../../components/words';

interface Props {
  readonly onReturn: () => void;
  readonly onClose: () => void;
  /** Moves the card by so many px. */
  readonly onMove: (x: number, y: number) => void;
}

/** One press of an arrow key moves a pinned card so far, in px. */
const STEP = 24;

const WAYS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** Above a pinned card: what it is held by, the way back to the mention, and the way out. */
export function PinBar({ onReturn, onClose, onMove }: Props) {
  const { say } = useWords();
  return (
    <div class="pin-bar">
      <button
        type="button"
        class="control grip"
        aria-label={say('card.move')}
        title={say('card.move')}
        onKeyDown={(event) => {
          const way = WAYS[event.key];
          if (!way) return;
          event.preventDefault();
          onMove(...way);
        }}
      >
        <Icon name="grip" />
      </button>
      <span class="pin-text">{say('card.pinned')}</span>
      <button
        type="button"
        class="control"
        aria-label={say('card.return')}
        title={say('card.return')}
        onClick={onReturn}
      >
        <Icon name="target" />
      </button>
      <button
        type="button"
        class="control"
        aria-label={say('card.close')}
        title={say('card.close')}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
