/**
 * How strongly each stretch of a paragraph is marked (style sheet, "Marks on the page"): one full
 * mark a topic and paragraph, faint ones for repeats, and in a dense paragraph only what was denied in full.
 */
import type { Appearance } from '../../data/settings';
import { type Mention, startOf } from '../reader/contract';

/** How a stretch is marked (style sheet, "Marks on the page"). */
export type Style = 'rest' | 'denial' | 'faint' | 'active' | 'active-denial';

/** A stretch of a block, in UTF-16 units, and its style. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly style: Style;
}

/** Weakest first. Where mentions overlap, the stronger mark is painted. */
const STRENGTH: readonly Style[] = ['faint', 'rest', 'denial', 'active', 'active-denial'];

/** With more topics than this, full marks would underline most of the paragraph. */
const DENSE_TOPICS = 4;

/**
 * @param mentions of one block, in text order
 * @param active those that are hovered or focused
 * @param density `full` marks them all alike
 * @returns stretches that do not overlap, in text order
 */
export function marksOf(
  mentions: readonly Mention[],
  active: ReadonlySet<Mention>,
  density: Appearance['density'] = 'calm',
): Mark[] {
  const calm = density === 'calm';
  const dense = calm && new Set(mentions.map(({ topic }) => topic.key)).size > DENSE_TOPICS;
  const seen = new Set<string>();
  const marks = mentions
    .toSorted((a, b) => startOf(a) - startOf(b))
    .flatMap((mention) => {
      const denied = mention.topic.counts.denial > 0;
      const repeat = calm && seen.has(mention.topic.key);
      seen.add(mention.topic.key);
      const style: Style = active.has(mention)
        ? denied
          ? 'active-denial'
          : 'active'
        : repeat
          ? 'faint'
          : denied
            ? 'denial'
            : dense
              ? 'faint'
              : 'rest';
      return mention.parts.map(([start, end]) => ({ start, end, style }));
    });
  return flatten(marks);
}

/** Every overlap of two highlights would draw both lines: what is painted must not overlap. */
function flatten(marks: readonly Mark[]): Mark[] {
  const edges = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const flat: Mark[] = [];
  edges.forEach((start, i) => {
    const end = edges[i + 1];
    if (end === undefined) return;
    const style = strongest(marks.filter((mark) => mark.start <= start && mark.end >= end));
    if (!style) return;
    const last = flat.at(-1);
    if (last?.end === start && last.style === style) flat[flat.length - 1] = { ...last, end };
    else flat.push({ start, end, style });
  });
  return flat;
}

function strongest(marks: readonly Mark[]): Style | undefined {
  return marks
    .map(({ style }) => style)
    .sort((a, b) => STRENGTH.indexOf(b) - STRENGTH.indexOf(a))[0];
}
