/** The script that runs in pages: decides whether to read, reads, and marks what is on record. */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { rootElement } from '../../components/dom';
import type { PageReading } from '../../data/messages';
import { patientAsk } from './ask';
import type { Block, Follower, Interaction } from './contract';
import { createMentions } from './mentions';
import { watchNavigation } from './navigation';
import { readPage } from './page';
import { answerRequests } from './requests';
import { readingOf } from './where';

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

/** Reads while the page is one to be read; one page after another where the site swaps them in place. */
function run(signal: AbortSignal, stop: () => void) {
  let asked = false;
  let decision: PageReading = readingOf(document);
  let reading: {
    readonly stop: () => void;
    readonly interact: () => Promise<Interaction | null>;
  } | null = null;

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
  const restart = () => {
    reading?.stop();
    reading = null;
    decide();
  };

  const withMentions = async <T>(otherwise: T, go: (interaction: Interaction) => T) => {
    const interaction = await reading?.interact();
    return interaction ? go(interaction) : otherwise;
  };

  answerRequests(
    {
      'page.state': () => decision,
      'page.read': () => {
        asked = true;
        decide();
        return null;
      },
      'page.mentions': () => withMentions([], ({ list }) => list()),
      'page.open': ({ index }) => withMentions(false, ({ open }) => open(index)),
      'page.step': ({ by }) => withMentions(false, ({ step }) => step(by)),
      'page.act': ({ act: what }) => withMentions(false, ({ act }) => act(what)),
      'page.stop': () => {
        stop();
        return null;
      },
    },
    signal,
  );
  watchNavigation((change) => {
    if (change === 'address') asked = false;
    // A page that is read stays so as long as it is the same one.
    if (change !== 'content' || !reading) decide();
  }, signal);
  decide();
}

/** Reads the page until it is stopped, or the signal aborts. */
function read(
  outer: AbortSignal,
  { stopIfOrphan, restart }: { stopIfOrphan: () => void; restart: () => void },
) {
  const end = new AbortController();
  const signal = AbortSignal.any([outer, end.signal]);
  // `async`, since Chromium throws at once where the extension is gone.
  const ask = patientAsk(async (message) => browser.runtime.sendMessage(message));
  const followers: Follower[] = [];
  const mentions = createMentions((block) => {
    for (const { onDropped } of followers) onDropped(block);
  });
  const root = rootElement();
  let interaction: Promise<Interaction | null> | null = null;

  /** Has the second script run and the marks styled; once there is something to mark. */
  const interact = () => {
    interaction ??= ask('marks.style', null).then(
      () =>
        globalThis.__onRecordInteract?.({ ...mentions, ask, signal, stopIfOrphan, follow }) ?? null,
      () => {
        interaction = null;
        stopIfOrphan();
        return null;
      },
    );
    return interaction;
  };

  const follow = (follower: Follower) => {
    followers.push(follower);
    for (const block of mentions.blocks()) follower.onBlock(block);
  };

  const onBlock = (block: Block) => {
    void interact();
    for (const follower of followers) follower.onBlock(block);
  };

  const onChange = () => {
    if (rootElement() !== root) return restart();
    for (const follower of followers) follower.onChange();
  };

  readPage({ ask, mentions, onBlock, onTrouble: stopIfOrphan, onChange }, signal);
  return {
    stop: () => end.abort(),
    interact: async () => (mentions.inOrder().length > 0 ? interact() : null),
  };
}
