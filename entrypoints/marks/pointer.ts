/** Feeds the hover machine from the page's pointer, and does what it says. */
import { closest, contains } from '../../components/dom';
import type { HoverSettings } from '../../data/settings';
import type { Mention } from '../reader/contract';
import { type HoverEffect, type HoverEvent, hover, startHover } from './machine';
import type { Hit } from './places';
import { opensOnRest } from './settings';

/** Event without its time, for each kind. */
type Happening =
  HoverEvent<Mention> extends infer E ? (E extends unknown ? Omit<E, 'at'> : never) : never;

export interface Hovering {
  /** Tells the machine what did not come from the pointer. */
  tell(happening: Happening): void;
  /** Opens the card of a hit at once; `focus` moves focus into it. */
  summon(hit: Hit, focus: boolean): void;
  /** Whether a card is open that is not pinned. */
  isOpen(): boolean;
}

export interface HoverTarget {
  /** Cheap: whether the element may hold a mark. Only then is layout read. */
  mayHold(element: Element): boolean;
  hitAt(x: number, y: number): Hit | null;
  /** Gets what a card shows; rejects when it cannot be had. */
  fetch(hit: Hit, token: number): Promise<void>;
  show(token: number, focus: boolean): void;
  hide(): void;
  pin(): void;
  /** What the reader set; asked at every rest, so that a change holds at once. */
  settings(): HoverSettings;
  /** The pointer moved over the page; at most once a frame. */
  onMove(): void;
}

/** A hand that clicks trembles; farther is a drag. In px. */
const CLICK_SLOP = 5;

/** A click in one of these is the page's. */
const OWN_USE =
  ':any-link,button,input,select,textarea,label,summary,[onclick],[contenteditable],' +
  '[role=button],[role=link],[role=tab],[role=option]';

export function watchPointer(target: HoverTarget, signal: AbortSignal): Hovering {
  let state = startHover<Mention>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The machine's marks are mentions; a hit also says where on it the pointer is. */
  const hits = new WeakMap<Mention, Hit>();

  const perform = (effect: HoverEffect<Mention>) => {
    if (effect.type === 'hide') return target.hide();
    if (effect.type === 'pin') return target.pin();
    if (effect.type === 'wake') {
      clearTimeout(timer);
      timer = setTimeout(() => tell({ type: 'wake' }), effect.at - performance.now());
      return;
    }
    const { mark, token } = effect;
    const hit = hits.get(mark);
    if (!hit) return;
    if (effect.type === 'show') return target.show(token, effect.focus);
    target.fetch(hit, token).then(
      () => tell({ type: 'ready', token }),
      () => tell({ type: 'failed', token }),
    );
  };

  const tell = (happening: Happening, at = performance.now()) => {
    if (signal.aborted) return;
    const event = { ...happening, at };
    const [next, effects] = hover(state, event, target.settings().restMs);
    state = next;
    effects.forEach(perform);
  };

  const markAt = (
    element: EventTarget | null,
    { clientX: x, clientY: y }: MouseEvent,
  ): Mention | null => {
    if (!(element instanceof Element) || !target.mayHold(element)) return null;
    const hit = target.hitAt(x, y);
    const mark = hit?.mentions[0] ?? null;
    if (hit && mark) hits.set(mark, hit);
    return mark;
  };

  let move: PointerEvent | null = null;
  let scheduled = false;
  const onFrame = () => {
    scheduled = false;
    if (!move || signal.aborted) return;
    target.onMove();
    // A held button selects or drags.
    const mark = move.buttons === 0 ? markAt(elementOf(move), move) : null;
    const rests = state.phase !== 'idle' || opensOnRest(target.settings(), move);
    // It rests since it moved, which may be a frame and more before anybody hears of it.
    const { clientX: x, clientY: y, timeStamp } = move;
    tell({ type: 'move', mark: rests ? mark : null, x, y }, timeStamp);
  };

  let down: { x: number; y: number } | null = null;
  const on = <K extends keyof WindowEventMap>(
    type: K,
    listener: (event: WindowEventMap[K]) => void,
    capture = true,
  ) => {
    // A page may make events up; a person's are trusted.
    const trusted = (event: WindowEventMap[K]) => {
      if (event.isTrusted) listener(event);
    };
    window.addEventListener(type, trusted, { signal, capture, passive: true });
  };

  on('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    // The path is told only while the event is under way.
    elementOf(event);
    if (!scheduled) requestAnimationFrame(onFrame);
    scheduled = true;
    move = event;
  });
  on('keydown', (event) => {
    // Who rests on a mark and then presses the key means the mark.
    if (move && state.phase === 'idle' && opensOnRest(target.settings(), event)) {
      tell({ type: 'move', mark: markAt(elementOf(move), move), x: move.clientX, y: move.clientY });
    }
  });
  on('pointerout', (event) => {
    if (!event.relatedTarget)
      tell({ type: 'move', mark: null, x: event.clientX, y: event.clientY });
  });
  on('pointerdown', (event) => {
    const { clientX: x, clientY: y } = event;
    down = { x, y };
    tell({ type: 'press', mark: markAt(elementOf(event), event) });
  });
  on('scroll', (event) => {
    // A ticker that scrolls somewhere else on the page is no reason to close.
    const mark = state.phase === 'idle' ? null : state.mark;
    const node = mark?.block.pieces[0];
    if (node && event.target instanceof Node && contains(event.target, node))
      tell({ type: 'scroll' });
  });
  // Bubbling, so that what the page has handled can be told.
  on(
    'click',
    (event) => {
      const { clientX: x, clientY: y } = event;
      const element = elementOf(event);
      const dragged = !down || Math.hypot(x - down.x, y - down.y) > CLICK_SLOP;
      const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
      if (event.defaultPrevented || event.button !== 0 || modified || dragged) return;
      if (!element || closest(element, OWN_USE)) return;
      if (!(getSelection()?.isCollapsed ?? true)) return;
      const mark = markAt(element, event);
      const hit = mark && hits.get(mark);
      if (!hit) return;
      if ((event as PointerEvent).pointerType === 'touch')
        hits.set(mark, { ...hit, byTouch: true });
      tell({ type: 'summon', mark, focus: false });
    },
    false,
  );
  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    tell,
    summon(hit, focus) {
      const [mark] = hit.mentions;
      if (!mark) return;
      hits.set(mark, hit);
      tell({ type: 'summon', mark, focus });
    },
    isOpen: () => state.phase === 'open',
  };
}

const elements = new WeakMap<Event, Element>();

/** The innermost element that an event happened on, as far as its shadow trees are open. */
function elementOf(event: Event): Element | null {
  const known = elements.get(event);
  if (known) return known;
  const [inner = event.target] = event.composedPath();
  if (!(inner instanceof Element)) return null;
  elements.set(event, inner);
  return inner;
}
