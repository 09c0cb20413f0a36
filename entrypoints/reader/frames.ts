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
  const look = (frames: Iterable<Element>) => {
    let found = false;
    for (const frame of frames) {
      if (!isOfPage(frame as HTMLIFrameElement)) continue;
      const inner = (frame as HTMLIFrameElement).contentDocument;
      if (!inner || seen.has(inner) || !Document.prototype.querySelector.call(inner, PROSE)) {
        continue;
      }
      seen.add(inner);
      found = true;
    }
    if (found) onFound();
  };
  const onLoad = ({ target }: Event) => {
    if (target instanceof Element && /^i?frame$/.test(nameOf(target))) look([target]);
  };
  // Of all events, `load` goes no farther than the document, which a page's `<img name="addEventListener">` may speak for.
  EventTarget.prototype.addEventListener.call(document, 'load', onLoad, { capture: true, signal });
  look(Document.prototype.querySelectorAll.call(document, 'iframe,frame'));
}

/**
 * Whether a frame names a page of this origin, or has its text in an attribute. Asked of the attributes alone: a look
 * inside has Chromium make a world for us there, at some 10 ms a frame.
 */
function isOfPage({ src, srcdoc }: HTMLIFrameElement): boolean {
  return Boolean(srcdoc) || (URL.canParse(src) && new URL(src).origin === origin);
}
