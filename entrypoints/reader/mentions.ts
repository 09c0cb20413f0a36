/**
 * What the reader knows of the page: which text was asked about, and which blocks hold mentions.
 * Blocks without a mention are remembered by their text alone, and all by weak references, so that
 * what the page throws away is freed.
 */
import type { TopicBrief } from '../../data/messages';
import type { PageRun } from './collect';

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
}

/** What was found in a run, before it is a block. */
export type Found = Pick<Mention, 'topic' | 'parts'>;

export interface Mentions {
  /** @returns whether the run must be asked about: it is new, or its text is another than before */
  isNew(run: PageRun): boolean;
  /**
   * Takes an answer.
   * @returns the block to paint; null when there is nothing on record; `stale` when the page changed
   *   meanwhile, so that the run must be collected again
   */
  settle(run: PageRun, found: readonly Found[]): Block | null | 'stale';
  /** The block that a text node is part of. */
  blockOf(node: Node): Block | undefined;
  /** Whether text of mentions stands directly in the element; may say yes for what is gone. */
  mayHold(element: Element): boolean;
  /** Takes out the blocks that no longer stand on the page as they were collected. */
  sweep(): void;
  /** All mentions in page order. */
  inOrder(): Mention[];
}

/**
 * @param onDropped called with each block whose mentions no longer stand on the page
 */
export function createMentions(onDropped: (block: Block) => void): Mentions {
  /** First text node of a run → the text that was asked, or is being asked. */
  const asked = new WeakMap<Text, string>();
  const byNode = new WeakMap<Node, Block>();
  const holders = new WeakSet<Element>();
  const live = new Set<Block>();

  const drop = (block: Block | undefined) => {
    if (!block || !live.delete(block)) return;
    for (const node of block.pieces) {
      byNode.delete(node);
      asked.delete(node);
    }
    onDropped(block);
  };

  return {
    isNew(run) {
      const first = run.pieces[0];
      if (!first) return false;
      const before = byNode.get(first);
      if (asked.get(first) === run.text && (!before || samePieces(before, run))) return false;
      for (const node of run.pieces) drop(byNode.get(node));
      asked.set(first, run.text);
      return true;
    },
    settle(run, found) {
      const first = run.pieces[0];
      const overtaken = !first || asked.get(first) !== run.text || byNode.has(first);
      if (overtaken || found.length === 0) return null;
      if (!stands(run)) {
        asked.delete(first);
        return 'stale';
      }
      const mentions: Mention[] = [];
      const block: Block = { ...run, mentions };
      for (const { topic, parts } of found) {
        mentions.push({ block, topic, parts: joined(run.text, parts) });
      }
      mentions.sort((a, b) => startOf(a) - startOf(b));
      live.add(block);
      for (const node of block.pieces) {
        byNode.set(node, block);
        if (node.parentElement) holders.add(node.parentElement);
      }
      return block;
    },
    blockOf: (node) => byNode.get(node),
    mayHold: (element) => holders.has(element),
    sweep() {
      for (const block of live) if (!stands(block)) drop(block);
    },
    inOrder: () => [...live].sort(byPlace).flatMap((block) => block.mentions),
  };
}

/** Makes one part of those with nothing but white space between: a phrase has one line. */
function joined(text: string, parts: Found['parts']): Found['parts'] {
  const whole: [number, number][] = [];
  for (const [start, end] of parts) {
    const last = whole.at(-1);
    if (last && text.slice(last[1], start).trim() === '') last[1] = end;
    else whole.push([start, end]);
  }
  return whole;
}

/** @returns whether the page still shows the run as it was collected */
export function stands(run: PageRun): boolean {
  return run.pieces.every(
    (node, i) =>
      node.isConnected && node.length > 0 && run.text.startsWith(node.data, run.starts[i]),
  );
}

function samePieces(a: PageRun, b: PageRun): boolean {
  return a.pieces.length === b.pieces.length && a.pieces.every((node, i) => node === b.pieces[i]);
}

function byPlace(a: Block, b: Block): number {
  const [first, second] = [a.pieces[0], b.pieces[0]];
  if (!first || !second || first === second) return 0;
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** @returns where a mention begins, in UTF-16 units into its block */
export function startOf(mention: Mention): number {
  return mention.parts[0]?.[0] ?? 0;
}

/** @returns where a mention ends, in UTF-16 units into its block */
export function endOf(mention: Mention): number {
  return mention.parts.at(-1)?.[1] ?? 0;
}

/** @returns the words of a mention, its parts joined by an ellipsis, white space made single */
export function phraseOf(mention: Mention): string {
  return mention.parts
    .map(([start, end]) => mention.block.text.slice(start, end).replace(/\s+/g, ' ').trim())
    .join(' … ');
}

/**
 * Of topics that share a phrase, the one that says most about it comes first: the rule with more
 * parts, then the one whose parts stand closer together.
 */
export function bySpecificity(a: Mention, b: Mention): number {
  const hull = (mention: Mention) => endOf(mention) - startOf(mention);
  return b.parts.length - a.parts.length || hull(a) - hull(b);
}
