/** `try --explain`: which rules and terms marked a paragraph, and what nearly did. */
import { basename } from 'node:path';
import { type ExplainedMention, explainMentions, type Proof } from '../../mentions/explain';
import { type NearMiss, nearest, nearMisses } from '../../mentions/near-miss';
import type { Trace } from '../../mentions/trace';
import type { ParsedPack } from '../parse';
import type { Path } from '../problem';
import { phrase } from './phrase';
import { gapWords, headOf, phraseOf, termWords } from './rule-words';
import type { Style } from './style';
import type { Block } from './texts';
import { padded, widthOf } from './width';

/** One paragraph with what was found there; offsets lead into its own text. */
export interface Explanation {
  readonly block: Block;
  readonly mentions: readonly ExplainedMention[];
  readonly nearly: readonly NearMiss[];
  /** Near misses that are not among `nearly`. */
  readonly more: number;
}

export interface ExplainOptions {
  /** Topics wanted; null for all. */
  readonly topics: ReadonlySet<string> | null;
  /** How many near misses of a paragraph. */
  readonly most: number;
}

/** @returns null where there is nothing to say */
export function explain(
  trace: Trace,
  block: Block,
  { topics, most }: ExplainOptions,
): Explanation | null {
  const wanted = ({ topic }: { topic: string }) => topics === null || topics.has(topic);
  const traced = trace.read(block.text);
  const mentions = explainMentions(trace, traced).filter(wanted);
  const misses = nearMisses(trace, traced).filter(wanted);
  const nearly = nearest(misses, most);
  if (mentions.length + nearly.length === 0) return null;
  return { block, mentions, nearly, more: misses.length - nearly.length };
}

/** A line of an explanation: what stands in the text, which rule it is, where that is written. */
interface Row {
  readonly depth: number;
  readonly sign: string;
  readonly found: string;
  readonly words: string;
  readonly path: Path | null;
}

function proofRows(
  { rule, found, parts, given }: Proof,
  text: string,
  depth = 0,
  sign = '',
): Row[] {
  if (rule.op === 'list') {
    const [term] = found.terms;
    const more = found.terms.length > 1 ? `, and ${found.terms.length - 1} more` : '';
    const words = termWords(rule, term) + more;
    return [{ depth, sign, found: phraseOf(text, found), words, path: term?.path ?? rule.path }];
  }
  const givenRows = (at: number) => given.flatMap((part) => proofRows(part, text, at, 'given '));
  // An `any` lets one of its parts through as it is: it has nothing to add but what it asks for besides.
  if (rule.op === 'any') {
    return [...parts.flatMap((part) => proofRows(part, text, depth, sign)), ...givenRows(depth)];
  }
  return [
    { depth, sign, found: '', words: headOf(rule), path: rule.path },
    ...parts.flatMap((part) => proofRows(part, text, depth + 1)),
    ...givenRows(depth + 1),
  ];
}

function missRows({ present, gaps }: NearMiss, text: string): Row[] {
  return [
    ...present.map(({ rule, found }) => {
      const [term] = found.terms;
      const words = termWords(rule, term);
      const path = term?.path ?? rule.path;
      return { depth: 0, sign: '+ ', found: phraseOf(text, found), words, path };
    }),
    ...gaps.map((gap) => {
      const path = gap.kind === 'excluded' ? (gap.by.found.terms[0]?.path ?? null) : null;
      return { depth: 0, sign: '- ', found: '', words: gapWords(gap, text), path };
    }),
  ];
}

const INDENT = '  ';
/** What stands in the text is aligned up to here; a longer phrase pushes its own line. */
const MAX_COLUMN = 40;

/** Where in the pack: enough for its author, who knows the folder. */
function placeWords(path: Path, locate: ParsedPack['locate']): string {
  const { file, line } = locate(path);
  return `${basename(file)}:${line}`;
}

function lines(rows: readonly Row[], margin: string, locate: ParsedPack['locate'], style: Style) {
  const headed = ({ depth, sign, found }: Row) => INDENT.repeat(depth) + sign + found;
  const widths = rows.filter(({ found }) => found !== '').map((row) => widthOf(headed(row)));
  const column = Math.min(MAX_COLUMN, Math.max(0, ...widths));
  return rows
    .map((row) => {
      const { depth, sign, found, words, path } = row;
      const place = path === null ? '' : style.dim(`  ${placeWords(path, locate)}`);
      const lead = INDENT.repeat(depth) + style.dim(sign);
      if (found === '') {
        const said = sign === '- ' ? style.warning(`${sign}${words}`) : lead + words;
        return `${margin}${said}${place}\n`;
      }
      const space = ' '.repeat(Math.max(0, column - widthOf(headed(row))));
      return `${margin}${lead}${style.bold(found)}${space}  ${words}${place}\n`;
    })
    .join('');
}

/** Why a mention came about, line by line. */
export function proofText(
  proof: Proof,
  text: string,
  margin: string,
  locate: ParsedPack['locate'],
  style: Style,
): string {
  return lines(proofRows(proof, text), margin, locate, style);
}

/** Which rule it nearly was, what of it is there, and what kept it from holding. */
export function missText(
  miss: NearMiss,
  text: string,
  margin: string,
  locate: ParsedPack['locate'],
  style: Style,
): string {
  const place = style.dim(`  ${placeWords(miss.rule.path, locate)}`);
  return `${headOf(miss.rule)}${place}\n${lines(missRows(miss, text), margin, locate, style)}`;
}

/**
 * A paragraph's explanation for people.
 * @param locate where the pack's rules are written
 */
export function explanationText(
  { block: { number, text }, mentions, nearly, more }: Explanation,
  locate: ParsedPack['locate'],
  style: Style,
): string {
  const widest = Math.max(0, ...mentions.map(({ topic }) => widthOf(topic)));
  const margin = ' '.repeat(10);
  const place = (first: boolean) => style.dim((first ? String(number) : '').padStart(6));
  let out = '';
  mentions.forEach(({ topic, proof }, i) => {
    const marked = phrase(text, proof.found, style);
    out += `${place(i === 0)}  ${padded(topic, widest)}  ${marked}\n`;
    out += proofText(proof, text, margin, locate, style);
  });
  nearly.forEach((miss, i) => {
    const why = missText(miss, text, margin, locate, style);
    out += `${place(i === 0 && mentions.length === 0)}  ${style.dim('nearly')}  ${miss.topic}: ${why}`;
  });
  if (more > 0) out += `        ${style.dim(`${more} more nearly; --all shows them`)}\n`;
  return out;
}
