/**
 * When a card opens and closes, as a pure state machine: events with their times in, effects out.
 * It knows no page and no clock; pointer.ts feeds it. A mark is anything that is compared with `===`.
 */

/** The pointer has to rest so long on a mark before it means it (style sheet, "Interaction"). */
export const INTENT_MS = 150;
/** The pointer rests when it is slower than this, in px/ms. */
export const REST_SPEED = 0.1;
/** From the first rest to the card (style sheet, "Interaction"). */
export const REST_MS = 500;
/** After leaving both mark and card: time enough for the way from one to the other. */
export const LEAVE_MS = 300;
/** Somebody reading card after card has made their intent clear. */
export const WARM_MS = 600;

export type HoverEvent<M> = { readonly at: number } & (
  | { readonly type: 'move'; readonly mark: M | null; readonly x: number; readonly y: number }
  | { readonly type: 'enter-card' | 'leave-card' }
  /** A click, a tap or a key: opens at once and stays when the pointer leaves. */
  | { readonly type: 'summon'; readonly mark: M; readonly focus: boolean }
  /** A button or finger went down. */
  | { readonly type: 'press'; readonly mark: M | null }
  | { readonly type: 'scroll' | 'dismiss' }
  /** The open card is to stay by itself, out of the machine's hands. */
  | { readonly type: 'pin' }
  /** What the card will show has arrived, or could not be had. */
  | { readonly type: 'ready' | 'failed'; readonly token: number }
  /** The time asked for by a `wake` effect has come. */
  | { readonly type: 'wake' }
);

export type HoverEffect<M> =
  /** Get what the card will show, then report `ready` with the token. */
  | { readonly type: 'fetch'; readonly mark: M; readonly token: number }
  | { readonly type: 'show'; readonly mark: M; readonly token: number; readonly focus: boolean }
  | { readonly type: 'hide' }
  | { readonly type: 'pin' }
  /** Send `wake` at this time; replaces the wake asked for before. */
  | { readonly type: 'wake'; readonly at: number };

/**
 * How a card came to open: by resting on a mark, by resting on another soon after the last card closed,
 * by click or tap, or by key. The last two stay when the pointer leaves.
 */
type Manner = 'rest' | 'warm' | 'click' | 'key';

/** Nothing is open. */
interface Idle<M> {
  readonly phase: 'idle';
  /** When the last card closed. */
  readonly closedAt: number;
  /** Stays closed until the pointer has left it: it was just dismissed or pressed. */
  readonly muted: M | null;
}

/** The pointer is on a mark, or a card was summoned, and is not shown yet. */
interface Dwell<M> {
  readonly phase: 'dwell';
  readonly manner: Manner;
  readonly mark: M;
  /** Where the pointer was last, and when. */
  readonly x: number;
  readonly y: number;
  readonly movedAt: number;
  readonly restingSince: number;
  /** When to show; null until the pointer has rested. */
  readonly dueAt: number | null;
  readonly ready: boolean;
}

interface Open<M> {
  readonly phase: 'open';
  readonly manner: Manner;
  readonly mark: M;
  /** The mark that the pointer is over. */
  readonly over: M | null;
  readonly inCard: boolean;
  /** When the pointer was last seen on mark or card; null while it is there. */
  readonly leftAt: number | null;
}

export type HoverState<M> = (Idle<M> | Dwell<M> | Open<M>) & {
  /** Counts dwells. The current one's number is its token: an answer for an earlier one never shows. */
  readonly dwells: number;
};

type In<M, P> = HoverState<M> & { readonly phase: P };
type Step<M> = readonly [HoverState<M>, readonly HoverEffect<M>[]];

export function startHover<M>(): HoverState<M> {
  return { phase: 'idle', closedAt: Number.NEGATIVE_INFINITY, muted: null, dwells: 0 };
}

/**
 * @param restMs from the first rest to the card, not below {@link INTENT_MS}
 * @returns the next state, and what is to be done
 */
export function hover<M>(state: HoverState<M>, event: HoverEvent<M>, restMs = REST_MS): Step<M> {
  if (event.type === 'summon') return summon(state, event);
  if (state.phase === 'idle') return inIdle(state, event);
  return state.phase === 'dwell' ? inDwell(state, event, restMs) : inOpen(state, event);
}

function summon<M>(state: HoverState<M>, event: HoverEvent<M> & { type: 'summon' }): Step<M> {
  const { mark, focus, at } = event;
  const manner = focus ? 'key' : 'click';
  const open = state.phase === 'open';
  if (open && mark === state.mark && !focus) return [{ ...state, manner }, []];
  const [next, effects] = dwell(state, mark, manner, at);
  return [next, open ? [{ type: 'hide' }, ...effects] : effects];
}

function inIdle<M>(state: In<M, 'idle'>, event: HoverEvent<M>): Step<M> {
  if (event.type !== 'move' || event.mark === state.muted) return [state, []];
  const { mark, at, x, y } = event;
  if (mark === null) return [{ ...state, muted: null }, []];
  return dwell(state, mark, at - state.closedAt < WARM_MS ? 'warm' : 'rest', at, x, y);
}

function inDwell<M>(state: In<M, 'dwell'>, event: HoverEvent<M>, restMs: number): Step<M> {
  const { at } = event;
  const { mark, dueAt } = state;
  const token = state.dwells;
  switch (event.type) {
    case 'move': {
      if (isHeld(state)) break;
      if (event.mark !== mark) return inIdle(idle(state, null), event);
      const { x, y } = event;
      const way = Math.hypot(x - state.x, y - state.y);
      const moved = { ...state, x, y, movedAt: at };
      if (dueAt !== null || way < REST_SPEED * Math.max(at - state.movedAt, 1)) return [moved, []];
      return [{ ...moved, restingSince: at }, [{ type: 'wake', at: at + INTENT_MS }]];
    }
    case 'wake': {
      if (dueAt !== null) return showWhenDue(state, at);
      const intentAt = state.restingSince + INTENT_MS;
      if (at < intentAt) return [state, [{ type: 'wake', at: intentAt }]];
      const due = state.restingSince + restMs;
      return [
        { ...state, dueAt: due },
        [
          { type: 'fetch', mark, token },
          { type: 'wake', at: due },
        ],
      ];
    }
    case 'ready':
      if (event.token === token) return showWhenDue({ ...state, ready: true }, at);
      break;
    case 'failed':
      if (event.token === token) return [idle(state, mark), []];
      break;
    case 'scroll':
      // Whoever steps to a mark by keyboard is scrolled there.
      if (!isHeld(state)) return [idle(state, null), []];
      break;
    case 'press':
    case 'dismiss':
      return [idle(state, mark), []];
  }
  return [state, []];
}

function inOpen<M>(state: In<M, 'open'>, event: HoverEvent<M>): Step<M> {
  const { at } = event;
  const { mark, inCard, leftAt } = state;
  switch (event.type) {
    case 'move': {
      const over = event.mark;
      if (inCard || over === mark) return [{ ...state, over, leftAt: null }, []];
      return leftAt === null ? leave({ ...state, over }, at) : [{ ...state, over }, []];
    }
    case 'enter-card':
      return [{ ...state, inCard: true, leftAt: null }, []];
    case 'leave-card':
      return leave({ ...state, inCard: false, over: null }, at);
    case 'wake': {
      if (isHeld(state) || leftAt === null) break;
      if (at < leftAt + LEAVE_MS) return [state, [{ type: 'wake', at: leftAt + LEAVE_MS }]];
      const [closed, hide] = close(state, null, at);
      if (state.over === null) return [closed, hide];
      // The pointer is on another mark already: that one's turn.
      const [next, effects] = dwell(closed, state.over, 'warm', at);
      return [next, [...hide, ...effects]];
    }
    case 'scroll':
      if (!isHeld(state)) return close(state, null, at);
      break;
    case 'press':
      // In the card it is the card's; on its own mark it begins the click that holds the card open.
      if (!inCard && event.mark !== mark) return close(state, state.over, at);
      break;
    case 'dismiss':
      return close(state, state.over, at);
    case 'pin':
      return [idle(state, state.over), [{ type: 'pin' }]];
  }
  return [state, []];
}

/** Begins to wait for a card; what is not a first hover opens as soon as there is something to show. */
function dwell<M>(
  { dwells }: HoverState<M>,
  mark: M,
  manner: Manner,
  at: number,
  x = 0,
  y = 0,
): Step<M> {
  const rest = manner === 'rest';
  const token = dwells + 1;
  return [
    {
      phase: 'dwell',
      manner,
      mark,
      x,
      y,
      movedAt: at,
      restingSince: at,
      dueAt: rest ? null : at,
      ready: false,
      dwells: token,
    },
    [rest ? { type: 'wake', at: at + INTENT_MS } : { type: 'fetch', mark, token }],
  ];
}

function showWhenDue<M>(state: In<M, 'dwell'>, at: number): Step<M> {
  const { manner, mark, dueAt, dwells } = state;
  if (!state.ready || dueAt === null) return [state, []];
  if (at < dueAt) return [state, [{ type: 'wake', at: dueAt }]];
  return [
    { phase: 'open', manner, mark, over: mark, inCard: false, leftAt: null, dwells },
    [{ type: 'show', mark, token: dwells, focus: manner === 'key' }],
  ];
}

function leave<M>(state: In<M, 'open'>, leftAt: number): Step<M> {
  return [{ ...state, leftAt }, [{ type: 'wake', at: leftAt + LEAVE_MS }]];
}

function close<M>(state: HoverState<M>, muted: M | null, closedAt: number): Step<M> {
  return [{ ...idle(state, muted), closedAt }, [{ type: 'hide' }]];
}

function idle<M>({ dwells }: HoverState<M>, muted: M | null): In<M, 'idle'> {
  return { phase: 'idle', closedAt: Number.NEGATIVE_INFINITY, muted, dwells };
}

function isHeld({ manner }: { readonly manner: Manner }): boolean {
  return manner === 'click' || manner === 'key';
}
