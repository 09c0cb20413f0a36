/** The way out of the page for what is ours in it. */
import { setStyle } from './host';

/** As long as `--fast` of components/tokens.css, in ms. */
const FADE_MS = 120;

/**
 * Fades a host out and takes it away; at once where motion is not wanted.
 * @param surface what is seen of it; from now on it is neither pressed nor read out
 * @param stop takes it away at once when it aborts, or if it has
 * @param remove does so
 */
export function leave(
  host: HTMLElement,
  surface: HTMLElement,
  stop: AbortSignal,
  remove: () => void,
): void {
  if (stop.aborted || matchMedia('(prefers-reduced-motion: reduce)').matches) {
    remove();
    return;
  }
  setStyle(host, 'pointer-events', 'none');
  surface.inert = true;
  surface.removeAttribute('role');
  surface.classList.add('leaving');
  const done = () => {
    clearTimeout(timer);
    stop.removeEventListener('abort', done);
    remove();
  };
  // A timer and not the animation's end: in a tab that nobody sees no animation ends.
  const timer = setTimeout(done, FADE_MS);
  stop.addEventListener('abort', done);
}
