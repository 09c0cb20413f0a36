/**
 * The reader's second script, run in a frame once something is marked there: watches the pointer,
 * opens the card and walks the mentions.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Interaction, Reading } from '../reader/contract';
import { createCards } from './cards';
import { showOverlay } from './overlay';
import { hitAt } from './places';
import { watchPointer } from './pointer';
import { watchSettings } from './settings';
import { createMentionWalk } from './walk';

export default defineUnlistedScript(() => {
  globalThis.__onRecordInteract = interact;
});

function interact(reading: Reading): Interaction {
  const { signal } = reading;
  const cards = createCards(
    reading,
    {
      onEnter: () => hovering.tell({ type: 'enter-card' }),
      onLeave: () => hovering.tell({ type: 'leave-card' }),
      onClose: () => hovering.tell({ type: 'dismiss' }),
      onPin: () => hovering.tell({ type: 'pin' }),
    },
    signal,
  );
  const hovering = watchPointer(
    {
      mayHold: reading.mayHold,
      hitAt: (x, y) => hitAt(x, y, reading),
      fetch: cards.fetch,
      show: cards.show,
      hide: cards.hide,
      pin: cards.pin,
      settings: watchSettings(signal),
      onMove() {
        reading.stopIfOrphan();
        reading.restore();
      },
    },
    signal,
  );
  showOverlay(reading, signal);
  const walk = createMentionWalk(reading, (hit) => hovering.summon(hit, true));
  return {
    ...walk,
    act(act) {
      if (act === 'open') return walk.openHere();
      if (!hovering.isOpen()) return cards.unpin();
      hovering.tell({ type: act === 'pin' ? 'pin' : 'dismiss' });
      return true;
    },
  };
}
