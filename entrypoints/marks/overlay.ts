/**
 * The lines under forced colours. There browsers paint every `::highlight` as a filled box in the system's own
 * colours, which would black out a page; so the lines are drawn by an element of ours over the page, the only
 * one beside the card's.
 */
import type { Block, Reading } from '../reader/contract';
import type { Style } from './emphasis';
import type { Painter } from './paint';
import { rectsOf } from './places';

/** Words, shapes and line styles carry the meaning; the colour is the system's. */
const LINES: Readonly<Record<Style, string>> = {
  rest: '2px dotted CanvasText',
  denial: '3px double CanvasText',
  faint: '1px dotted CanvasText',
  active: '2px solid Highlight',
  'active-denial': '3px double Highlight',
};

/** So far from the window lines are drawn already, for the next scroll. In px. */
const AROUND = 200;

const HOST_STYLE = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  inset: '0',
  overflow: 'hidden',
  'pointer-events': 'none',
  'z-index': '2147483646',
} as const;

/** Draws the lines for as long as colours are forced and the signal lasts. */
export function showOverlay(reading: Reading, painter: Painter, signal: AbortSignal): void {
  const forced = matchMedia('(forced-colors: active)');
  let shown: AbortController | null = null;
  const update = () => {
    if (forced.matches === (shown !== null)) return;
    shown?.abort();
    shown = forced.matches ? new AbortController() : null;
    if (shown) draw(reading, painter, AbortSignal.any([signal, shown.signal]));
  };
  forced.addEventListener('change', update, { signal });
  update();
}

function draw(reading: Reading, painter: Painter, signal: AbortSignal): void {
  if (signal.aborted) return;
  // No name of ours: a page could have defined it, and would run its own code.
  const host = document.createElement('div');
  for (const [name, value] of Object.entries(HOST_STYLE)) {
    host.style.setProperty(name, value, 'important');
  }
  const root = host.attachShadow({
    mode: import.meta.env.MODE === 'browser-test' ? 'open' : 'closed',
  });

  let scheduled = false;
  const redraw = () => {
    scheduled = false;
    if (signal.aborted) return;
    // A page may take it away.
    if (!host.isConnected) document.documentElement.append(host);
    root.replaceChildren(...linesOf(reading, painter));
  };
  const schedule = () => {
    if (!scheduled) requestAnimationFrame(redraw);
    scheduled = true;
  };
  const listening = { signal, capture: true, passive: true };
  addEventListener('scroll', schedule, listening);
  addEventListener('resize', schedule, listening);
  const resized = new ResizeObserver(schedule);
  resized.observe(document.documentElement);
  painter.onChange(schedule);
  signal.addEventListener('abort', () => {
    resized.disconnect();
    host.remove();
  });
  schedule();
}

/** One element a line of a mark that is in the window or near it. */
function linesOf(reading: Reading, painter: Painter): HTMLElement[] {
  const blocks = new Set(reading.inOrder().map(({ block }) => block));
  return [...blocks].filter(isNear).flatMap((block) =>
    painter.marks(block).flatMap(({ start, end, style }) =>
      rectsOf(block, start, end).map((rect) => {
        const line = document.createElement('div');
        line.style.cssText =
          `position:absolute;left:${rect.left}px;top:${rect.top}px;` +
          `width:${rect.width}px;height:${rect.height}px;border-bottom:${LINES[style]}`;
        return line;
      }),
    ),
  );
}

function isNear({ pieces }: Block): boolean {
  const rect = pieces[0]?.parentElement?.getBoundingClientRect();
  return rect !== undefined && rect.bottom > -AROUND && rect.top < innerHeight + AROUND;
}
