/** The mentions of a file, for people and for programs. */
import type { Mention } from '../../mentions/matcher';
import { phrase } from './phrase';
import type { Style } from './style';
import type { FileText } from './texts';

/** A mention with its place in the whole file. */
export interface FileMention extends Mention {
  /** The line of a text, the paragraph of a page. */
  readonly number: number;
  /** The hull of its parts, in UTF-16 units of the file's text; so are they. */
  readonly start: number;
  readonly end: number;
}

/**
 * @param find the mentions of one block
 * @returns the mentions of a file in reading order
 */
export function mentionsIn(
  { blocks }: FileText,
  find: (text: string) => readonly Mention[],
): FileMention[] {
  return blocks
    .flatMap(({ text, start: at, number }) =>
      find(text).map(({ topic, parts }) => ({
        number,
        topic,
        start: at + Math.min(...parts.map(([start]) => start)),
        end: at + Math.max(...parts.map(([, end]) => end)),
        parts: parts.map(([start, end]) => [at + start, at + end] as const),
      })),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.topic < b.topic ? -1 : 1));
}

/** A line of JSON each. */
export function mentionsJson(
  file: string,
  { text }: FileText,
  mentions: readonly FileMention[],
): object[] {
  return mentions.map(({ topic, start, end, parts }) => ({
    file,
    topic,
    start,
    end,
    text: text.slice(start, end),
    parts,
  }));
}

/** A line each: where, which topic, what stands there. */
export function mentionsTable(
  { text }: FileText,
  mentions: readonly FileMention[],
  style: Style,
): string {
  const widest = Math.max(...mentions.map(({ topic }) => topic.length));
  return mentions
    .map((mention) => {
      const number = style.dim(String(mention.number).padStart(4));
      return `  ${number}  ${mention.topic.padEnd(widest)}  ${phrase(text, mention, style)}\n`;
    })
    .join('');
}
