/**
 * When a card opens and closes, as a pure state machine: events with their times in, effects out.
 * It knows no page and no clock; pointer.ts feeds it. A mark is anything that is compared with `===`.
 */

/** The pointer has to rest so long on a mark before it means it (style sheet, "Interaction"). */
export const INTENT_MS = 150;
/** The pointer rests when it is slower than this, in px/ms. */
export const REST_SPEED = 0.1;
/** From intent to the card: 500 ms in all. */
export const SHOW_AFTER_INTENT_MS = 350;
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
  /** Send `wake` at this time; replaces the wake asked for before. */
  | { readonly type: 'wake'; readonly at: number };

/** Nothing is open. */
interface Idle<M> {
  readonly phase: 'idle';
  /** When the last card closed. */
  readonly closedAt: number;
  /** Stays closed until the pointer has left it: it was just dismissed, pressed or scrolled away. */
  readonly muted: M | null;
}

/** The pointer is on a mark, or a card was summoned, and is not shown yet. */
interface Dwell<M> {
  readonly phase: 'dwell';
  readonly mark: M;
  readonly token: number;
  readonly x: number;
  readonly y: number;
  readonly movedAt: number;
  readonly restingSince: number;
  /** When to show; null until the pointer has rested. */
  readonly dueAt: number | null;
  readonly ready: boolean;
  readonly held: boolean;
  readonly focus: boolean;
}

interface Open<M> {
  readonly phase: 'open';
  readonly mark: M;
  /** What the pointer is over, if it is a mark. */
  readonly over: M | null;
  /** When the pointer was last seen on mark or card; null while it is there. */
  readonly leftAt: number | null;
  readonly inCard: boolean;
  /** Opened by click, tap or key. */
  readonly held: boolean;
}

export type HoverState<M> = (Idle<M> | Dwell<M> | Open<M>) & {
  /** Counts dwells: an answer for an earlier one never shows. */
  readonly dwells: number;
};

type Step<M> = readonly [HoverState<M>, readonly HoverEffect<M>[]];

export function startHover<M>(): HoverState<M> {
  return { phase: 'idle', closedAt: Number.NEGATIVE_INFINITY, muted: null, dwells: 0 };
}

/** @returns the next state, and what is to be done */
export function hover<M>(state: HoverState<M>, event: HoverEvent<M>): Step<M> {
  if (event.type === 'summon') return summon(state, event);
  switch (state.phase) {
    case 'idle':
      return inIdle(state, event);
    case 'dwell':
      return inDwell(state, event);
    case 'open':
      return inOpen(state, event);
  }
}

function inIdle<M>(state: HoverState<M> & Idle<M>, event: HoverEvent<M>): Step<M> {
  if (event.type !== 'move' || event.mark === state.muted) return [state, []];
  if (event.mark === null) return [{ ...state, muted: null }, []];
  const warm = event.at - state.closedAt < WARM_MS;
  return dwell(state, event.mark, event, { warm, held: false, focus: false });
}

function inDwell<M>(state: HoverState<M> & Dwell<M>, event: HoverEvent<M>): Step<M> {
  switch (event.type) {
    case 'move': {
      if (state.held) return [state, []];
      if (event.mark !== state.mark) return inIdle(idle(state, null), event);
      const way = Math.hypot(event.x - state.x, event.y - state.y);
      const fast = way >= REST_SPEED * (event.at - state.movedAt) && way > 0;
      const moved = { ...state, x: event.x, y: event.y, movedAt: event.at };
      if (!fast || state.dueAt !== null) return [moved, []];
      return [{ ...moved, restingSince: event.at }, [{ type: 'wake', at: event.at + INTENT_MS }]];
    }
    case 'wake': {
      if (state.dueAt !== null) return showWhenDue(state, event.at);
      const intentAt = state.restingSince + INTENT_MS;
      if (event.at < intentAt) return [state, [{ type: 'wake', at: intentAt }]];
      const dueAt = intentAt + SHOW_AFTER_INTENT_MS;
      return [
        { ...state, dueAt },
        [
          { type: 'fetch', mark: state.mark, token: state.token },
          { type: 'wake', at: dueAt },
        ],
      ];
    }
    case 'ready':
      return event.token === state.token
        ? showWhenDue({ ...state, ready: true }, event.at)
        : [state, []];
    case 'failed':
      return event.token === state.token ? [idle(state, state.mark), []] : [state, []];
    case 'scroll':
      // Whoever steps to a mark by keyboard is scrolled there.
      return state.held ? [state, []] : [idle(state, null), []];
    case 'press':
    case 'dismiss':
      return [idle(state, state.mark), []];
    default:
      return [state, []];
  }
}

function inOpen<M>(state: HoverState<M> & Open<M>, event: HoverEvent<M>): Step<M> {
  switch (event.type) {
    case 'move': {
      if (state.held) return [state, []];
      const over = event.mark;
      if (over === state.mark || state.inCard) return [{ ...state, over, leftAt: null }, []];
      if (state.leftAt !== null) return [{ ...state, over }, []];
      return [{ ...state, over, leftAt: event.at }, [{ type: 'wake', at: event.at + LEAVE_MS }]];
    }
    case 'enter-card':
      return [{ ...state, inCard: true, leftAt: null }, []];
    case 'leave-card':
      return [
        { ...state, inCard: false, over: null, leftAt: event.at },
        [{ type: 'wake', at: event.at + LEAVE_MS }],
      ];
    case 'wake': {
      if (state.held || state.leftAt === null) return [state, []];
      const closeAt = state.leftAt + LEAVE_MS;
      if (event.at < closeAt) return [state, [{ type: 'wake', at: closeAt }]];
      const closed = { ...idle(state, null), closedAt: event.at };
      if (state.over === null) return [closed, [{ type: 'hide' }]];
      // The pointer is on another mark already: that one's turn.
      const place = { x: 0, y: 0, at: event.at };
      const [next, effects] = dwell(closed, state.over, place, WARM_HOVER);
      return [next, [{ type: 'hide' }, ...effects]];
    }
    case 'scroll':
      return state.held ? [state, []] : close(state, event.at);
    case 'press':
      // In the card it is the card's; on its own mark it begins the click that holds the card open.
      return state.inCard || event.mark === state.mark ? [state, []] : close(state, event.at);
    case 'dismiss':
      return close(state, event.at);
    default:
      return [state, []];
  }
}

function summon<M>(state: HoverState<M>, event: HoverEvent<M> & { type: 'summon' }): Step<M> {
  const open = state.phase === 'open';
  if (open && event.mark === state.mark && !event.focus) return [{ ...state, held: true }, []];
  const place = { x: 0, y: 0, at: event.at };
  const how = { warm: true, held: true, focus: event.focus };
  const [next, effects] = dwell(state, event.mark, place, how);
  return [next, open ? [{ type: 'hide' }, ...effects] : effects];
}

interface How {
  /** Opens as soon as there is something to show. */
  readonly warm: boolean;
  readonly held: boolean;
  readonly focus: boolean;
}

const WARM_HOVER: How = { warm: true, held: false, focus: false };

function dwell<M>(
  state: HoverState<M>,
  mark: M,
  { x, y, at }: { x: number; y: number; at: number },
  { warm, held, focus }: How,
): Step<M> {
  const token = state.dwells + 1;
  const next: HoverState<M> = {
    phase: 'dwell',
    mark,
    token,
    x,
    y,
    movedAt: at,
    restingSince: at,
    dueAt: warm ? at : null,
    ready: false,
    held,
    focus,
    dwells: token,
  };
  return [next, warm ? [{ type: 'fetch', mark, token }] : [{ type: 'wake', at: at + INTENT_MS }]];
}

function showWhenDue<M>(state: HoverState<M> & Dwell<M>, at: number): Step<M> {
  const { mark, token, held, focus, dwells } = state;
  if (!state.ready || state.dueAt === null) return [state, []];
  if (at < state.dueAt) return [state, [{ type: 'wake', at: state.dueAt }]];
  return [
    { phase: 'open', mark, over: mark, leftAt: null, inCard: false, held, dwells },
    [{ type: 'show', mark, token, focus }],
  ];
}

function idle<M>(state: HoverState<M>, muted: M | null): HoverState<M> & Idle<M> {
  const closedAt = Number.NEGATIVE_INFINITY;
  return { phase: 'idle', closedAt, muted, dwells: state.dwells };
}

/** Closed by hand: opens again only once the pointer has left the mark and come back. */
function close<M>(state: HoverState<M> & Open<M>, at: number): Step<M> {
  return [{ ...idle(state, state.over), closedAt: at }, [{ type: 'hide' }]];
}
