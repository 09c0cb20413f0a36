/** What a pack missed of labelled texts, and what it marked that is no mention. */
import { explainMentions, type Proof } from '../../mentions/explain';
import { type NearMiss, nearMisses } from '../../mentions/near-miss';
import type { Difference } from '../../mentions/score';
import type { Trace } from '../../mentions/trace';
import type { ParsedPack } from '../parse';
import { inContext } from './context';
import { missText, proofText } from './explanation';
import { jsonForms } from './explanation-json';
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

/** @param labelled the text that it is a difference of */
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

/** Where reasons come from. */
export interface Reasons {
  readonly trace: Trace;
  readonly locate: ParsedPack['locate'];
}

/** How it came to a false mark. */
function proofOf(difference: PlacedDifference, { trace }: Reasons): Proof | null {
  const { block, topic, start, end } = difference;
  const same = explainMentions(trace, trace.read(block.text)).find(
    ({ topic: other, proof: { found } }) =>
      other === topic && block.start + found.start === start && block.start + found.end === end,
  );
  return same?.proof ?? null;
}

/** What nearly held where a label was missed; null where nothing of any rule stands. */
function nearestTo(difference: PlacedDifference, { trace }: Reasons): NearMiss | null {
  const { block, topic, start, end } = difference;
  const nearest = nearMisses(trace, trace.read(block.text), true).find(
    (miss) =>
      miss.topic === topic && block.start + miss.start < end && start < block.start + miss.end,
  );
  return nearest ?? null;
}

const MARGIN = ' '.repeat(6);

function reasonText(
  difference: PlacedDifference,
  reasons: Reasons,
  style: Style,
  isMiss: boolean,
): string {
  const { text } = difference.block;
  const { locate } = reasons;
  if (!isMiss) {
    const proof = proofOf(difference, reasons);
    return proof === null ? '' : proofText(proof, text, MARGIN, locate, style);
  }
  const miss = nearestTo(difference, reasons);
  if (miss === null) return `${MARGIN}nothing of any rule stands there\n`;
  return `${MARGIN}${style.dim('nearly')}  ${missText(miss, text, `${MARGIN}  `, locate, style)}`;
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

function reasonJson(difference: PlacedDifference, reasons: Reasons, isMiss: boolean) {
  const { page } = difference.labelled;
  const forms = jsonForms(page.text, difference.block, reasons.locate);
  if (isMiss) {
    const miss = nearestTo(difference, reasons);
    return { nearly: miss && forms.miss(miss) };
  }
  const proof = proofOf(difference, reasons);
  return { rule: proof && forms.proof(proof) };
}

/** Differences for programs; see {@link differencesText}. */
export function differencesJson(
  differences: readonly PlacedDifference[],
  isMiss: boolean,
  reasons: Reasons | null,
): object[] {
  return differences.map((difference) => {
    const { text: id, lang, topic, start, end, parts, labelled, block } = difference;
    return {
      id,
      file: typed(labelled.file),
      line: labelled.line ?? block.number,
      lang,
      topic,
      start,
      end,
      text: labelled.page.text.slice(start, end),
      parts,
      ...(reasons && reasonJson(difference, reasons, isMiss)),
    };
  });
}
