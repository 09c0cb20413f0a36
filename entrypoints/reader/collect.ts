/**
 * Walks a document's text into blocks, by the rules of data/page. Reads no style and no layout:
 * hidden text is collected too, since it paints nothing while hidden and needs no second look when
 * a page unfolds it. Lists of mentions leave it out (keyboard.ts).
 */
import {
  CLOSED_SELECTOR,
  closedRole,
  isRead,
  roleOf,
  UNREAD_SELECTOR,
} from '../../data/page/elements';
import { type Run, runBuilder } from '../../data/page/runs';

/** A block of the page: its text and the text nodes that it was joined from. */
export type PageRun = Run<Text>;

export interface Walk {
  /**
   * Walks on.
   * @param isOver asked now and then; true pauses the walk
   * @returns whether the walk is done
   */
  advance(isOver: () => boolean): boolean;
}

export interface WalkOptions {
  /** Where in the root to begin: this element, then what follows it. Default: the root's beginning. */
  readonly from?: Element | undefined;
  /** Where to stop: before this element. */
  readonly until?: Element | undefined;
  /** Walk into a block inside the root only if it is, or is in, one of these. Default: into all. */
  readonly fresh?: ReadonlySet<Node> | undefined;
}

/** A look at the clock costs about as much as ten nodes. */
const NODES_BETWEEN_LOOKS = 64;

/**
 * @param root the element to walk
 * @param emit called with each block, in document order
 */
export function walk(root: Element, emit: (run: PageRun) => void, options: WalkOptions = {}): Walk {
  const { from, until, fresh } = options;
  let builder = runBuilder<Text>(emit);
  // One query is several times cheaper than asking each element; a small walk asks only those it meets.
  const closed = fresh ? null : new Set(root.querySelectorAll(CLOSED_SELECTOR));
  const isClosed = (element: Element) => closed?.has(element) ?? element.matches(CLOSED_SELECTOR);

  let node: Node | null = from ?? root;
  let freshRoot: Node | null = null;
  /** From the paused node up to the root, to find the way back if the page cuts the branch off. */
  let path: Node[] = [];

  /** The node to enter next after this one's inside is done or passed by. */
  const after = (done: Node): Node | null => {
    for (let at: Node | null = done; at && at !== root; at = at.parentNode) {
      if (at === freshRoot) freshRoot = null;
      if (at.nextSibling) return at.nextSibling;
      const parent = at.parentElement;
      if (parent) builder.edge(roleOf(parent.localName));
    }
    return null;
  };

  const enter = (at: Node): Node | null => {
    if (fresh && freshRoot === null && fresh.has(at)) freshRoot = at;
    if (at.nodeType === Node.TEXT_NODE) {
      builder.text((at as Text).data, at as Text);
    } else if (at.nodeType === Node.ELEMENT_NODE) {
      const element = at as Element;
      const named = roleOf(element.localName);
      const role = isClosed(element) ? closedRole(named) : named;
      builder.edge(role);
      // What is not fresh was read before: here it only breaks the text around it.
      const known = fresh && role === 'block' && at !== root && !freshRoot && !fresh.has(at);
      if (isRead(role) && !known) {
        if (at.firstChild) return at.firstChild;
        builder.edge(role);
      }
    }
    return after(at);
  };

  /** The page may have changed during a pause. What changed comes again as a mutation; the rest must not be lost. */
  const resume = () => {
    const cut = path.findLastIndex((at, i) => i > 0 && path[i - 1]?.parentNode !== at);
    if (cut > 0) {
      // The half-read block comes again, whole.
      builder = runBuilder<Text>(emit);
      node = path[cut] ?? null;
      freshRoot = fresh ? node : null;
    }
    path = [];
  };

  return {
    advance(isOver) {
      resume();
      for (let count = 1; node && node !== until; count++) {
        node = enter(node);
        if (count % NODES_BETWEEN_LOOKS === 0 && node && isOver()) {
          for (let at: Node | null = node; at; at = at === root ? null : at.parentNode) {
            path.push(at);
          }
          return false;
        }
      }
      builder.end();
      return true;
    },
  };
}

/**
 * @returns the block element that a change in this node may have changed the text of; null where
 *   nothing is read
 */
export function scopeOf(node: Node): Element | null {
  let element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  if (element?.closest(UNREAD_SELECTOR)) return null;
  while (element?.parentElement && roleOf(element.localName) !== 'block') {
    element = element.parentElement;
  }
  return element;
}

/** @returns the block element in the middle of what the reader sees, where a walk should begin */
export function elementInView(): Element | undefined {
  const element = document.elementFromPoint(innerWidth / 2, innerHeight / 3);
  return (element && scopeOf(element)) ?? undefined;
}
