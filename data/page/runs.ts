/**
 * From a page's text, met in document order, to blocks: runs of text with no block-level break
 * inside. Text is joined as it stands, white space and all, so that offsets into a block lead
 * straight back to the text it came from.
 */
import { closedRole, closesByAttribute, isRead, type Role, roleOf } from './elements';

/** A run of text and the pieces it was joined from. */
export interface Run<Piece> {
  readonly text: string;
  /** The page's text nodes, or whatever the caller handed in. */
  readonly pieces: readonly Piece[];
  /** Where each piece begins in `text`, in UTF-16 units. */
  readonly starts: readonly number[];
}

/** Takes what a walk over a page meets, in document order. */
export interface RunBuilder<Piece> {
  /** A stretch of text. */
  text(data: string, piece: Piece): void;
  /** An element begins or ends, or is passed by unread. */
  edge(role: Role): void;
  /** The walk is over. */
  end(): void;
}

/**
 * @param emit called with each run that holds more than white space, in document order
 */
export function runBuilder<Piece>(emit: (run: Run<Piece>) => void): RunBuilder<Piece> {
  let text = '';
  let pieces: Piece[] = [];
  let starts: number[] = [];
  let afterLine = false;

  const end = () => {
    if (pieces.length > 0) emit({ text, pieces, starts });
    text = '';
    pieces = [];
    starts = [];
    afterLine = false;
  };

  return {
    text(data, piece) {
      const blank = isBlank(data);
      if (data === '' || (blank && pieces.length === 0)) return;
      starts.push(text.length);
      pieces.push(piece);
      text += data;
      if (!blank) afterLine = false;
    },
    edge(role) {
      if (role === 'inline' || role === 'void') return;
      if (role === 'block' || role === 'closed' || (role === 'line' && afterLine)) return end();
      afterLine = role === 'line';
      // The space belongs to no piece: nothing on the page stands for it.
      if (pieces.length > 0) text += ' ';
    },
    end,
  };
}

/** Whether there is nothing to read. The first units decide almost always, without a regular expression. */
function isBlank(data: string): boolean {
  for (let i = 0; i < data.length; i++) {
    if (data.charCodeAt(i) > 0x20) return data.charCodeAt(i) === 0xa0 ? !/\S/.test(data) : false;
  }
  return true;
}

/** How a parsed file looks to {@link readTree}. */
export interface TreeView<Node> {
  /** Text of a text node; null for any other. */
  text(node: Node): string | null;
  /** An element's lower-case local name and its attributes; null for any other node. */
  element(node: Node): { name: string; attribute(name: string): string | null } | null;
  children(node: Node): readonly Node[];
}

/**
 * Reads a whole file at once, as the reader in a page would: that one walks by itself, in slices,
 * with the same builder and the same rules.
 * @param root where to begin
 * @param view how to look at the tree's nodes
 * @returns the tree's runs in document order, with its text nodes as the pieces
 */
export function readTree<Node>(root: Node, view: TreeView<Node>): Run<Node>[] {
  const runs: Run<Node>[] = [];
  const builder = runBuilder<Node>((run) => runs.push(run));
  // A stack of our own: a hostile file nests deeper than calls may.
  const todo: (Node | 'leave')[] = [root];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (node === 'leave') {
      builder.edge('block');
      continue;
    }
    const data = view.text(node);
    if (data !== null) {
      builder.text(data, node);
      continue;
    }
    const element = view.element(node);
    if (element) {
      const named = roleOf(element.name);
      const role = closesByAttribute(element.attribute) ? closedRole(named) : named;
      builder.edge(role);
      if (!isRead(role)) continue;
      if (role === 'block') todo.push('leave');
    }
    todo.push(...view.children(node).toReversed());
  }
  builder.end();
  return runs;
}
