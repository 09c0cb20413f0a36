/** From loads to figures. */
import type { Load, Loads } from './turns';

/** What an extension adds on one page, median against median, beside the empty one. */
export interface Added {
  readonly page: string;
  readonly cpuMs: number;
  /** The same, of what came after the document was idle alone: steadier, since parsing is left out. */
  readonly afterIdleMs: number;
  readonly scriptMs: number;
  /** Style and layout, forced or not. */
  readonly renderingMs: number;
  readonly heapBytes: number;
  readonly layoutShift: number;
  readonly marks: number;
  /** Every task of every load in which script of the extension ran. */
  readonly slicesMs: readonly number[];
}

/** The one that the others are compared with. */
const EMPTY = 'empty';

/** @param share 0.5 for the median; of fewer than 1 / (1 − share) values it is the largest */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

export const medianOf = (loads: readonly Load[], read: (load: Load) => number) =>
  median(loads.map(read));

/** @returns for each page on which both were loaded, in order */
export function added(loads: Loads, variant: string): Added[] {
  return [...loads].flatMap(([page, byVariant]) => {
    const ours = byVariant.get(variant) ?? [];
    const empty = byVariant.get(EMPTY) ?? [];
    if (ours.length === 0 || empty.length === 0) return [];
    const more = (read: (load: Load) => number) => medianOf(ours, read) - medianOf(empty, read);
    return {
      page,
      cpuMs: more(({ taskMs }) => taskMs),
      afterIdleMs: more(({ afterIdleMs }) => afterIdleMs),
      scriptMs: more(({ scriptMs }) => scriptMs),
      renderingMs: more(({ styleMs, layoutMs }) => styleMs + layoutMs),
      heapBytes: more(({ heapBytes }) => heapBytes),
      layoutShift: more(({ layoutShift }) => layoutShift),
      marks: medianOf(ours, ({ marks }) => marks),
      slicesMs: ours.flatMap(({ slicesMs }) => slicesMs),
    };
  });
}

/** @returns the median, over the pages that both have, of the ratio of what they add */
export function ratio(
  numerators: readonly Added[],
  denominators: readonly Added[],
  read: (added: Added) => number,
): number {
  const below = new Map(denominators.map((one) => [one.page, read(one)]));
  return median(numerators.map((one) => read(one) / (below.get(one.page) ?? Number.NaN)));
}

/**
 * A load is unlike the others of its page and extension where it marked another number of stretches:
 * it was looked at before it was done, or something is amiss.
 */
export function unlike(loads: Loads): string[] {
  return [...loads].flatMap(([page, byVariant]) =>
    [...byVariant].flatMap(([variant, list]) => {
      const counts = [...new Set(list.map(({ marks }) => marks))];
      return counts.length > 1 ? [`${page}, ${variant}: ${counts.join(' or ')} marks`] : [];
    }),
  );
}
