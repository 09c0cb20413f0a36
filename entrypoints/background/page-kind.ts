/** What kind of document is in a tab, for telling a reader why nothing is marked there. */
import { browser } from 'wxt/browser';
import type { PageKind } from '../../data/messages';

/** What a page says of its document. */
interface Sight {
  readonly type: string;
  /** Of the places looked at: the share where a drawing stands uncovered by text. */
  readonly drawn: number;
  /** UTF-16 units of text that is on show; counted only beside drawings, since it takes a layout. */
  readonly text: number;
}

/** Places a side of the grid that is laid over the window. */
const PLACES = 7;
/** A document in a drawing fills most of the window; menus and rulers stand around it. */
const MOSTLY = 0.4;
/** The menus of such an editor have less text. */
const FEW = 4000;

/**
 * Runs in the page, so it stands alone. In the isolated world the DOM's own methods are ours, but a page's `<form
 * name="body">` still stands before the document's property.
 */
function look(places: number): Sight {
  let drawn = 0;
  for (let i = 0; i < places * places; i++) {
    const x = (((i % places) + 0.5) / places) * innerWidth;
    const y = ((Math.floor(i / places) + 0.5) / places) * innerHeight;
    for (const element of Document.prototype.elementsFromPoint.call(document, x, y)) {
      if (element.localName === 'canvas') {
        drawn++;
        break;
      }
      const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      if (texts.some(({ nodeValue }) => nodeValue?.trim())) break;
    }
  }
  const root = document.documentElement;
  return {
    type: document.contentType,
    drawn: drawn / (places * places),
    text: drawn > 0 && root instanceof HTMLElement ? root.innerText.length : 0,
  };
}

/** Firefox lets no script into its viewer, not even to tell that it is one. */
const isPdfAddress = (url: string | undefined) =>
  url !== undefined && URL.canParse(url) && /\.pdf$/i.test(new URL(url).pathname);

/** @param tab the browser's number of it */
export async function pageKind(tab: number): Promise<PageKind> {
  try {
    const target = { tabId: tab, frameIds: [0] };
    const [ran] = await browser.scripting.executeScript({ target, func: look, args: [PLACES] });
    const sight = ran?.result;
    if (!sight) return 'shut';
    if (sight.type === 'application/pdf') return 'pdf';
    return sight.drawn >= MOSTLY && sight.text <= FEW ? 'drawn' : 'text';
  } catch {
    const { url } = await browser.tabs.get(tab).catch(() => ({ url: undefined }));
    return isPdfAddress(url) ? 'pdf' : 'shut';
  }
}
