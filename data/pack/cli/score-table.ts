/** Scores in a terminal. */
import type { Score, ScoreSheet } from '../../mentions/score';
import type { Style } from './style';
import { padded, widthOf } from './width';

/** Room for "1.000" and two spaces before it. */
const LEAST_WIDTH = 7;
const HEADINGS = ['precision', 'recall', 'F1', 'right', 'wrong', 'found', 'missed'];

type Row = readonly [name: string, score: Score];

/** A share of nothing is no share. */
const share = (value: number, of: number) => (of === 0 ? '–' : value.toFixed(3));

function cells({ precision, recall, f1, right, wrong, found, missed }: Score): string[] {
  const [marked, labelled] = [right + wrong, found + missed];
  return [
    share(precision, marked),
    share(recall, labelled),
    share(f1, marked + labelled),
    ...[right, wrong, found, missed].map(String),
  ];
}

function table(rows: readonly Row[], title: string, widest: number, style: Style): string {
  const line = (name: string, columns: readonly string[]) =>
    `  ${padded(name, widest)}${columns.map((cell, i) => cell.padStart(Math.max(LEAST_WIDTH, (HEADINGS[i]?.length ?? 0) + 2))).join('')}`;
  const head = `${style.bold(line(title, HEADINGS).trimEnd())}\n`;
  const body = rows.map(([name, score]) => {
    const written = line(name, cells(score));
    return `${score.wrong + score.missed > 0 ? style.warning(written) : written}\n`;
  });
  return head + body.join('');
}

/** Alphabetical, so that two runs can be laid side by side. */
const sorted = (scores: Readonly<Record<string, Score>>): Row[] =>
  Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * Scores by language, by topic, and by both.
 * @param all also topics of a language of which nothing is wrong
 */
export function scoreTables(sheet: ScoreSheet, all: boolean, style: Style): string {
  const languages = sorted(sheet.languages);
  const topics = sorted(sheet.allTopics);
  const total: Row = ['all', sheet.all];
  const both = Object.entries(sheet.topics)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([lang, scores]) =>
      sorted(scores).map(([topic, score]): Row => [`${lang} ${topic}`, score]),
    )
    .filter(([, { wrong, missed }]) => all || wrong + missed > 0);
  const tables: [title: string, rows: Row[]][] = [
    ['language', [...languages, total]],
    ['topic', topics],
    [all ? 'both' : 'both, where not all is right', both],
  ];
  const shown = tables.filter(([, rows]) => rows.length > 0);
  const widest = Math.max(
    ...shown.flatMap(([title, rows]) => [title, ...rows.map(([name]) => name)]).map(widthOf),
  );
  return shown.map(([title, rows]) => table(rows, title, widest, style)).join('\n');
}
