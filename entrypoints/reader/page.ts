/** Keeps what is marked in step with what the page says: collect, ask, paint, and again where it changes. */
import type { AskBackground } from '../../data/messages';
import { createQuestions } from './ask';
import { elementInView, type PageRun, scopeOf, type WalkOptions, walk } from './collect';
import type { Found, Mentions } from './mentions';
import { type Changes, watchMutations } from './mutations';
import type { Painter } from './paint';
import { inSlices } from './slices';

/**
 * Reads the document now and for as long as the signal lasts.
 * @param onTrouble called when the background cannot be asked
 */
export function readPage(
  ask: AskBackground,
  mentions: Mentions,
  painter: Painter,
  signal: AbortSignal,
  onTrouble: (error: unknown) => void,
): void {
  let styled = false;

  const onFound = (run: PageRun, found: readonly Found[]) => {
    const block = mentions.settle(run, found);
    if (block === 'stale') {
      const [first] = run.pieces;
      const scope = first && scopeOf(first);
      if (scope) void collect(scope, { fresh: new Set() });
    } else if (block) {
      if (!styled) ask('marks.style', null).catch(onTrouble);
      styled = true;
      painter.paint(block);
    }
  };
  const questions = createQuestions(ask, onFound, signal);

  /** Walks in slices and sends off what it met after each. */
  const collect = async (root: Element, options: WalkOptions) => {
    const steps = walk(
      root,
      (run) => {
        if (mentions.isNew(run)) questions.add(run);
      },
      options,
    );
    await inSlices((isOver) => {
      const done = steps.advance(isOver);
      questions.drain().catch(onTrouble);
      return done;
    }, signal);
  };

  const collectAll = async () => {
    // A page may take even that away.
    const root: Element | null = document.documentElement;
    if (!root) return;
    const from = elementInView();
    await collect(root, { from });
    if (from) await collect(root, { until: from });
  };

  const keepUp = async (changes: Changes | 'everything') => {
    mentions.sweep();
    if (changes === 'everything' || changes.touched.has(document)) {
      await collectAll();
    } else {
      for (const scope of scopesOf(changes)) await collect(scope, { fresh: changes.added });
    }
    painter.restore();
  };

  watchMutations(keepUp, signal);
  void collectAll();
}

/** The blocks to read again; what lies in an added node is read with the block that it was added to. */
function scopesOf({ touched, added }: Changes): Set<Element> {
  const scopes = new Set<Element>();
  for (const node of touched) {
    const scope = node.isConnected ? scopeOf(node) : null;
    if (scope && !hasAncestorIn(scope, added)) scopes.add(scope);
  }
  return scopes;
}

function hasAncestorIn(element: Element, nodes: ReadonlySet<Node>): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (nodes.has(at)) return true;
  return false;
}
