/** Chromium's own trace of what every process did. */
import { type BenchBrowser, sleep } from './browser';

/** Something that lasted, on one thread. */
export interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** When it began, in microseconds of one clock for all processes. */
  readonly ts: number;
  /** In microseconds. */
  readonly dur: number;
  /** Of the thread's CPU, in microseconds. */
  readonly tdur: number;
  readonly args: {
    readonly data?: Readonly<Record<string, unknown>>;
    readonly beginData?: Readonly<Record<string, unknown>>;
  };
}

/** Little enough to leave times as they are: tasks, script, style, layout, paint. */
export const LEAN = ['devtools.timeline', 'v8.execute', 'toplevel', 'blink.user_timing'];

/** Whatever may explain where time goes. */
export const FULL = [
  ...LEAN,
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.compile',
  'loading',
  'mojom',
  'v8',
];

/** Events of no length, as Chromium writes them. */
interface RawEvent extends Partial<TraceEvent> {
  readonly ph: string;
}

export interface Trace {
  readonly events: readonly TraceEvent[];
  /** As the browser wrote it; DevTools and Perfetto open it. */
  readonly raw: string;
}

/** Records what all processes do while `work` runs. */
export async function traced(
  { devtools }: BenchBrowser,
  categories: readonly string[],
  work: () => Promise<unknown>,
): Promise<Trace> {
  await devtools.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories: categories },
  });
  let ended: Promise<{ stream: string }>;
  try {
    // Other processes hear of it a little later.
    await sleep(50);
    await work();
  } finally {
    ended = new Promise((resolve) => {
      const off = devtools.on('Tracing.tracingComplete', (params: { stream: string }) => {
        off();
        resolve(params);
      });
    });
    await devtools.send('Tracing.end');
  }
  const { stream: handle } = await ended;
  const pieces: string[] = [];
  for (let done = false; !done; ) {
    const { data, eof } = await devtools.send<{ data: string; eof: boolean }>('IO.read', {
      handle,
    });
    pieces.push(data);
    done = eof;
  }
  await devtools.send('IO.close', { handle });
  const raw = pieces.join('');
  const { traceEvents } = JSON.parse(raw) as { traceEvents: RawEvent[] };
  return { raw, events: traceEvents.filter(isWanted).map(whole) };
}

/** `X` lasts; the others are moments. */
const isWanted = ({ ph, ts }: RawEvent) =>
  ts !== undefined && (ph === 'X' || ph === 'I' || ph === 'R');

const whole = ({
  name = '',
  pid = 0,
  tid = 0,
  ts = 0,
  dur = 0,
  tdur = 0,
  args = {},
}: RawEvent) => ({
  name,
  pid,
  tid,
  ts,
  dur,
  tdur,
  args,
});
