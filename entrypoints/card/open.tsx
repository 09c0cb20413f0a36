/** Opens the card that a reader asks for, and takes it away when the reader says so. */
import { render } from 'preact';
import { direction, WordsProvider } from '../../components/words';
import { sayer } from '../../data/locale';
import { Card, isCompact } from './Card';
import type { CardRequest, OpenedCard } from './contract';
import { letDrag } from './drag';
import { addHost } from './host';
import { place } from './place';

/** Widths of the style sheet, in px; less where the window is narrower. */
const WIDTH = { full: 380, compact: 340, edge: 8 };

/**
 * Opens a card; it stays until the request's signal aborts. Nothing of it is left in the page then,
 * and focus is where it was.
 */
export function openCard(request: CardRequest): OpenedCard {
  const { signal, topics, strings, onClose, onPin } = request;
  if (signal.aborted) return { pin() {} };
  const before = document.activeElement;
  const { host, root } = addHost({
    width: Math.min(
      isCompact(topics) ? WIDTH.compact : WIDTH.full,
      window.innerWidth - 2 * WIDTH.edge,
    ),
    dir: direction(strings.locale),
    dark: request.dark,
  });

  const surface = document.createElement('div');
  surface.className = request.focus ? 'surface keyboard' : 'surface';
  surface.lang = strings.locale;
  surface.dir = direction(strings.locale);
  surface.tabIndex = -1;
  surface.role = 'dialog';
  surface.setAttribute('aria-labelledby', 'title');
  root.append(surface);
  const words = { locale: strings.locale, say: sayer(strings.locale, strings.strings) };
  let pinned = false;
  const draw = () =>
    render(
      <WordsProvider value={words}>
        <Card topics={topics} pinned={pinned} onClose={onClose} onPin={onPin} />
      </WordsProvider>,
      surface,
    );
  draw();

  const putInPlace = () => {
    if (!pinned) void place(host, request.anchor());
  };
  const listening = { signal, capture: true, passive: true };
  window.addEventListener('scroll', putInPlace, listening);
  window.addEventListener('resize', putInPlace, listening);
  // A page can reach the host and make events up; a person's are trusted.
  const enter = ({ isTrusted }: Event) => isTrusted && request.onPointerEnter();
  const leave = ({ isTrusted }: Event) => isTrusted && request.onPointerLeave();
  host.addEventListener('pointerenter', enter, { signal });
  host.addEventListener('pointerleave', leave, { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.isComposing || !event.isTrusted) return;
      // A pinned card stands aside: the key is for what lies over it, or for the page.
      if (pinned && !root.activeElement) return;
      // The card is the topmost thing: the key closes it and nothing of the page's below it.
      event.preventDefault();
      event.stopImmediatePropagation();
      onClose();
    },
    { signal, capture: true },
  );
  // A page may throw the host out, or what it stands in: then the card is closed, and may be opened again.
  const keepUp = () => (host.isConnected ? putInPlace() : onClose());
  // Folded text that opens and another topic's tab change the height; so does being thrown out.
  const resized = new ResizeObserver(keepUp);
  resized.observe(surface);
  // Before it was ever drawn there is no size to change.
  const removed = new MutationObserver(() => {
    if (!host.isConnected) onClose();
  });
  if (host.parentNode) removed.observe(host.parentNode, { childList: true });

  signal.addEventListener(
    'abort',
    () => {
      const focusInside = root.activeElement !== null;
      resized.disconnect();
      removed.disconnect();
      render(null, surface);
      host.remove();
      if (focusInside && before instanceof HTMLElement) before.focus({ preventScroll: true });
    },
    { once: true },
  );

  putInPlace();
  if (request.focus) surface.focus({ preventScroll: true });

  return {
    pin() {
      pinned = true;
      surface.classList.add('pinned');
      // Pressed by pointer, the button would hold the focus of a page that reads on.
      if (!request.focus && root.activeElement instanceof HTMLElement) root.activeElement.blur();
      draw();
      letDrag(host, surface, signal);
    },
  };
}
