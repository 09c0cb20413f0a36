/** How a page parsed by parse5 is walked. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { TreeView } from '../../page/runs';

type Node = DefaultTreeAdapterTypes.Node;

export const html5Tree: TreeView<Node> = {
  text: (node) => ('value' in node ? node.value : null),
  element: (node) =>
    'tagName' in node
      ? {
          name: node.tagName,
          attribute: (name) => node.attrs.find((attr) => attr.name === name)?.value ?? null,
        }
      : null,
  children: (node) => ('childNodes' in node ? node.childNodes : []),
};
