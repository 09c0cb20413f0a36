/** Opens the card that a reader asks for, and takes it away when the reader says so. */
import { render } from 'preact';
import { direction, WordsProvider } from '../../components/words';
import { sayer } from '../../data/locale';
import { createActions } from './actions';
import { Card, isCompact } from './Card';
import type { CardRequest, OpenedCard } from './contract';
import { letDrag, moveBy } from './drag';
import { addHost, setStyle } from './host';
import { leave } from './leave';
import { place, placeSheet, showLineOver } from './place';
import { showToast } from './toast';

/** Widths of the style sheet, in px; less where the window is narrower. */
const WIDTH = { full: 380, compact: 340, edge: 8 };

/** In a lower card, head and foot would leave no room between them: there all of it scrolls. */
const SHORT_PX = 240;

/**
 * Opens a card; it stays until the request's signal aborts. Nothing of it is left in the page then,
 * and focus is where it was.
 */
export function openCard(request: CardRequest): OpenedCard {
  const { signal, stop, topics, strings, dark, sheet, onClose, onPin } = request;
  if (signal.aborted) return { pin() {}, learn() {} };
  const before = document.activeElement;
  const { host, root, surface } = addSurface(request);
  const words = { locale: strings.locale, say: sayer(strings.locale, strings.strings) };

  let pinned = false;
  let { about } = request;
  const actions = createActions({ ...request, words, root, close: onClose });
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
  draw();

  const widest = isCompact(topics) ? WIDTH.compact : WIDTH.full;
  const putInPlace = () => {
    if (sheet) return placeSheet(host);
    const room = document.documentElement.clientWidth - 2 * WIDTH.edge;
    setStyle(host, 'width', `${Math.min(widest * request.zoom, room)}px`);
    if (pinned) return moveBy(host, 0, 0);
    const height = place(host, request.anchor(), surface.dir === 'rtl');
    surface.classList.toggle('short', height < SHORT_PX && isCut(surface));
  };

  signal.addEventListener(
    'abort',
    () => {
      if (root.activeElement && before instanceof HTMLElement)
        before.focus({ preventScroll: true });
      leave(host, surface, stop, () => {
        render(null, surface);
        host.remove();
      });
    },
    { once: true },
  );

  putInPlace();
  keepInPlace({ host, surface, root, putInPlace, isPinned: () => pinned, ...request });
  if (sheet) showLineOver(host, request.anchor());
  if (request.focus) surface.focus({ preventScroll: true });

  return {
    pin() {
      pinned = true;
      surface.classList.add('pinned');
      // Pressed by pointer, the button would hold the focus of a page that reads on.
      if (!request.focus && root.activeElement instanceof HTMLElement) root.activeElement.blur();
      draw();
      if (!sheet) letDrag(host, surface, signal);
    },
    learn(late) {
      whenAway(() => {
        if (signal.aborted) return;
        about = late;
        draw();
      });
    },
  };
}

/** Whether not all of a card is seen: its middle scrolls, or all of it. */
const isCut = (surface: HTMLElement) =>
  [surface, surface.querySelector('.middle')].some(
    (scroller) => scroller && scroller.scrollHeight > scroller.clientHeight,
  );

/** The card's element in the page, and what is seen of it: a dialog that is not modal. */
function addSurface({ strings, dark, zoom, focus, sheet }: CardRequest) {
  const dir = direction(strings.locale);
  const { host, root } = addHost({
    name: 'on-record-card',
    dir,
    dark,
    style: sheet ? { inset: 'auto 0 0 0', width: 'auto' } : {},
  });
  const surface = document.createElement('div');
  surface.className = ['surface', focus && 'keyboard', sheet && 'sheet'].filter(Boolean).join(' ');
  surface.style.setProperty('zoom', `${zoom}`);
  surface.lang = strings.locale;
  surface.dir = dir;
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
