/** Moves a pinned card about: by its bar or head, or by so many px. */
import { setStyle } from './host';

/** So much of the card stays in the window, to take hold of it again. In px. */
const KEPT_IN_WINDOW = 48;

/**
 * @param host the card's host, fixed and placed by a translation
 * @param surface what is seen of it; bar and head in it are the handle
 * @param signal ends it
 */
export function letDrag(host: HTMLElement, surface: HTMLElement, signal: AbortSignal): void {
  surface.addEventListener(
    'pointerdown',
    (down) => {
      const target = down.target instanceof Element ? down.target : null;
      const handle = target?.closest<HTMLElement>('.pin-bar, .top');
      // The grip is a button for the keyboard's sake.
      if (!handle || down.button !== 0 || target?.closest('button:not(.grip)')) return;
      down.preventDefault();
      handle.setPointerCapture(down.pointerId);
      const { left, top } = host.getBoundingClientRect();
      const released = new AbortController();
      const dragging = AbortSignal.any([signal, released.signal]);
      const onMove = (event: Event) => {
        const { clientX, clientY } = event as PointerEvent;
        moveTo(host, left + clientX - down.clientX, top + clientY - down.clientY);
      };
      handle.addEventListener('pointermove', onMove, { signal: dragging });
      for (const end of ['pointerup', 'pointercancel']) {
        handle.addEventListener(end, () => released.abort(), { signal: dragging });
      }
    },
    { signal },
  );
}

/** Moves a card by so many px, as far as some of it stays in the window. */
export function moveBy(host: HTMLElement, x: number, y: number): void {
  const { left, top } = host.getBoundingClientRect();
  moveTo(host, left + x, top + y);
}

function moveTo(host: HTMLElement, left: number, top: number): void {
  const { clientWidth } = document.documentElement;
  const x = within(left, KEPT_IN_WINDOW - host.offsetWidth, clientWidth - KEPT_IN_WINDOW);
  const y = within(top, 0, innerHeight - KEPT_IN_WINDOW);
  setStyle(host, 'transform', `translate(${Math.round(x)}px, ${Math.round(y)}px)`);
}

const within = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), Math.max(least, most));
