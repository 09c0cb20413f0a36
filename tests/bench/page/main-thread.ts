/** The main thread of one page in a trace: its script, its tasks and where its time goes. */
import type { TraceEvent } from './trace';

/** What a script of an extension, or what it asked for, begins with. */
const SCRIPTS = new Set(['EvaluateScript', 'FunctionCall', 'RunMicrotasks']);
/** Work that a script waits for when it asks about layout or style. */
const FORCED = new Set(['UpdateLayoutTree', 'Layout']);
export const TASK = 'ThreadControllerImpl::RunTask';

/** Written by `console.timeStamp` when a load is at rest; what comes after is our own asking. */
export const AT_REST = 'bench: at rest';

const urlOf = ({ args }: TraceEvent) => String((args.data ?? args.beginData)?.url ?? '');

/** Words that `console.timeStamp` wrote. */
const stampOf = ({ name, args }: TraceEvent) =>
  name === 'TimeStamp' ? args.data?.message : undefined;

const threadOf = (events: readonly TraceEvent[], { pid, tid }: TraceEvent) =>
  events
    .filter((event) => event.pid === pid && event.tid === tid)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);

/** @returns the events of the main thread that showed a page of the host, up to when it was at rest, in order */
export function mainThread(events: readonly TraceEvent[], host: string): TraceEvent[] {
  const parsed = events.find(
    (event) => event.name === 'ParseHTML' && urlOf(event).startsWith(`http://${host}:`),
  );
  if (!parsed) throw new Error(`no page of ${host} in the trace`);
  const own = threadOf(events, parsed);
  const end = own.find((event) => stampOf(event) === AT_REST);
  if (!end) throw new Error(`the page of ${host} was never at rest`);
  return own.filter(({ ts }) => ts < end.ts);
}

/** @returns the events of the one main thread that wrote both stamps, between them, in order */
export function between(events: readonly TraceEvent[], from: string, until: string): TraceEvent[] {
  const start = events.find((event) => stampOf(event) === from);
  const end = events.find((event) => stampOf(event) === until);
  if (!start || !end) throw new Error(`no ${start ? until : from} in the trace`);
  return threadOf(events, start).filter(({ ts }) => ts > start.ts && ts < end.ts);
}

/** Walks the events as they lie in one another. */
function nested(
  events: readonly TraceEvent[],
  visit: (event: TraceEvent, around: readonly TraceEvent[]) => void,
): void {
  const open: TraceEvent[] = [];
  for (const event of events) {
    for (let last = open.at(-1); last && last.ts + last.dur <= event.ts; last = open.at(-1)) {
      open.pop();
    }
    visit(event, open);
    open.push(event);
  }
}

/** Milliseconds of CPU. */
export interface ScriptTimes {
  /** Of the script's own: forced style and layout left out. */
  readonly scriptMs: number;
  /** Of each task in which script ran, all that script held the thread for, style and layout included. */
  readonly slicesMs: readonly number[];
  /** All that the thread did from the first script on. */
  readonly afterIdleMs: number;
}

/** @returns when the extension's first script began, in microseconds of the trace */
export function idleAt(events: readonly TraceEvent[]): number {
  const first = events.find(
    (event) => event.name === 'EvaluateScript' && urlOf(event).startsWith('chrome-extension:'),
  );
  return first?.ts ?? Number.POSITIVE_INFINITY;
}

/**
 * The page has no script of its own: all that runs from the first script of an extension on is its.
 * @param from microseconds of the trace
 */
export function scriptTimes(events: readonly TraceEvent[], from = idleAt(events)): ScriptTimes {
  const byTask = new Map<TraceEvent | null, number>();
  let own = 0;
  let whole = 0;
  // Microtasks run when a task is over, but nothing else gets in between.
  let task: TraceEvent | null = null;
  nested(events, (event, around) => {
    if (event.name === TASK) task = event;
    if (event.ts < from) return;
    const inScript = around.some(({ name }) => SCRIPTS.has(name));
    if (SCRIPTS.has(event.name) && !inScript) {
      byTask.set(task, (byTask.get(task) ?? 0) + event.tdur / 1000);
      own += event.tdur / 1000;
      // The task that the first script came in began before it.
      if (around[0] && around[0].ts < from) whole += event.tdur / 1000;
    } else if (FORCED.has(event.name) && inScript) {
      if (!around.some(({ name }) => FORCED.has(name))) own -= event.tdur / 1000;
    }
    if (around.length === 0) whole += event.tdur / 1000;
  });
  return { scriptMs: own, slicesMs: [...byTask.values()], afterIdleMs: whole };
}

/** @returns milliseconds of CPU by name, without what lies inside of other names */
export function selfTimes(events: readonly TraceEvent[]): Map<string, number> {
  const times = new Map<string, number>();
  const add = (name: string, ms: number) => times.set(name, (times.get(name) ?? 0) + ms);
  nested(events, (event, around) => {
    add(event.name, event.tdur / 1000);
    const outer = around.at(-1);
    if (outer) add(outer.name, -event.tdur / 1000);
  });
  return times;
}
