/**
 * The style sheet of the marks in shadow trees. In Chromium a tree's highlights inherit the looks of its host's, and the sheet
 * that the background adds to the page is enough; Firefox 153 paints nothing in a tree without a sheet of its own.
 */
import { rootOf } from '../../components/dom';
import type { Appearance } from '../../data/settings';
import marks from './marks.css?inline';
import { weighed } from './weights';

export interface Trees {
  /** Gives the tree that a node stands in the sheet, once; nothing in a document's own tree. */
  style(node: Node): void;
  /** The weight of the marks is another one. */
  restyle(): void;
}

/**
 * @param weight of the marks, asked anew at each call
 * @param signal takes the sheets away
 */
export function styleTrees(weight: () => Appearance['weight'], signal: AbortSignal): Trees {
  if (!import.meta.env.FIREFOX) return { style() {}, restyle() {} };
  const styled = new Map<ShadowRoot, CSSStyleSheet>();
  signal.addEventListener('abort', () => {
    for (const [root, sheet] of styled) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((one) => one !== sheet);
    }
  });
  const style = (node: Node) => {
    const root = rootOf(node);
    if (!(root instanceof ShadowRoot) || styled.has(root)) return;
    const sheet = new CSSStyleSheet();
    styled.set(root, sheet);
    try {
      sheet.replaceSync(weighed(marks, weight()));
      root.adoptedStyleSheets.push(sheet);
    } catch (error) {
      // Firefox before 153 takes no sheet of an isolated world: found and listed there, not painted.
      console.debug('On Record: no marks in this shadow tree.', error);
    }
  };
  return {
    style,
    restyle() {
      for (const sheet of styled.values()) sheet.replaceSync(weighed(marks, weight()));
    },
  };
}
