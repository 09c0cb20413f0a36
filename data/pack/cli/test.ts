/** `cli test PACK --gold FILE` */
import { parseArgs } from 'node:util';
import { findMentions } from '../../mentions/matcher';
import { type Score, type ScoreSheet, score } from '../../mentions/score';
import { openTrace } from '../../mentions/trace';
import { type Command, SHIPPED_PACK, type Terminal, UsageError } from './command';
import { differencesJson, differencesText, type PlacedDifference, placed } from './differences';
import { type LabelledText, readGold } from './gold';
import { mentionsIn } from './mentions';
import { openPack } from './open-pack';
import { count, problemLines } from './report';
import { scoreTables } from './score-table';
import { styleOf } from './style';
import { wantedTopics } from './topics';

const help = `Usage: npm run -s cli -- test PACK --gold FILE [--topic ID] [--lang TAG] [--explain] [--all] [--json]
                              [--min-precision SHARE] [--min-recall SHARE]

Holds a pack against texts of which somebody has said what should be marked, and prints precision,
recall and F1 by language and topic, then every false mark and every miss in context. False marks in texts
that should show nothing come first. docs/labelled-texts.md describes FILE and how it is counted.

  --gold FILE            a line of JSON a text; the texts lie beside it in texts/, or in the lines
  --topic ID             this topic only; may be given several times
  --lang TAG             texts in this language only (en, pt-BR); may be given several times
  --explain              for each false mark the rules and terms that held, for each miss the rule that
                         nearly did, and what kept it from holding
  --all                  scores of every topic in every language, also where nothing is wrong
  --min-precision SHARE  exit with 1 when precision over all that was counted is below this, 0 to 1
  --min-recall SHARE     the same for recall
  --json                 one line of JSON, and nothing else, on stdout
  --help                 this text

Exit code: 0 counted, 1 the pack, FILE or a text could not be used, or a score is below what was asked
for, 2 not understood.

Examples:
  npm run -s cli -- test my-pack/ --gold gold.jsonl --explain
  npm run -s cli -- test my-pack/ --gold gold.jsonl --lang en --min-precision 0.97 --min-recall 0.94
  npm run -s cli -- test ${SHIPPED_PACK} --gold ../shared/mentions-dev/gold.jsonl --json | jq .all
`;

/** @throws {UsageError} for anything but a share */
function shareOf(option: string, value: string | undefined): number {
  if (value === undefined) return 0;
  const share = Number(value);
  if (value.trim() !== '' && share >= 0 && share <= 1) return share;
  throw new UsageError(
    `${option} is not a share ("${value}"). Write a number from 0 to 1, such as 0.95.`,
  );
}

/** @throws {UsageError} for a language that no text has */
function inLanguages(
  texts: readonly LabelledText[],
  wanted: readonly string[] | undefined,
): readonly LabelledText[] {
  if (wanted === undefined) return texts;
  const known = new Set(texts.map(({ lang }) => lang));
  for (const lang of wanted) {
    if (!known.has(lang)) {
      throw new UsageError(`No text is in "${lang}". There is: ${[...known].sort().join(', ')}.`);
    }
  }
  return texts.filter(({ lang }) => wanted.includes(lang));
}

interface Differences {
  /** Marked in texts without a label. */
  readonly silent: readonly PlacedDifference[];
  readonly wrong: readonly PlacedDifference[];
  readonly missed: readonly PlacedDifference[];
}

function differencesOf(sheet: ScoreSheet, texts: readonly LabelledText[]): Differences {
  const byId = new Map(texts.map((text) => [text.id, text]));
  const place = (all: ScoreSheet['missed']) =>
    all.flatMap((difference) => {
      const text = byId.get(difference.text);
      return text === undefined ? [] : [placed(difference, text)];
    });
  const wrong = place(sheet.wrong);
  const isSilent = ({ labelled }: PlacedDifference) => labelled.mentions.length === 0;
  return {
    silent: wrong.filter(isSilent),
    wrong: wrong.filter((difference) => !isSilent(difference)),
    missed: place(sheet.missed),
  };
}

/** Says which scores are below what was asked for. */
function belowMinimum(
  { precision, recall }: Score,
  minimum: { readonly precision: number; readonly recall: number },
  terminal: Terminal,
): boolean {
  const below = [
    ...(precision < minimum.precision
      ? [['Precision', precision, minimum.precision] as const]
      : []),
    ...(recall < minimum.recall ? [['Recall', recall, minimum.recall] as const] : []),
  ];
  for (const [name, reached, asked] of below) {
    // Rounded down, so that what is below never looks as if it were not.
    terminal.err(`${name} is ${Math.floor(reached * 10_000) / 10_000}, below ${asked}.\n`);
  }
  return below.length > 0;
}

export const testPack: Command = {
  name: 'test',
  summary: 'precision and recall of a pack on labelled texts, with every miss and false mark',
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args,
      options: {
        gold: { type: 'string' },
        topic: { type: 'string', multiple: true },
        lang: { type: 'string', multiple: true },
        explain: { type: 'boolean' },
        all: { type: 'boolean' },
        json: { type: 'boolean' },
        'min-precision': { type: 'string' },
        'min-recall': { type: 'string' },
      },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new UsageError('Name one pack: a YAML file or a folder.');
    if (values.gold === undefined) throw new UsageError('Name the labelled texts: --gold FILE.');
    const minimum = {
      precision: shareOf('--min-precision', values['min-precision']),
      recall: shareOf('--min-recall', values['min-recall']),
    };
    const open = await openPack(path, terminal);
    if (!open) return 1;
    const { pack, matcher, locate } = open;
    const topics = wantedTopics(pack, values.topic);
    const gold = await readGold(values.gold, pack);
    if (gold.problems.length > 0) {
      terminal.err(problemLines(gold.problems, { ...terminal, colours: false }));
      terminal.err(`Nothing is counted before this is mended.\n`);
      return 1;
    }

    const wanted = ({ topic }: { readonly topic: string }) => topics === null || topics.has(topic);
    const texts = inLanguages(gold.texts, values.lang);
    const labelled = texts.map((text) => ({ ...text, mentions: text.mentions.filter(wanted) }));
    const found = new Map(
      texts.map(({ id, page }) => [
        id,
        mentionsIn(page, (text) => findMentions(matcher, text)).filter(wanted),
      ]),
    );
    const sheet = score(labelled, found);
    const differences = differencesOf(sheet, texts);
    const quiet = texts.filter(({ mentions }) => mentions.length === 0).length;

    const reasons = values.explain ? { trace: openTrace(pack), locate } : null;
    if (values.json) {
      const { all, languages, allTopics, topics: both } = sheet;
      const line = {
        texts: texts.length,
        silentTexts: quiet,
        all,
        languages,
        topics: allTopics,
        languageTopics: both,
        markedInSilentTexts: differencesJson(differences.silent, false, reasons),
        markedWrongly: differencesJson(differences.wrong, false, reasons),
        missed: differencesJson(differences.missed, true, reasons),
      };
      terminal.out(`${JSON.stringify(line)}\n`);
    } else {
      const style = styleOf(terminal);
      const said = `${count(texts.length, 'text')}, ${quiet} of them without anything to mark; `;
      terminal.out(`${said}${count(sheet.all.found + sheet.all.missed, 'mention')} to find.\n\n`);
      terminal.out(scoreTables(sheet, values.all ?? false, style));
      const say = (title: string, some: readonly PlacedDifference[], isMiss = false) =>
        terminal.out(differencesText(title, some, isMiss, style, reasons));
      say('Marked where nothing should be', differences.silent);
      say('Marked wrongly', differences.wrong);
      say('Missed', differences.missed, true);
    }
    return belowMinimum(sheet.all, minimum, terminal) ? 1 : 0;
  },
};
