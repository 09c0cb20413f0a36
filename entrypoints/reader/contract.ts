/**
 * What the reader's two scripts share. The first reads and paints; the second, which a page without a
 * mention never pays for, watches the pointer, opens cards and walks the mentions. Both run in the
 * extension's isolated world of a frame.
 */

import type {
  AskBackground,
  CardAct,
  Key,
  PageMention,
  ReaderRequests,
  TopicBrief,
} from '../../data/messages';
import type { Run } from '../../data/page/runs';
import type { ReaderSettings } from '../../data/settings';

/** A block of the page: its text and the text nodes that it was joined from. */
export type PageRun = Run<Text>;

/** A block that holds mentions. */
export interface Block extends PageRun {
  readonly mentions: readonly Mention[];
}

/** A place in the page's text where a topic's rule holds. */
export interface Mention {
  readonly block: Block;
  readonly topic: TopicBrief;
  /** Half-open ranges of UTF-16 units into the block's text, ascending; at least one. */
  readonly parts: readonly (readonly [start: number, end: number])[];
  /** The record that quotes this passage, where the page is its source; else null. */
  readonly quotedBy: Key | null;
}

/** Told what is read, from the first block on. */
export interface Follower {
  /** A block with mentions stands on the page. */
  readonly onBlock: (block: Block) => void;
  /** A block's mentions no longer stand on the page. */
  readonly onDropped: (block: Block) => void;
  /** The page has changed, and what was to be read of it is read. */
  readonly onChange: () => void;
}

/** A page is read anew since a topic was muted, or is no longer (null). */
export type ReadAgain = ReaderRequests['page.again']['ask'];

/** What the first script knows of the page. */
export interface Reading {
  readonly ask: AskBackground;
  /** How marks look and cards open, until {@link Interaction.set} says otherwise. */
  readonly settings: ReaderSettings;
  /** Ends both scripts. Its reason is a {@link ReadAgain} where they begin anew at once. */
  readonly signal: AbortSignal;
  /** Ends all that is ours in the frame, whatever was begun anew meanwhile. */
  readonly lifetime: AbortSignal;
  /** Ends both scripts where their extension is no more. */
  stopIfOrphan(): void;
  /** The block that a text node is part of. */
  blockOf(node: Node): Block | undefined;
  /** Whether text of mentions stands directly in the element, or in its shadow tree; may say yes for what is gone. */
  mayHold(element: Element): boolean;
  /** All mentions in page order. */
  inOrder(): Mention[];
  /** The address that the page gives for itself, if any. */
  address(): string | null;
  /** Whether all that the page held when it was first read has been asked about and answered. */
  isWhole(): boolean;
  /** The shadow trees that hold mentions, outer ones before inner ones. */
  shadowRoots(): ShadowRoot[];
  /** Has the follower told of every block, in slices of those that were found before. */
  follow(follower: Follower): void;
}

/** What the second script answers for the first. */
export interface Interaction {
  /** All mentions that can be seen, in page order. */
  list(): PageMention[];
  /** Goes to a mention of the last list. @returns whether it is still there */
  open(index: number): boolean;
  /** Scrolls to a mention of the last list and lights it. @returns whether it is still there */
  show(index: number): boolean;
  /** Scrolls to where the page was before the first {@link show}. @returns whether anything was shown since */
  back(): boolean;
  /** Goes to the next (1) or previous (-1) phrase, round and round. @returns whether there is one */
  step(by: 1 | -1): boolean;
  /** How marks look and cards open from now on. */
  set(settings: ReaderSettings): void;
  /** Does to the card what a keyboard command asks for. @returns whether there was something to do */
  act(act: CardAct): boolean;
}

declare global {
  /** Where the second script leaves its one function, in the isolated world only. */
  var __onRecordInteract: ((reading: Reading) => Interaction) | undefined;
}

/** A stretch of one text node. */
export interface Stretch {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/**
 * @param start @param end half-open range of UTF-16 units into the block's text
 * @returns the text nodes' stretches that the range covers, in order
 */
export function stretches(block: PageRun, start: number, end: number): Stretch[] {
  const found: Stretch[] = [];
  block.pieces.forEach((node, i) => {
    const base = block.starts[i] ?? 0;
    const from = Math.max(start - base, 0);
    const to = Math.min(end - base, node.length);
    if (from < to) found.push({ node, start: from, end: to });
  });
  return found;
}

/** @returns whether the page still shows the run as it was collected */
export function stands(run: PageRun): boolean {
  return run.pieces.every(
    (node, i) =>
      node.isConnected && node.length > 0 && run.text.startsWith(node.data, run.starts[i]),
  );
}

/** @returns where a mention begins, in UTF-16 units into its block */
export function startOf(mention: Mention): number {
  return mention.parts[0]?.[0] ?? 0;
}
