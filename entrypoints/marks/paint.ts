/**
 * Paints marks with the CSS Custom Highlight API: no element of the page is added, wrapped or given
 * an attribute. Looks are in marks.css.
 */

import { closest } from '../../components/dom';
import type { Appearance } from '../../data/settings';
import { type Block, type Mention, type Stretch, stretches } from '../reader/contract';
import { createGrounds, watchTheme } from './darkness';
import { type Mark, marksOf, type Style } from './emphasis';
import { styleTrees } from './sheet';

export interface Painter {
  /** Marks a block's mentions, or marks them anew. */
  paint(block: Block): void;
  /** Takes a block's marks off. */
  erase(block: Block): void;
  /** Lights these mentions as hovered or focused, and no others. */
  light(mentions: readonly Mention[]): void;
  /** How strongly each stretch of a block is marked now. */
  marks(block: Block): readonly Mark[];
  /** Whether the page stands dark behind a node. */
  isDark(node: Node | undefined): boolean;
  /** Gives the page back the marks that it deleted; cheap enough for every pointer rest. */
  restore(): void;
  /** Paints all anew, since the reader set other looks. */
  restyle(): void;
  /** Tells of every change of the marks. */
  onChange(listener: () => void): void;
}

type HighlightName = `on-record-${'' | 'link-'}${Style}${'' | '-dark'}`;

/** A page that deletes our marks in a loop shall not have us paint in a loop. */
const RESTORE_EVERY_MS = 1000;

/**
 * @param look how marks are to look, asked anew at each paint
 * @param signal takes all marks off the page
 */
export function createPainter(look: () => Appearance, signal: AbortSignal): Painter {
  const highlights = new Map<HighlightName, Highlight>();
  const painted = new Map<Block, readonly (readonly [Highlight, AbstractRange])[]>();
  const forced = matchMedia('(forced-colors: active)');
  const trees = styleTrees(() => look().weight, signal);
  let grounds = createGrounds();
  let active: ReadonlySet<Mention> = new Set();
  const listeners: (() => void)[] = [];
  let restoredAt = Number.NEGATIVE_INFINITY;

  const highlight = (name: HighlightName): Highlight => {
    let made = highlights.get(name);
    if (!made) {
      made = new Highlight();
      highlights.set(name, made);
      CSS.highlights.set(name, made);
    }
    return made;
  };

  const nameFor = (style: Style, node: Text): HighlightName => {
    const parent = node.parentElement;
    const link =
      !style.startsWith('active') && parent && closest(parent, ':any-link') ? 'link-' : '';
    return `on-record-${link}${style}${parent && grounds.isDark(parent) ? '-dark' : ''}`;
  };

  const changed = () => {
    for (const listener of listeners) listener();
  };

  const erase = (block: Block) => {
    for (const [one, range] of painted.get(block) ?? []) one.delete(range);
    if (painted.delete(block)) changed();
  };

  const marks = (block: Block) => marksOf(block.mentions, active, look().density);

  const paint = (block: Block) => {
    if (signal.aborted) return;
    erase(block);
    if (block.pieces[0]) trees.style(block.pieces[0]);
    // Under forced colours every highlight is a filled box: there the overlay draws the lines.
    const ranges = (forced.matches ? [] : marks(block)).flatMap(({ start, end, style }) =>
      looksOf(stretches(block, start, end), (node) => nameFor(style, node)).map(
        ({ look, range }) => {
          const target = highlight(look);
          target.add(range);
          return [target, range] as const;
        },
      ),
    );
    painted.set(block, ranges);
    changed();
  };

  const repaint = () => {
    grounds = createGrounds();
    for (const block of [...painted.keys()]) paint(block);
  };

  const onTheme = () => {
    const [sample] = painted.keys();
    const element = sample?.pieces[0]?.parentElement;
    if (element && createGrounds().isDark(element) !== grounds.isDark(element)) repaint();
  };

  forced.addEventListener('change', repaint, { signal });
  watchTheme(onTheme, signal);
  signal.addEventListener('abort', () => {
    for (const [name, one] of highlights) {
      // A newer reader in this frame may have taken the name.
      if (CSS.highlights.get(name) === one) CSS.highlights.delete(name);
    }
    highlights.clear();
    changed();
  });

  return {
    paint,
    erase,
    light(mentions) {
      const before = active;
      active = new Set(mentions);
      const blocks = [...before].map(({ block }) => block).filter((block) => painted.has(block));
      for (const block of new Set([...blocks, ...mentions.map((mention) => mention.block)])) {
        paint(block);
      }
    },
    marks,
    isDark: (node) => (node?.parentElement ? grounds.isDark(node.parentElement) : false),
    restyle() {
      trees.restyle();
      repaint();
    },
    onChange: (listener) => void listeners.push(listener),
    restore() {
      if (performance.now() - restoredAt < RESTORE_EVERY_MS) return;
      restoredAt = performance.now();
      for (const [name, one] of highlights) {
        if (CSS.highlights.get(name) !== one) CSS.highlights.set(name, one);
      }
    },
  };
}

/** Joins neighbouring stretches that look the same, so that a phrase with a word in bold is one range. */
function looksOf<Look>(
  parts: readonly Stretch[],
  lookOf: (node: Text) => Look,
): { look: Look; range: Range }[] {
  const found: { look: Look; range: Range }[] = [];
  for (const { node, start, end } of parts) {
    const look = lookOf(node);
    const last = found.at(-1);
    const range = last?.look === look ? last.range : new Range();
    if (range !== last?.range) {
      range.setStart(node, start);
      found.push({ look, range });
    }
    range.setEnd(node, end);
  }
  return found;
}
