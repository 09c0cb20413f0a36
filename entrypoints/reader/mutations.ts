/** What changes in a page, told in batches. */

export interface Changes {
  /** Elements whose children changed, and text nodes whose text did. */
  readonly touched: ReadonlySet<Node>;
  /** Nodes put into the page, or moved. */
  readonly added: ReadonlySet<Node>;
}

/** A burst of changes is one batch: pages render in many small steps. */
const BATCH_MS = 100;

/** The reader takes at most one part in so many of the page's time for keeping up. */
const REST_PER_WORK = 9;

/** New text is marked within so long, however busy the page. */
const MAX_REST_MS = 1000;

/** Past this, telling the changes apart costs more than reading everything again. */
const MAX_NODES = 5000;

export interface MutationWatch {
  /** Watches a shadow tree too: changes there are not told to who watches the document. */
  observe(root: ShadowRoot): void;
}

/**
 * Watches the document.
 * @param onChanges takes a batch; the next one comes after it is done with it. `everything` when
 *   there was too much to tell apart
 */
export function watchMutations(
  onChanges: (changes: Changes | 'everything') => Promise<void>,
  signal: AbortSignal,
): MutationWatch {
  let touched = new Set<Node>();
  let added = new Set<Node>();
  let flooded = false;
  let busy = false;

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (flooded) break;
      touched.add(record.target);
      for (const node of record.addedNodes) added.add(node);
      flooded = touched.size + added.size > MAX_NODES;
    }
    if (!busy) {
      busy = true;
      setTimeout(handOver, BATCH_MS);
    }
  });

  const handOver = async () => {
    if (signal.aborted) return;
    const changes = flooded ? 'everything' : { touched, added };
    touched = new Set();
    added = new Set();
    flooded = false;
    const start = performance.now();
    try {
      await onChanges(changes);
    } finally {
      const rest = (performance.now() - start) * REST_PER_WORK;
      setTimeout(takeUp, Math.min(Math.max(rest, BATCH_MS), MAX_REST_MS));
    }
  };

  const takeUp = () => {
    busy = touched.size > 0;
    if (busy) void handOver();
  };

  const observe = (root: Document | ShadowRoot) =>
    observer.observe(root, { subtree: true, childList: true, characterData: true });
  observe(document);
  signal.addEventListener('abort', () => observer.disconnect());
  return { observe };
}
