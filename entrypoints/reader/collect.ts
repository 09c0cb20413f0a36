/**
 * Walks a document's text into blocks, by the rules of data/page. Reads no style and no layout:
 * hidden text is collected too, since it paints nothing while hidden and needs no second look when
 * a page unfolds it. Lists of mentions leave it out (entrypoints/marks/walk.ts).
 */

import {
  closest,
  elementAround,
  find,
  firstIn,
  matches,
  nameOf,
  parentOf,
  siblingAfter,
  typeOf,
} from '../../components/dom';
import {
  CLOSED_SELECTOR,
  closedRole,
  isRead,
  type Role,
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
  /** Whether an element is closed by its attributes. Default: each is asked. */
  readonly isClosed?: ((element: Element) => boolean) | undefined;
  /** Called with each element that is read and may have a shadow tree, and with that tree where there is one. */
  readonly onHost?: ((host: Element, root: ShadowRoot | null) => void) | undefined;
}

/** A look at the clock costs about as much as ten nodes. */
const NODES_BETWEEN_LOOKS = 32;

/**
 * Elements inside one another deeper than this are not entered. Parsers stop at half of it; what a script nests
 * deeper is no prose, and asking for a style some ten thousand levels down kills the tab in Chromium 156.
 */
const MAX_DEPTH = 1000;

/** An element that the walk is inside of. */
interface Level {
  readonly node: Node;
  readonly role: Role;
  readonly isForm: boolean;
}

/**
 * Every node costs a few calls into the browser, each some ten times what a property of our own does: so the way
 * back up is kept, not asked for.
 * @param root the element to walk
 * @param emit called with each block, in document order
 */
export function walk(root: Scope, emit: (run: PageRun) => void, options: WalkOptions = {}): Walk {
  const { from, until, fresh, skip, onHost } = options;
  const isClosed = options.isClosed ?? closedIn;
  let builder = runBuilder<Text>(emit);
  let node: Node | null = from ?? root;
  let freshRoot: Node | null = null;
  /** From the root down to the node's parent. */
  let levels = levelsTo(node, root);

  /** The node to enter next after this one's inside is done or passed by. */
  const after = (done: Node, doneIsForm = false): Node | null => {
    let isForm = doneIsForm;
    for (let at = done; at !== root; ) {
      if (at === freshRoot) freshRoot = null;
      const next = siblingAfter(at, isForm);
      if (next) return next;
      const level = levels.pop();
      if (!level) return null;
      builder.edge(level.role);
      at = level.node;
      isForm = level.isForm;
    }
    return null;
  };

  const enter = (at: Node): Node | null => {
    if (fresh && freshRoot === null && fresh.has(at)) freshRoot = at;
    const type = typeOf(at);
    if (type === Node.TEXT_NODE) {
      builder.text((at as Text).data, at as Text);
      return after(at);
    }
    if (type !== Node.ELEMENT_NODE) return at === root ? inside(at, 'block', false) : after(at);
    const element = at as Element;
    const name = nameOf(element);
    const isForm = name === 'form';
    const named = roleOf(name);
    const role = isClosed(element) ? closedRole(named) : named;
    builder.edge(role);
    // What is not fresh was read before: here it only breaks the text around it.
    const known = fresh && role === 'block' && at !== root && !freshRoot && !fresh.has(at);
    if (!isRead(role) || known || at === skip) return after(at, isForm);
    if (onHost) meetHost(element);
    const first = inside(at, role, isForm);
    if (first) return first;
    builder.edge(role);
    return after(at, isForm);
  };

  const inside = (at: Node, role: Role, isForm: boolean): Node | null => {
    const first = levels.length < MAX_DEPTH ? firstIn(at, isForm) : null;
    if (first) levels.push({ node: at, role, isForm });
    return first;
  };

  const meetHost = (element: Element) => {
    const shadow = shadowOf(element);
    if (shadow || mayHost(element)) onHost?.(element, shadow);
  };

  /** The page may have changed during a pause. What changed comes again as a mutation; the rest must not be lost. */
  const resume = () => {
    const path = [...levels.map((level) => level.node), ...(node ? [node] : [])];
    const cut = path.findIndex((at, i) => i > 0 && parentOf(at) !== path[i - 1]);
    if (cut < 0) return;
    // The half-read block comes again, whole.
    builder = runBuilder<Text>(emit);
    node = path[cut - 1] ?? null;
    levels = levels.slice(0, cut - 1);
    freshRoot = fresh ? node : null;
  };

  return {
    advance(isOver) {
      resume();
      for (let count = 1; node && node !== until; count++) {
        node = enter(node);
        if (count % NODES_BETWEEN_LOOKS === 0 && node && isOver()) return false;
      }
      builder.end();
      return true;
    },
  };
}

function levelsTo(node: Node, root: Scope): Level[] {
  const levels: Level[] = [];
  for (let at = node; at !== root; ) {
    const parent = parentOf(at);
    if (!parent) return [];
    const name = parent instanceof Element ? nameOf(parent) : '';
    const role = name ? roleOf(name) : 'block';
    levels.unshift({ node: parent, role, isForm: name === 'form' });
    at = parent;
  }
  return levels;
}

const closedIn = (element: Element) => matches(element, CLOSED_SELECTOR);

/**
 * One query for a whole tree is several times cheaper than asking each of its elements.
 * @returns whether an element of the tree is closed by its attributes, as it is now
 */
export function closedElements(tree: ParentNode): (element: Element) => boolean {
  const closed = new Set<Element>();
  // Few have any of these attributes at all.
  for (const element of tree.querySelectorAll('[hidden],[aria-hidden],[contenteditable],[role]')) {
    if (closedIn(element)) closed.add(element);
  }
  return (element) => closed.has(element);
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
  // At the top of a page the article's beginning is what matters, and asking what lies at a point costs milliseconds.
  if (scrollY < innerHeight) return undefined;
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
