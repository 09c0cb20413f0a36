/** One page being read: what is found in it, and the second script once there is something to mark. */
import { browser } from 'wxt/browser';
import { rootElement } from '../../components/dom';
import { ownAddress } from './address';
import { patientAsk } from './ask';
import type { Block, Follower, Interaction, ReadAgain } from './contract';
import { watchFrames } from './frames';
import { createMentions } from './mentions';
import { readPage } from './page';
import { inSlices, nextTask } from './slices';

export interface ReadingPage {
  /** @param why what stands in the page may ask for */
  stop(why?: ReadAgain): void;
  /** The second script; null where nothing is marked. */
  interact(): Promise<Interaction | null>;
}

export interface Ends {
  /** Ends everything where the extension is no more. */
  readonly stopIfOrphan: () => void;
  /** Called when another document was written in this one's place. */
  readonly restart: () => void;
}

/** Reads the page until it is stopped, or the signal aborts. */
export function read(outer: AbortSignal, { stopIfOrphan, restart }: Ends): ReadingPage {
  const end = new AbortController();
  const signal = AbortSignal.any([outer, end.signal]);
  // `async`, since Chromium throws at once where the extension is gone.
  const ask = patientAsk(async (message) => browser.runtime.sendMessage(message));
  const followers: Follower[] = [];
  const mentions = createMentions((block) => {
    for (const { onDropped } of followers) onDropped(block);
  });
  const root = rootElement();
  let whole = false;
  let interaction: Promise<Interaction | null> | null = null;

  /** Has the second script run and the marks styled; once there is something to mark. */
  const interact = () => {
    interaction ??= ask('marks.load', { styled: !globalThis.__onRecordLate }).then(
      (settings) =>
        globalThis.__onRecordInteract?.({
          ...mentions,
          ask,
          settings,
          signal,
          lifetime: outer,
          stopIfOrphan,
          follow,
          address: ownAddress,
          isWhole: () => whole,
        }) ?? null,
      () => {
        interaction = null;
        stopIfOrphan();
        return null;
      },
    );
    return interaction;
  };

  const follow = (follower: Follower) => {
    const before = mentions.blocks();
    followers.push(follower);
    let next = 0;
    const tell = (isOver: () => boolean) => {
      for (let block = before[next]; block; block = before[++next]) {
        if (isOver()) return false;
        // The page may have dropped it meanwhile.
        if (block.pieces[0] && mentions.blockOf(block.pieces[0]) === block) follower.onBlock(block);
      }
      return true;
    };
    // Not in the task that made the follower.
    void nextTask().then(() => inSlices(tell, signal));
  };

  const onBlock = (block: Block) => {
    void interact();
    for (const follower of followers) follower.onBlock(block);
  };

  const onChange = () => {
    if (rootElement() !== root) return restart();
    for (const follower of followers) follower.onChange();
  };

  const onWhole = () => {
    whole = true;
  };

  readPage({ ask, mentions, onBlock, onTrouble: stopIfOrphan, onChange, onWhole }, signal);
  watchFrames(() => void ask('frames.read', null).catch(stopIfOrphan), signal);
  return {
    stop: (why) => end.abort(why),
    interact: async () => (mentions.inOrder().length > 0 ? interact() : null),
  };
}
