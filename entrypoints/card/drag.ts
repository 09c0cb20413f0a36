/** Moves a pinned card about by its head. */

/** So much of the card stays in the window, to take hold of it again. In px. */
const KEPT_IN_WINDOW = 48;

/**
 * @param host the card's host, fixed and placed by a translation
 * @param surface what is seen of it; the head in it is the handle
 * @param signal ends it
 */
export function letDrag(host: HTMLElement, surface: HTMLElement, signal: AbortSignal): void {
  surface.addEventListener(
    'pointerdown',
    (down) => {
      const head = down.target instanceof Element ? down.target.closest('.top') : null;
      if (!head || down.button !== 0 || (down.target as Element).closest('button')) return;
      down.preventDefault();
      head.setPointerCapture(down.pointerId);
      const { left, top, width } = host.getBoundingClientRect();
      const released = new AbortController();
      const dragging = AbortSignal.any([signal, released.signal]);
      const onMove = (event: Event) => {
        const { clientX, clientY } = event as PointerEvent;
        const x = within(
          left + clientX - down.clientX,
          KEPT_IN_WINDOW - width,
          innerWidth - KEPT_IN_WINDOW,
        );
        const y = within(top + clientY - down.clientY, 0, innerHeight - KEPT_IN_WINDOW);
        host.style.setProperty(
          'transform',
          `translate(${Math.round(x)}px, ${Math.round(y)}px)`,
          'important',
        );
      };
      head.addEventListener('pointermove', onMove, { signal: dragging });
      for (const end of ['pointerup', 'pointercancel']) {
        head.addEventListener(end, () => released.abort(), { signal: dragging });
      }
    },
    { signal },
  );
}

const within = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), Math.max(least, most));
