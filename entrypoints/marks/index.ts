/**
 * The reader's second script, run in a frame once something is on record there: paints the marks, watches the
 * pointer, opens the card and walks the mentions.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Interaction, Reading } from '../reader/contract';
import { createCards } from './cards';
import { showOverlay } from './overlay';
import { createPainter } from './paint';
import { hitAt } from './places';
import { watchPointer } from './pointer';
import { createMentionWalk } from './walk';

export default defineUnlistedScript(() => {
  globalThis.__onRecordInteract = interact;
});

function interact(reading: Reading): Interaction {
  const { signal } = reading;
  let { settings } = reading;
  const painter = createPainter(() => settings, signal);
  const cards = createCards(reading, painter, () => settings, {
    onEnter: () => hovering.tell({ type: 'enter-card' }),
    onLeave: () => hovering.tell({ type: 'leave-card' }),
    onClose: () => hovering.tell({ type: 'dismiss' }),
    onPin: () => hovering.tell({ type: 'pin' }),
  });
  const hovering = watchPointer(
    {
      mayHold: reading.mayHold,
      hitAt: (x, y) => hitAt(x, y, reading),
      fetch: cards.fetch,
      show: cards.show,
      hide: cards.hide,
      pin: cards.pin,
      settings: () => settings,
      onMove() {
        reading.stopIfOrphan();
        painter.restore();
      },
    },
    signal,
  );
  showOverlay(reading, painter, signal);
  reading.follow({
    onBlock(block) {
      painter.paint(block);
      cards.meet(block);
    },
    onDropped: painter.erase,
    onChange: painter.restore,
  });
  const walk = createMentionWalk(reading, {
    go: (hit) => hovering.summon(hit, true),
    light: (mention) => cards.flash([mention]),
  });
  return {
    ...walk,
    set(changed) {
      settings = changed;
      painter.restyle();
      void cards.renew();
    },
    act(act) {
      if (act === 'open') return walk.openHere();
      if (!hovering.isOpen()) return cards.unpin();
      hovering.tell({ type: act === 'pin' ? 'pin' : 'dismiss' });
      return true;
    },
  };
}
