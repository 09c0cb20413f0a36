/** Keeps what is found in step with what the page says: collect, ask, tell, and again where it changes. */

import { contains, isConnected, parentOf, rootElement } from '../../components/dom';
import type { AskBackground } from '../../data/messages';
import { createQuestions } from './ask';
import {
  articleAround,
  closedElements,
  elementInView,
  type Scope,
  scopeOf,
  type WalkOptions,
  walk,
} from './collect';
import type { Block, PageRun } from './contract';
import { createHosts } from './hosts';
import type { Found, Mentions } from './mentions';
import { type Changes, watchMutations } from './mutations';
import { inSlices, nextTask } from './slices';

export interface ReadPage {
  readonly ask: AskBackground;
  readonly mentions: Mentions;
  /** Called with each block that holds mentions. */
  readonly onBlock: (block: Block) => void;
  /** Called when the background cannot be asked. */
  readonly onTrouble: (error: unknown) => void;
  /** Called after every batch of changes. */
  readonly onChange: () => void;
  /** Called when all that was on the page has been asked about and answered. */
  readonly onWhole: () => void;
}

/** Page scripts define their elements, and these make their shadow trees, mostly within so long. */
const HOSTS_ASKED_AGAIN_MS = [1000, 5000];

/** Reads the document now and for as long as the signal lasts. */
export function readPage(
  { ask, mentions, onBlock, onTrouble, onChange, onWhole }: ReadPage,
  signal: AbortSignal,
): void {
  const hosts = createHosts();
  const watched = new WeakSet<ShadowRoot>();

  const onFound = (run: PageRun, found: readonly Found[]) => {
    const block = mentions.settle(run, found);
    if (block === 'stale') {
      const [node] = run.pieces;
      const scope = node && scopeOf(node);
      if (scope) void collect(scope, { fresh: new Set() });
    } else if (block) onBlock(block);
  };
  const questions = createQuestions(ask, onFound, signal);

  /** Walks in slices and sends off what it met after each; then walks the shadow trees that it met. */
  const collect = async (scope: Scope, options: WalkOptions): Promise<void> => {
    const roots: ShadowRoot[] = [];
    const onHost = (host: Element, root: ShadowRoot | null) => {
      if (!root) hosts.wait(host);
      // A tree that is watched tells its changes by itself.
      else if (!options.fresh || !watched.has(root)) roots.push(root);
    };
    const steps = walk(
      scope,
      (run) => {
        if (mentions.isNew(run)) questions.add(run);
      },
      { ...options, onHost },
    );
    await inSlices((isOver) => {
      const done = steps.advance(isOver);
      questions.drain().catch(onTrouble);
      return done;
    }, signal);
    for (const root of roots) await collectTree(root);
  };

  const collectTree = (root: ShadowRoot) => {
    if (!watched.has(root)) mutations.observe(root);
    watched.add(root);
    return collect(root, { isClosed: closedElements(root) });
  };

  /** The article from where the reader looks, the article's beginning, then all that is around it. */
  const collectAll = async () => {
    // A page may take even that away.
    const root = rootElement();
    if (!root) return;
    const inView = elementInView();
    const article = articleAround(inView);
    const main = article ?? root;
    const from = inView && contains(main, inView) ? scopeOf(inView) : null;
    const isClosed = closedElements(root);
    if (from instanceof Element && from !== main && contains(main, from)) {
      await collect(main, { from, isClosed });
      await collect(main, { until: from, isClosed });
    } else await collect(main, { isClosed });
    if (article) await collect(root, { skip: article, isClosed });
    await questions.drain().then(onWhole, onTrouble);
  };

  const collectArrived = async () => {
    for (const root of hosts.arrived()) await collectTree(root);
  };

  const keepUp = async (changes: Changes | 'everything') => {
    mentions.sweep(changes === 'everything' ? undefined : changes.touched);
    if (changes === 'everything' || changes.touched.has(document)) {
      await collectAll();
    } else {
      for (const scope of scopesOf(changes)) await collect(scope, { fresh: changes.added });
    }
    await collectArrived();
    onChange();
  };

  const mutations = watchMutations(keepUp, signal);
  const timers = HOSTS_ASKED_AGAIN_MS.map((ms) => setTimeout(() => void collectArrived(), ms));
  signal.addEventListener('abort', () => timers.forEach(clearTimeout));
  // What the browser kept while the reader was elsewhere may have been marked by other packs.
  addEventListener('pageshow', ({ persisted }) => persisted && void collectAll(), { signal });
  // Not in the task that evaluates the script, which is long enough.
  void nextTask().then(collectAll);
}

/** The blocks to read again; what lies in an added node is read with the block that it was added to. */
function scopesOf({ touched, added }: Changes): Set<Scope> {
  const scopes = new Set<Scope>();
  for (const node of touched) {
    const scope = isConnected(node) ? scopeOf(node) : null;
    if (scope && !hasAncestorIn(scope, added)) scopes.add(scope);
  }
  return scopes;
}

function hasAncestorIn(scope: Scope, nodes: ReadonlySet<Node>): boolean {
  for (let at: Node | null = scope; at; at = parentOf(at)) if (nodes.has(at)) return true;
  return false;
}
