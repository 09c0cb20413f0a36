/**
 * Elements of the page's own definition that have no shadow tree yet. Nothing tells when one gets its
 * tree (that is no mutation), so they are asked again now and then.
 */
import { shadowOf } from './shadow';

/** Asking one costs microseconds. A page with more such elements than this has its first ones asked. */
const MAX_WAITING = 500;

export interface Hosts {
  /** Notes an element that was met without a tree. */
  wait(host: Element): void;
  /** @returns the trees that came since, each once */
  arrived(): ShadowRoot[];
}

export function createHosts(): Hosts {
  let waiting = new Set<Element>();
  return {
    wait(host) {
      if (waiting.size < MAX_WAITING) waiting.add(host);
    },
    arrived() {
      const roots: ShadowRoot[] = [];
      const still = new Set<Element>();
      for (const host of waiting) {
        const root = host.isConnected ? shadowOf(host) : null;
        if (root) roots.push(root);
        else if (host.isConnected) still.add(host);
      }
      waiting = still;
      return roots;
    },
  };
}
