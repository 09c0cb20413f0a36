/** What was found, for people and for programs. */
import type { Judged } from './judge';

export interface Tally {
  /** Pairs of a sentence and a topic. */
  readonly pairs: number;
  /** Those where a record that the sentence names stands first. */
  readonly right: number;
  readonly share: number;
  /** Those where that would be so in order of date. */
  readonly byDate: number;
}

const isRight = ({ shown, earliest, first }: Judged) => first.includes(shown ?? earliest ?? '');

export function tally(judged: readonly Judged[]): Tally {
  const right = judged.filter(isRight).length;
  const byDate = judged.filter(({ earliest, first }) => first.includes(earliest ?? '')).length;
  const share = judged.length === 0 ? 0 : Number((right / judged.length).toFixed(3));
  return { pairs: judged.length, right, share, byDate };
}

/** @returns a line for each pair where another record stands first */
export function showMisses(judged: readonly Judged[]): string {
  return judged
    .filter((one) => !isRight(one))
    .map(({ text, topic, words, shown, first }) =>
      [`${text} ${topic}: ${words}`, `    shown ${shown}`, `    named ${first.join(', ')}`].join(
        '\n',
      ),
    )
    .join('\n');
}

export function showTable(judged: readonly Judged[]): string {
  const languages = [...new Set(judged.map(({ lang }) => lang))].sort();
  const rows: [string, readonly Judged[]][] = [
    ...languages.map(
      (lang) => [lang, judged.filter((one) => one.lang === lang)] as [string, Judged[]],
    ),
    ['tuned on', judged.filter(({ heldOut }) => !heldOut)],
    ['held out', judged.filter(({ heldOut }) => heldOut)],
    ['all', judged],
  ];
  const lines = rows.map(([name, ofRow]) => {
    const { pairs, right, share, byDate } = tally(ofRow);
    const cells = [String(pairs), String(right), `${(share * 100).toFixed(0)} %`, String(byDate)];
    return name.padEnd(10) + cells.map((cell) => cell.padStart(9)).join('');
  });
  const head = ['pairs', 'right', 'share', 'by date'].map((cell) => cell.padStart(9)).join('');
  return [''.padEnd(10) + head, ...lines].join('\n');
}
