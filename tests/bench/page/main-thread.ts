/** The main thread of one page in a trace: its script, its tasks and where its time goes. */
import type { TraceEvent } from './trace';

/** What a script of an extension, or what it asked for, begins with. */
const SCRIPTS = new Set(['EvaluateScript', 'FunctionCall', 'RunMicrotasks']);
/** Work that a script waits for when it asks about layout or style. */
const FORCED = new Set(['UpdateLayoutTree', 'Layout']);
const TASK = 'ThreadControllerImpl::RunTask';

/** Written by `console.timeStamp` when a load is at rest; what comes after is our own asking. */
export const AT_REST = 'bench: at rest';

const urlOf = ({ args }: TraceEvent) => String((args.data ?? args.beginData)?.url ?? '');

/** @returns the events of the main thread that showed a page of the host, up to when it was at rest, in order */
export function mainThread(events: readonly TraceEvent[], host: string): TraceEvent[] {
  const parsed = events.find(
    (event) => event.name === 'ParseHTML' && urlOf(event).startsWith(`http://${host}:`),
  );
  if (!parsed) throw new Error(`no page of ${host} in the trace`);
  const own = events
    .filter(({ pid, tid }) => pid === parsed.pid && tid === parsed.tid)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const end = own.find(({ name, args }) => name === 'TimeStamp' && args.data?.message === AT_REST);
  if (!end) throw new Error(`the page of ${host} was never at rest`);
  return own.filter(({ ts }) => ts < end.ts);
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

export interface ScriptTimes {
  /** Of the script's own: forced style and layout left out. Milliseconds of CPU, as all here. */
  readonly scriptMs: number;
  /** Of each task in which script ran, all that it held the thread for, style and layout included. */
  readonly slicesMs: readonly number[];
  /** When the extension's script began, in microseconds of the trace. */
  readonly beganAt: number;
}

/** The page has no script of its own: all that runs from the first script of an extension on is its. */
export function scriptTimes(events: readonly TraceEvent[]): ScriptTimes {
  const first = events.find(
    (event) => event.name === 'EvaluateScript' && urlOf(event).startsWith('chrome-extension:'),
  );
  const beganAt = first?.ts ?? Number.POSITIVE_INFINITY;
  const byTask = new Map<TraceEvent | null, number>();
  let own = 0;
  // Microtasks run when a task is over, but nothing else gets in between.
  let task: TraceEvent | null = null;
  nested(events, (event, around) => {
    if (event.name === TASK) task = event;
    if (event.ts < beganAt) return;
    const inScript = around.some(({ name }) => SCRIPTS.has(name));
    if (SCRIPTS.has(event.name) && !inScript) {
      byTask.set(task, (byTask.get(task) ?? 0) + event.tdur / 1000);
      own += event.tdur / 1000;
    } else if (FORCED.has(event.name) && inScript) {
      if (!around.some(({ name }) => FORCED.has(name))) own -= event.tdur / 1000;
    }
  });
  return { scriptMs: own, slicesMs: [...byTask.values()], beganAt };
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
