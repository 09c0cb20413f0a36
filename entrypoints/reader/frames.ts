/**
 * Frames of the page's own origin, which belong to its text. Frames of others (advertisements, embedded
 * posts) never get a script of ours.
 */

import { nameOf } from '../../components/dom';

/** What a frame must hold to be worth a reader: pages have dozens of empty ones for their own ends. */
const PROSE = 'p,li,h1,h2,h3,td,blockquote,figcaption';

/**
 * Looks now, and whenever a frame has loaded.
 * @param onFound called when there are frames with prose that were not there before
 */
export function watchFrames(onFound: () => void, signal: AbortSignal): void {
  const seen = new WeakSet<Document>();
  const look = () => {
    let found = false;
    for (const frame of Document.prototype.querySelectorAll.call(document, 'iframe,frame')) {
      // Null where the frame is another origin's.
      const inner = (frame as HTMLIFrameElement).contentDocument;
      if (!inner || seen.has(inner) || !Document.prototype.querySelector.call(inner, PROSE))
        continue;
      seen.add(inner);
      found = true;
    }
    if (found) onFound();
  };
  const onLoad = ({ target }: Event) => {
    if (target instanceof Element && /^i?frame$/.test(nameOf(target))) look();
  };
  // Of all events, `load` goes no farther than the document, which a page's `<img name="addEventListener">` may speak for.
  EventTarget.prototype.addEventListener.call(document, 'load', onLoad, { capture: true, signal });
  look();
}
