/**
 * What the reader knows of the page: which text was asked about, and which blocks hold mentions.
 * Blocks without a mention are remembered by their text alone, and all by weak references, so that
 * what the page throws away is freed.
 */

import { hostOf, rootOf } from '../../components/dom';
import { type Block, type Mention, type PageRun, stands, startOf } from './contract';

/** What was found in a run, before it is a block. */
export type Found = Pick<Mention, 'topic' | 'parts' | 'quotedBy'>;

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
  /** Whether text of mentions stands directly in the element, or in its shadow tree; may say yes for what is gone. */
  mayHold(element: Element): boolean;
  /** The shadow trees that hold mentions, outer ones before inner ones. */
  shadowRoots(): ShadowRoot[];
  /**
   * Takes out the blocks that no longer stand on the page as they were collected.
   * @param touched the nodes that changed, where that is known: the text of others need not be compared
   */
  sweep(touched?: ReadonlySet<Node>): void;
  /** The blocks that hold mentions, in no order. */
  blocks(): Block[];
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
      for (const each of found) {
        mentions.push({ ...each, block, parts: joined(run.text, each.parts) });
      }
      mentions.sort((a, b) => startOf(a) - startOf(b));
      live.add(block);
      for (const node of block.pieces) {
        byNode.set(node, block);
        if (node.parentElement) holders.add(node.parentElement);
      }
      for (let host = hostOf(first); host; host = hostOf(host)) {
        // The browser names the host where a pointer is in a tree that the page closed.
        holders.add(host);
      }
      return block;
    },
    blockOf: (node) => byNode.get(node),
    mayHold: (element) => holders.has(element),
    sweep(touched) {
      for (const block of live) {
        const same = touched && !block.pieces.some((node) => touched.has(node));
        if (same ? !block.pieces.every((node) => node.isConnected) : !stands(block)) drop(block);
      }
    },
    shadowRoots() {
      const roots = new Set<ShadowRoot>();
      for (const { pieces } of live) {
        const chain: ShadowRoot[] = [];
        for (let at: Node | null = pieces[0] ?? null; at; at = hostOf(at)) {
          const root = rootOf(at);
          if (root instanceof ShadowRoot) chain.unshift(root);
        }
        for (const root of chain) roots.add(root);
      }
      return [...roots];
    },
    blocks: () => [...live],
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

function samePieces(a: PageRun, b: PageRun): boolean {
  return a.pieces.length === b.pieces.length && a.pieces.every((node, i) => node === b.pieces[i]);
}

function byPlace(a: Block, b: Block): number {
  const [first, second] = [a.pieces[0], b.pieces[0]];
  if (!first || !second || first === second) return 0;
  const [outer, other] = [outermost(first), outermost(second)];
  const same = outer === other;
  const position = (same ? first : outer).compareDocumentPosition(same ? second : other);
  return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** The node itself, or the host in the document's own tree that it is shown in. */
function outermost(node: Node): Node {
  let at = node;
  for (let host = hostOf(at); host; host = hostOf(at)) at = host;
  return at;
}
