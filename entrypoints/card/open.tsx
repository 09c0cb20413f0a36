/** Builds the card that a reader asks for, opens it, and takes it away when the reader says so. */
import { render } from 'preact';
import { direction, WordsProvider } from '../../components/words';
import { sayer } from '../../data/locale';
import type { LocaleStrings } from '../../data/messages';
import { createActions } from './actions';
import { Card, isCompact } from './Card';
import type { BuiltCard, CardRequest } from './contract';
import { letDrag, moveBy } from './drag';
import { addHost, createHost, setStyle } from './host';
import { leave } from './leave';
import { place, placeSheet, showLineOver, viewSize } from './place';
import { showToast } from './toast';

/** Widths of the style sheet, in px; less where the window is narrower. */
const WIDTH = { full: 380, compact: 340, edge: 8 };

/** In a lower card, head and foot would leave no room between them: there all of it scrolls. */
const SHORT_PX = 240;

/** So many records scroll in nearly every card: then room for the scroll bar is left at once, and the card laid out once. */
const FILLING_RECORDS = 6;

/**
 * Builds a card outside the page, as far as a card shows without being scrolled; the rest is built after the frame that shows it.
 * It goes when the request's signal aborts: nothing of it is left in the page then, and focus is where it was.
 */
export function buildCard(request: CardRequest): BuiltCard {
  const { signal, stop, dark, sheet, onClose, onPin } = request;
  const { host, root, surface } = createSurface(request);

  let opened = false;
  let whole = false;
  let pinned = false;
  let byKeyboard = false;
  /** What had the focus in the page. */
  let before: Element | null = null;
  let { about, topics } = request;
  const speak = (strings: LocaleStrings) => {
    const words = { locale: strings.locale, say: sayer(strings.locale, strings.strings) };
    const dir = direction(strings.locale);
    surface.lang = strings.locale;
    surface.dir = dir;
    setStyle(host, 'direction', dir);
    return { words, actions: createActions({ ...request, strings, words, root, close: onClose }) };
  };
  let { words, actions } = speak(request.strings);
  const onReturn = () => {
    if (request.onReturn()) return;
    showToast({ words, dark, text: words.say('page.gone'), focus: false });
  };
  const onMove = (x: number, y: number) => moveBy(host, x, y);
  /** What comes after the card would move what the pointer is on: it waits until the pointer is elsewhere. */
  const whenAway = (then: () => void) => {
    if (!host.matches(':hover')) return then();
    host.addEventListener('pointerleave', then, { once: true, signal });
  };
  const draw = () =>
    render(
      <WordsProvider value={words}>
        <Card
          topics={topics}
          about={about}
          passages={request.passages}
          actions={actions}
          whole={whole}
          pinned={pinned}
          sheet={sheet}
          whenAway={whenAway}
          onClose={onClose}
          onPin={onPin}
          onReturn={onReturn}
          onMove={onMove}
        />
      </WordsProvider>,
      surface,
    );
  const drawWhole = () => {
    if (whole || signal.aborted) return;
    whole = true;
    surface.classList.remove('full');
    draw();
  };

  const putInPlace = (anchor = request.anchor(), view = viewSize()) => {
    if (sheet) return placeSheet(host);
    const room = view.width - 2 * WIDTH.edge;
    const widest = isCompact(topics) ? WIDTH.compact : WIDTH.full;
    const width = Math.min(widest * request.zoom, room);
    setStyle(host, 'width', `${width}px`);
    if (pinned) return moveBy(host, 0, 0);
    const height = place(host, width, anchor, view, surface.dir === 'rtl');
    surface.classList.toggle('short', height < SHORT_PX && isCut(surface));
  };

  if (!signal.aborted) draw();
  signal.addEventListener(
    'abort',
    () => {
      const remove = () => {
        render(null, surface);
        host.remove();
      };
      if (!opened) return remove();
      if (root.activeElement && before instanceof HTMLElement)
        before.focus({ preventScroll: true });
      leave(host, surface, stop, remove);
    },
    { once: true },
  );

  return {
    open(focus) {
      if (opened || signal.aborted) return;
      opened = true;
      byKeyboard = focus;
      before = document.activeElement;
      // Measured before there is anything new in the page to lay out for it.
      const anchor = request.anchor();
      const view = viewSize();
      if (focus) surface.classList.add('keyboard');
      const fills = (topics[0]?.records.length ?? 0) >= FILLING_RECORDS;
      surface.classList.toggle('full', fills);
      addHost(host);
      putInPlace(anchor, view);
      // What fills the card hides that there is more to come, and a small one is whole; any other must be whole at once.
      if (isCut(surface) || isCompact(topics)) afterFrame(drawWhole);
      else {
        drawWhole();
        putInPlace(anchor, view);
      }
      const follow = () => putInPlace();
      keepInPlace({ host, surface, root, isPinned: () => pinned, ...request, putInPlace: follow });
      if (sheet) showLineOver(host, anchor);
      if (focus) surface.focus({ preventScroll: true });
    },
    pin() {
      pinned = true;
      surface.classList.add('pinned');
      // Pressed by pointer, the button would hold the focus of a page that reads on.
      if (!byKeyboard && root.activeElement instanceof HTMLElement) root.activeElement.blur();
      draw();
      if (!sheet) letDrag(host, surface, signal);
    },
    learn(late) {
      const drawLate = () => {
        if (signal.aborted) return;
        about = late;
        draw();
      };
      if (opened) whenAway(drawLate);
      else drawLate();
    },
    renew(translated, strings) {
      if (signal.aborted) return;
      topics = translated;
      ({ words, actions } = speak(strings));
      draw();
      if (opened) putInPlace();
    },
  };
}

/** Calls back once the next frame is drawn. */
function afterFrame(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then));
}

/** Whether not all of a card is seen: its middle scrolls, or all of it. */
const isCut = (surface: HTMLElement) =>
  [surface, surface.querySelector('.middle')].some(
    (scroller) => scroller && scroller.scrollHeight > scroller.clientHeight,
  );

/** The card's element, in no page yet, and what is seen of it: a dialog that is not modal. */
function createSurface({ strings, dark, zoom, sheet }: CardRequest) {
  const { host, root } = createHost({
    name: 'on-record-card',
    dir: direction(strings.locale),
    dark,
    style: sheet ? { inset: 'auto 0 0 0', width: 'auto' } : {},
  });
  const surface = document.createElement('div');
  surface.className = sheet ? 'surface sheet' : 'surface';
  surface.style.setProperty('zoom', `${zoom}`);
  surface.tabIndex = -1;
  surface.role = 'dialog';
  surface.setAttribute('aria-labelledby', 'title');
  root.append(surface);
  return { host, root, surface };
}

interface Kept
  extends Pick<CardRequest, 'signal' | 'onClose' | 'onPointerEnter' | 'onPointerLeave'> {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly surface: HTMLElement;
  readonly putInPlace: () => void;
  readonly isPinned: () => boolean;
}

/** Follows the page, tells where the pointer is, and closes with Escape or where the page threw the card out. */
function keepInPlace(kept: Kept): void {
  const { host, root, surface, signal, putInPlace, isPinned, onClose } = kept;
  const onScroll = () => isPinned() || putInPlace();
  window.addEventListener('scroll', onScroll, { signal, capture: true, passive: true });
  window.addEventListener('resize', putInPlace, { signal, capture: true, passive: true });
  // A page can reach the host and make events up; a person's are trusted.
  const enter = ({ isTrusted }: Event) => isTrusted && kept.onPointerEnter();
  const gone = ({ isTrusted }: Event) => isTrusted && kept.onPointerLeave();
  host.addEventListener('pointerenter', enter, { signal });
  host.addEventListener('pointerleave', gone, { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.isComposing || !event.isTrusted) return;
      // A pinned card stands aside: the key is for what lies over it, or for the page.
      if (isPinned() && !root.activeElement) return;
      // What is unfolded inside closes first, by itself.
      const unfolded = root.querySelector('.bar [aria-expanded=true]');
      if (unfolded && root.activeElement?.closest('.bottom')) return;
      // The card is the topmost thing: the key closes it and nothing of the page's below it.
      event.preventDefault();
      event.stopImmediatePropagation();
      onClose();
    },
    { signal, capture: true },
  );
  // A page may throw the host out, or what it stands in: then the card is closed, and may be opened again.
  let height = host.offsetHeight;
  const keepUp = () => {
    if (!host.isConnected) return onClose();
    // It is told of the size that it begins with, too.
    if (isPinned() || host.offsetHeight === height) return;
    height = host.offsetHeight;
    putInPlace();
  };
  // Folded text that opens and another topic's tab change the height; so does being thrown out.
  const resized = new ResizeObserver(keepUp);
  resized.observe(surface);
  // Before it was ever drawn there is no size to change.
  const removed = new MutationObserver(() => {
    if (!host.isConnected) onClose();
  });
  if (host.parentNode) removed.observe(host.parentNode, { childList: true });
  signal.addEventListener('abort', () => {
    resized.disconnect();
    removed.disconnect();
  });
}
