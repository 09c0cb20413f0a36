/**
 * Scores mentions against labelled texts.
 *
 * A mention is right when it overlaps a label of its topic; a label is found when a mention of its
 * topic overlaps it. Optional labels count neither way. Both are counted per topic and language.
 */
import type { Mention } from './matcher';

/** One line of a gold file. */
export interface GoldText {
  readonly id: string;
  /** BCP-47. */
  readonly lang: string;
  readonly mentions: readonly GoldMention[];
}

export interface GoldMention {
  readonly topic: string;
  /** UTF-16 offsets into the text, half-open. */
  readonly start: number;
  readonly end: number;
  /** A careful editor could mark it or not. */
  readonly optional?: boolean | undefined;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly right: number;
  readonly wrong: number;
  readonly found: number;
  readonly missed: number;
}

/** A label that no mention overlaps, or a mention that overlaps no label. */
export interface Difference {
  readonly text: string;
  readonly lang: string;
  readonly topic: string;
  /** The hull of its parts; all UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly parts: Mention['parts'];
}

export interface ScoreSheet {
  /** By language, then by topic. */
  readonly topics: Readonly<Record<string, Readonly<Record<string, Score>>>>;
  readonly languages: Readonly<Record<string, Score>>;
  /** All languages together, by topic. */
  readonly allTopics: Readonly<Record<string, Score>>;
  readonly all: Score;
  /** English, and all other languages together. */
  readonly english: Score;
  readonly others: Score;
  readonly missed: readonly Difference[];
  readonly wrong: readonly Difference[];
}

type Place = Pick<GoldMention, 'topic' | 'start' | 'end'>;

interface Tally {
  right: number;
  wrong: number;
  found: number;
  missed: number;
}

const emptyTally = (): Tally => ({ right: 0, wrong: 0, found: 0, missed: 0 });

function scoreOf({ right, wrong, found, missed }: Tally): Score {
  // Nothing marked is nothing marked wrongly; nothing to find is nothing missed.
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = found + missed === 0 ? 1 : found / (found + missed);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, right, wrong, found, missed };
}

const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (all, one) => ({
      right: all.right + one.right,
      wrong: all.wrong + one.wrong,
      found: all.found + one.found,
      missed: all.missed + one.missed,
    }),
    emptyTally(),
  );

/**
 * @param gold the labelled texts
 * @param predicted the mentions found in each text, by its id; a text without any may be left out
 */
export function score(
  gold: readonly GoldText[],
  predicted: ReadonlyMap<string, readonly Mention[]>,
): ScoreSheet {
  const tallies: Record<string, Record<string, Tally>> = {};
  const missed: Difference[] = [];
  const wrong: Difference[] = [];
  for (const { id, lang, mentions: labels } of gold) {
    tallies[lang] ??= {};
    const ofLanguage = tallies[lang];
    const tally = (topic: string) => {
      ofLanguage[topic] ??= emptyTally();
      return ofLanguage[topic];
    };
    const marks = (predicted.get(id) ?? []).map(({ topic, parts }) => ({
      topic,
      start: parts[0]?.[0] ?? 0,
      end: parts.at(-1)?.[1] ?? 0,
      parts,
    }));
    const overlap = (a: Place, b: Place) =>
      a.topic === b.topic && a.start < b.end && b.start < a.end;
    for (const mark of marks) {
      const met = labels.filter((label) => overlap(label, mark));
      if (met.some((label) => !label.optional)) tally(mark.topic).right++;
      else if (met.length === 0) {
        tally(mark.topic).wrong++;
        wrong.push({ text: id, lang, ...mark });
      }
    }
    for (const { optional, topic, start, end } of labels) {
      if (optional) continue;
      if (marks.some((mark) => overlap(mark, { topic, start, end }))) tally(topic).found++;
      else {
        tally(topic).missed++;
        missed.push({ text: id, lang, topic, start, end, parts: [[start, end]] });
      }
    }
  }
  const languages = Object.entries(tallies);
  const total = (wanted: (lang: string, topic: string) => boolean) =>
    scoreOf(
      sum(
        languages.flatMap(([lang, byTopic]) =>
          Object.entries(byTopic).flatMap(([topic, tally]) => (wanted(lang, topic) ? tally : [])),
        ),
      ),
    );
  const topics = [...new Set(languages.flatMap(([, byTopic]) => Object.keys(byTopic)))];
  return {
    topics: Object.fromEntries(
      languages.map(([lang, byTopic]) => [
        lang,
        Object.fromEntries(Object.entries(byTopic).map(([topic, t]) => [topic, scoreOf(t)])),
      ]),
    ),
    languages: Object.fromEntries(
      languages.map(([lang, byTopic]) => [lang, scoreOf(sum(Object.values(byTopic)))]),
    ),
    allTopics: Object.fromEntries(
      topics.map((topic) => [topic, total((_, other) => other === topic)]),
    ),
    all: total(() => true),
    english: total((lang) => lang === 'en'),
    others: total((lang) => lang !== 'en'),
    missed,
    wrong,
  };
}
