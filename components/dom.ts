/**
 * The DOM's own properties and methods where a page may have put elements in their place: `<input name="parentNode">`
 * stands for its form's `parentNode`, and `<img name="body">` for `document.body`, in every world of a page. Only forms and the
 * document are overridden so (https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem).
 */

/** @returns the node's parent, up to and including the document or shadow root; null above that */
export function parentOf(node: Node): ParentNode | null {
  return Reflect.get(Node.prototype, 'parentNode', node) as ParentNode | null;
}

/** @returns the element that the node stands in */
export function elementAround(node: Node): Element | null {
  return Reflect.get(Node.prototype, 'parentElement', node) as Element | null;
}

/**
 * @param isForm whether the node is a form: asking the node itself would double what this costs
 * @returns the node's first child
 */
export function firstIn(node: Node, isForm: boolean): Node | null {
  return isForm
    ? (Reflect.get(Node.prototype, 'firstChild', node) as Node | null)
    : node.firstChild;
}

/**
 * @param isForm whether the node is a form
 * @returns the node after it under the same parent
 */
export function siblingAfter(node: Node, isForm: boolean): Node | null {
  return isForm
    ? (Reflect.get(Node.prototype, 'nextSibling', node) as Node | null)
    : node.nextSibling;
}

/** @returns the element's local name, lower case in HTML */
export function nameOf(element: Element): string {
  const { localName } = element as { localName: unknown };
  return typeof localName === 'string' ? localName : 'form';
}

/** @returns the `nodeType`; `instanceof` would not know nodes that came from another frame */
export function typeOf(node: Node): number {
  const { nodeType } = node as { nodeType: unknown };
  return typeof nodeType === 'number' ? nodeType : Node.ELEMENT_NODE;
}

export function isConnected(node: Node): boolean {
  return Reflect.get(Node.prototype, 'isConnected', node) as boolean;
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

export function contains(outer: Node, inner: Node): boolean {
  return Node.prototype.contains.call(outer, inner);
}

/** @returns null while the page has taken even that away */
export function rootElement(): Element | null {
  return Reflect.get(Document.prototype, 'documentElement', document) as Element | null;
}

export function headElement(): HTMLHeadElement | null {
  return Reflect.get(Document.prototype, 'head', document) as HTMLHeadElement | null;
}

export function bodyElement(): HTMLElement | null {
  return Reflect.get(Document.prototype, 'body', document) as HTMLElement | null;
}

/** @returns the document's first element that the selector fits */
export function find(selector: string): Element | null {
  return Document.prototype.querySelector.call(document, selector);
}

/** @returns the document, the shadow root or the topmost node of the tree that the node stands in */
export function rootOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

/** @returns the element whose shadow tree the node stands in; null where it stands in the document's own */
export function hostOf(node: Node): Element | null {
  const root = rootOf(node);
  return root instanceof ShadowRoot ? root.host : null;
}
