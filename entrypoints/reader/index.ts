/** The script that runs in pages: reads them, marks what is on record, and opens the card. */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { patientAsk } from './ask';
import { createCards } from './cards';
import { createMentionWalk } from './keyboard';
import { createMentions } from './mentions';
import { readPage } from './page';
import { createPainter } from './paint';
import { hitAt } from './places';
import { watchPointer } from './pointer';
import { answerRequests } from './requests';

declare global {
  /** Ends the reader that runs in this frame; in the isolated world only. */
  var __onRecordStopReader: (() => void) | undefined;
}

export default defineUnlistedScript(() => {
  // Injected twice, as when a site is switched on in an open tab: the newest reads.
  globalThis.__onRecordStopReader?.();
  const end = new AbortController();
  globalThis.__onRecordStopReader = () => end.abort();
  run(end.signal, () => end.abort());
});

function run(signal: AbortSignal, stop: () => void) {
  /** After an update, a reload or a removal this script's extension is no more. */
  const stopIfOrphan = () => {
    if (!browser.runtime?.id) stop();
  };
  // `async`, since Chromium throws at once where the extension is gone.
  const ask = patientAsk(async (message) => browser.runtime.sendMessage(message));
  const painter = createPainter(signal);
  const mentions = createMentions(painter.erase);
  const cards = createCards(
    ask,
    painter,
    {
      onEnter: () => hovering.tell({ type: 'enter-card' }),
      onLeave: () => hovering.tell({ type: 'leave-card' }),
      onClose: () => hovering.tell({ type: 'dismiss' }),
    },
    signal,
  );
  const hovering = watchPointer(
    {
      mayHold: mentions.mayHold,
      hitAt: (x, y) => hitAt(x, y, mentions),
      fetch: cards.fetch,
      show: cards.show,
      hide: cards.hide,
      onMove() {
        stopIfOrphan();
        painter.restore();
      },
    },
    signal,
  );
  const walk = createMentionWalk(mentions, (hit) => hovering.summon(hit, true));

  answerRequests(
    {
      'page.mentions': walk.list,
      'page.open': ({ index }) => walk.open(index),
      'page.step': ({ by }) => walk.step(by),
      'page.stop': () => {
        stop();
        return null;
      },
    },
    signal,
  );
  readPage(ask, mentions, painter, signal, stopIfOrphan);
}
