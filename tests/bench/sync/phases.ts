/** What a sync's time went to, told from the calls that its worker made. */
import type { Call } from './worker';

/** In milliseconds. */
export interface Phases {
  fetch: number;
  inflate: number;
  /** Lines into entries, each held against the model. */
  parse: number;
  /** SHA-256 and Ed25519. */
  verify: number;
  /** Transactions that stage, and reads of what is stored. */
  store: number;
  /** Script once everything is staged, or of a delta once its digests are checked: all that is derived. */
  derive: number;
  /** Transactions from then on: what was derived, and the flip. */
  flip: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** @returns how much of the time from `from` to `to` is covered by spans, which may overlap */
function covered(spans: readonly Span[], from: number, to: number): number {
  let sum = 0;
  let at = from;
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const begin = Math.max(at, span.from);
    const end = Math.min(to, span.to);
    if (end > begin) {
      sum += end - begin;
      at = end;
    }
  }
  return sum;
}

const isStorage = ({ what }: Call) => what === 'read' || what === 'write';

/** Of a snapshot, when its last part was staged; of a delta, the last digest before its flip. */
export function stagedAt(calls: readonly Call[]): number {
  const writes = calls.filter(({ what, stores }) => what === 'write' && stores.includes('chunks'));
  const parts = writes.filter(
    ({ stores }) => stores.includes('stagings') && !stores.includes('packs'),
  );
  if (parts.length > 0) return Math.max(...parts.map(({ end }) => end));
  const flip = Math.max(...writes.map(({ at }) => at));
  const checked = calls.filter(({ what, end }) => what === 'digest' && end <= flip);
  return Math.max(...checked.map(({ end }) => end));
}

/**
 * @param calls of one sync, in order
 * @param from when it began
 * @param to when it was over
 */
export function phasesOf(calls: readonly Call[], from: number, to: number): Phases {
  const staged = stagedAt(calls);
  const storage = calls.filter(isStorage).map(({ at, end }) => ({ from: at, to: end }));
  const checks = calls
    .filter(({ what }) => what === 'digest' || what === 'verify')
    .map(({ at, end }) => ({ from: at, to: end }));
  // A file's way: asked for, inflated once it is there, digested once it is inflated.
  const after = (call: Call, whats: readonly Call['what'][]) =>
    calls.find((one) => one.at > call.at && whats.includes(one.what))?.at ?? to;
  const fetching = calls
    .filter(({ what }) => what === 'fetch')
    .map((call) => ({
      from: call.at,
      to: after(call, ['inflate', 'verify', 'digest', 'fetch', 'read', 'write']),
    }));
  const inflating = calls
    .filter(({ what }) => what === 'inflate')
    .map((call) => ({ from: call.at, to: after(call, ['inflate', 'digest']) }));
  const seen: Span[] = [];
  const share = (spans: readonly Span[], begin: number, end: number) => {
    const before = covered(seen, begin, end);
    seen.push(...spans);
    return Math.round(covered(seen, begin, end) - before);
  };
  const store = share(storage, from, staged);
  const verify = share(checks, from, staged);
  const inflate = share(inflating, from, staged);
  const fetch = share(fetching, from, staged);
  const parse = Math.round(staged - from - covered(seen, from, staged));
  const flip = Math.round(covered(storage, staged, to));
  const derive = Math.round(to - staged - flip);
  return { fetch, inflate, parse, verify, store, derive, flip };
}
