/** The script that runs in pages: decides whether to read, and answers the background and the popup. */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageReading } from '../../data/messages';
import type { Interaction, ReadAgain } from './contract';
import { watchNavigation } from './navigation';
import { type ReadingPage, read } from './read';
import { answerRequests } from './requests';
import { nextTask } from './slices';
import { readingOf } from './where';

declare global {
  /** Ends the reader that runs in this frame; in the isolated world only. */
  var __onRecordStopReader: (() => void) | undefined;
  /** The reader was put into a page that had loaded without it, and without the style sheet of the marks. */
  var __onRecordLate: boolean | undefined;
}

export default defineUnlistedScript(() => {
  // Injected twice, as when a site is switched on in an open tab: the newest reads.
  globalThis.__onRecordStopReader?.();
  const end = new AbortController();
  globalThis.__onRecordStopReader = () => end.abort();
  run(end.signal, () => end.abort());
});

/** Reads while the page is one to be read; one page after another where the site swaps them in place. */
function run(signal: AbortSignal, stop: () => void) {
  let asked = false;
  let decision: PageReading = { read: false, why: 'not-article' };
  let reading: ReadingPage | null = null;

  /** After an update, a reload or a removal this script's extension is no more. */
  const stopIfOrphan = () => {
    if (!browser.runtime?.id) stop();
  };

  const decide = () => {
    if (signal.aborted) return;
    decision = asked ? { read: true, why: 'asked' } : readingOf(document);
    if (!decision.read) {
      reading?.stop();
      reading = null;
    }
    if (decision.read) reading ??= read(signal, { stopIfOrphan, restart });
  };

  /** A document written anew has lost our listeners, and our marks with its text. */
  const restart = (why?: ReadAgain) => {
    reading?.stop(why);
    reading = null;
    decide();
  };

  const withMentions = async <T>(otherwise: T, go: (interaction: Interaction) => T) => {
    const interaction = await reading?.interact();
    return interaction ? go(interaction) : otherwise;
  };

  answerRequests(
    {
      'page.state': () => {
        if (!reading) decide();
        return decision;
      },
      'page.read': () => {
        asked = true;
        decide();
        return null;
      },
      'page.mentions': () => withMentions([], ({ list }) => list()),
      'page.open': ({ index }) => withMentions(false, ({ open }) => open(index)),
      'page.show': ({ index }) => withMentions(false, ({ show }) => show(index)),
      'page.back': () => withMentions(false, ({ back }) => back()),
      'page.step': ({ by }) => withMentions(false, ({ step }) => step(by)),
      'page.act': ({ act: what }) => withMentions(false, ({ act }) => act(what)),
      'page.again': (why) => {
        if (reading) restart(why);
        return null;
      },
      'page.settings': async (settings) => {
        (await reading?.interact())?.set(settings);
        return null;
      },
      'page.stop': () => {
        stop();
        return null;
      },
    },
    signal,
  );
  // Not in the task that evaluates the script, which is long enough.
  void nextTask().then(() => {
    decide();
    watchNavigation(
      (change) => {
        if (change === 'address') asked = false;
        // A page that is read stays so as long as it is the same one.
        if (change !== 'content' || !reading) decide();
      },
      () => reading !== null,
      signal,
    );
  });
}
