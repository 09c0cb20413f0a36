/** What a pack missed of labelled texts, and what it marked that is no mention. */
import { explainMentions } from '../../mentions/explain';
import { nearMisses } from '../../mentions/near-miss';
import type { Difference } from '../../mentions/score';
import type { Trace } from '../../mentions/trace';
import type { ParsedPack } from '../parse';
import { inContext } from './context';
import { missText, proofText } from './explanation';
import type { LabelledText } from './gold';
import { typed } from './report';
import type { Style } from './style';
import type { Block } from './texts';

/** A difference with its text. */
export interface PlacedDifference extends Difference {
  readonly labelled: LabelledText;
  /** The paragraph that it begins in. */
  readonly block: Block;
}

/**
 * @returns the difference, or null when it begins in no paragraph: between two of them, say
 */
export function placed(difference: Difference, labelled: LabelledText): PlacedDifference {
  const { blocks } = labelled.page;
  const block = blocks.findLast(({ start }) => start <= difference.start) ?? blocks[0];
  return { ...difference, labelled, block: block ?? { text: '', start: 0, number: 1 } };
}

/** `texts/12.txt:3`; for a text in the gold file, the line there. */
export function placeWords({ labelled: { file, line }, block }: PlacedDifference): string {
  return `${typed(file)}:${line ?? block.number}`;
}

/** Ranges of the file's text as ranges of a block's, as far as they reach into it. */
function inBlock({ parts, block }: PlacedDifference): [number, number][] {
  return parts.map(([start, end]) => [
    start - block.start,
    Math.min(end - block.start, block.text.length),
  ]);
}

/** Why a text was marked, or not, for those who have the pack's rules before them. */
export interface Reasons {
  readonly trace: Trace;
  readonly locate: ParsedPack['locate'];
}

const MARGIN = ' '.repeat(6);

function reasonText(
  difference: PlacedDifference,
  { trace, locate }: Reasons,
  style: Style,
  isMiss: boolean,
): string {
  const { text } = difference.block;
  const traced = trace.read(text);
  const parts = inBlock(difference);
  const [start, end] = [parts[0]?.[0] ?? 0, parts.at(-1)?.[1] ?? 0];
  const meets = (other: { readonly start: number; readonly end: number }) =>
    other.start < end && start < other.end;
  if (!isMiss) {
    return explainMentions(trace, traced)
      .filter(({ topic, proof }) => topic === difference.topic && meets(proof.found))
      .map(({ proof }) => proofText(proof, text, MARGIN, locate, style))
      .join('');
  }
  const [nearest] = nearMisses(trace, traced, true).filter(
    (miss) => miss.topic === difference.topic && meets(miss),
  );
  if (nearest === undefined) return `${MARGIN}nothing of any rule stands there\n`;
  return `${MARGIN}${style.dim('nearly')}  ${missText(nearest, text, `${MARGIN}  `, locate, style)}`;
}

/**
 * Differences for people, each with the words around it.
 * @param title what they are; nothing is printed of none
 * @param reasons with it, also the rule that marked, or the one that nearly did
 */
export function differencesText(
  title: string,
  differences: readonly PlacedDifference[],
  isMiss: boolean,
  style: Style,
  reasons: Reasons | null,
): string {
  if (differences.length === 0) return '';
  const rows = differences.map((difference) => {
    const context = inContext(difference.block.text, inBlock(difference), style);
    const place = `${style.bold(placeWords(difference))}  ${difference.topic}  ${style.dim(difference.lang)}`;
    const reason = reasons === null ? '' : reasonText(difference, reasons, style, isMiss);
    return `  ${place}\n    ${context}\n${reason}`;
  });
  return `\n${style.warning(`${title}: ${differences.length}`)}\n${rows.join('')}`;
}

/** A difference for programs. */
export function differenceJson(difference: PlacedDifference) {
  const { text: id, lang, topic, start, end, parts, labelled, block } = difference;
  const { file, line, page } = labelled;
  return {
    id,
    file: typed(file),
    line: line ?? block.number,
    lang,
    topic,
    start,
    end,
    text: page.text.slice(start, end),
    parts,
  };
}
