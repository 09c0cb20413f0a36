/**
 * Walks a document's text into blocks, by the rules of data/page. Reads no style and no layout:
 * hidden text is collected too, since it paints nothing while hidden and needs no second look when
 * a page unfolds it. Lists of mentions leave it out (keyboard.ts).
 */

import {
  closest,
  elementAround,
  find,
  matches,
  nameOf,
  parentOf,
  typeOf,
} from '../../components/dom';
import {
  CLOSED_SELECTOR,
  closedRole,
  isRead,
  roleOf,
  UNREAD_SELECTOR,
} from '../../data/page/elements';
import { runBuilder } from '../../data/page/runs';
import type { PageRun } from './contract';
import { mayHost, shadowOf } from './shadow';

/** What can be walked: an element, or the root of a shadow tree. */
export type Scope = Element | ShadowRoot;

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
  /** Not walked into: it was, or will be, walked by itself. */
  readonly skip?: Element | undefined;
  /** Called with each element that is read and may have a shadow tree, and with that tree where there is one. */
  readonly onHost?: ((host: Element, root: ShadowRoot | null) => void) | undefined;
}

/** A look at the clock costs about as much as ten nodes. */
const NODES_BETWEEN_LOOKS = 64;

/**
 * Elements inside one another deeper than this are not entered. Parsers stop at half of it; what a script nests
 * deeper is no prose, and asking for a style some ten thousand levels down kills the tab in Chromium 156.
 */
const MAX_DEPTH = 1000;

/**
 * @param root the element to walk
 * @param emit called with each block, in document order
 */
export function walk(root: Scope, emit: (run: PageRun) => void, options: WalkOptions = {}): Walk {
  const { from, until, fresh, skip, onHost } = options;
  let builder = runBuilder<Text>(emit);
  // One query is several times cheaper than asking each element; a small walk asks only those it meets.
  const closed = fresh ? null : new Set(root.querySelectorAll(CLOSED_SELECTOR));
  const isClosed = (element: Element) => closed?.has(element) ?? matches(element, CLOSED_SELECTOR);

  // Comments and the like hold no text and break none.
  const walker = Document.prototype.createTreeWalker.call(
    document,
    root,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  );
  let node: Node | null = from ?? root;
  let depth = depthOf(node);
  let freshRoot: Node | null = null;
  /** From the paused node up to the root, to find the way back if the page cuts the branch off. */
  let path: Node[] = [];

  /** The node to enter next after this one's inside is done or passed by. */
  const after = (done: Node): Node | null => {
    walker.currentNode = done;
    for (let at: Node | null = done; at && at !== root; at = walker.parentNode()) {
      if (at === freshRoot) freshRoot = null;
      const next = walker.nextSibling();
      if (next) return next;
      depth--;
      const parent = elementAround(at);
      if (parent) builder.edge(roleOf(nameOf(parent)));
    }
    return null;
  };

  const inside = (at: Node): Node | null => {
    if (depth >= MAX_DEPTH) return null;
    walker.currentNode = at;
    const first = walker.firstChild();
    if (first) depth++;
    return first;
  };

  const enter = (at: Node): Node | null => {
    if (fresh && freshRoot === null && fresh.has(at)) freshRoot = at;
    const type = typeOf(at);
    if (type === Node.TEXT_NODE) {
      builder.text((at as Text).data, at as Text);
    } else if (type === Node.ELEMENT_NODE) {
      const element = at as Element;
      const named = roleOf(nameOf(element));
      const role = isClosed(element) ? closedRole(named) : named;
      builder.edge(role);
      // What is not fresh was read before: here it only breaks the text around it.
      const known = fresh && role === 'block' && at !== root && !freshRoot && !fresh.has(at);
      if (isRead(role) && !known && at !== skip) {
        if (onHost) meetHost(element);
        const first = inside(at);
        if (first) return first;
        builder.edge(role);
      }
    } else if (at === root) return inside(at);
    return after(at);
  };

  const meetHost = (element: Element) => {
    const shadow = shadowOf(element);
    if (shadow || mayHost(element)) onHost?.(element, shadow);
  };

  /** The page may have changed during a pause. What changed comes again as a mutation; the rest must not be lost. */
  const resume = () => {
    const cut = path.findLastIndex((at, i) => i > 0 && parentAt(path, i - 1) !== at);
    if (cut > 0) {
      // The half-read block comes again, whole.
      builder = runBuilder<Text>(emit);
      node = path[cut] ?? null;
      depth = node ? depthOf(node) : 0;
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
          for (let at: Node | null = node; at; at = at === root ? null : parentOf(at)) {
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

const parentAt = (path: readonly Node[], i: number) => {
  const node = path[i];
  return node && parentOf(node);
};

function depthOf(node: Node): number {
  let depth = 0;
  for (let at = parentOf(node); at && depth < MAX_DEPTH; at = parentOf(at)) depth++;
  return depth;
}

/**
 * @returns the block element, or the shadow tree, that a change in this node may have changed the text
 *   of; null where nothing is read
 */
export function scopeOf(node: Node): Scope | null {
  let element = typeOf(node) === Node.ELEMENT_NODE ? (node as Element) : elementAround(node);
  if (!element) return shadowRootOf(node);
  if (closest(element, UNREAD_SELECTOR)) return null;
  while (roleOf(nameOf(element)) !== 'block') {
    const around = elementAround(element);
    if (!around) return shadowRootOf(element) ?? element;
    element = around;
  }
  return element;
}

/** The shadow tree that a node stands in without an element in between, or is. */
function shadowRootOf(node: Node): ShadowRoot | null {
  const root = parentOf(node) ?? node;
  return root instanceof ShadowRoot ? root : null;
}

/** @returns the element in the middle of what the reader sees; reads layout */
export function elementInView(): Element | undefined {
  const { elementFromPoint } = Document.prototype;
  return elementFromPoint.call(document, innerWidth / 2, innerHeight / 3) ?? undefined;
}

/** What pages wrap their main text in, the closest first. */
const ARTICLE = ['[itemprop~="articleBody"]', 'article', 'main', '[role="main"]'];

/**
 * @param inView what the reader sees
 * @returns the article that this is part of, else the page's first
 */
export function articleAround(inView: Element | undefined): Element | undefined {
  for (const selector of ARTICLE) {
    const around = (inView && closest(inView, selector)) ?? find(selector);
    if (around && scopeOf(around) === around) return around;
  }
  return undefined;
}
