/** The next version of a generated pack: a share of its records changed, as news changes them, or anywhere. */
import type { Pack, RecordEntry } from '../../../data/model';
import { RECORD_KINDS, SECTIONS, type Section } from '../../../data/model';
import { type Random, random } from '../mentions/random';

/** In a hundred of the changed: new records, and withdrawn ones; the others say something a little different. */
const NEW = 40;
const WITHDRAWN = 5;

type Row = Omit<RecordEntry, 'kind'>;

const sections = (Object.keys(SECTIONS) as Section[]).filter((section) =>
  (RECORD_KINDS as readonly string[]).includes(SECTIONS[section]),
) as ('claims' | 'denials' | 'statements' | 'events')[];

const countOf = (pack: Pack) => sections.reduce((sum, section) => sum + pack[section].length, 0);

/** One text more exact than before, in whatever language. */
function corrected(text: Row['text'], dice: Random): Row['text'] {
  const more = (said: string) => `${said.slice(0, -1)}, ${1 + dice.below(31)}.`;
  if (typeof text === 'string') return more(text);
  return Object.fromEntries(
    Object.entries(text).map(([language, said]) => [
      language,
      typeof said === 'string' ? more(said) : { ...said, text: more(said.text) },
    ]),
  );
}

/** Changes the chosen records: some are followed by a new one, a few withdrawn, the others corrected. */
function changeRecords(pack: Pack, chosen: ReadonlySet<string>, dice: Random): Pack {
  const tombstones = [...pack.tombstones];
  const lists = sections.map((section) => {
    const rows = pack[section].flatMap((row: Row): Row[] => {
      if (!chosen.has(row.id)) return [row];
      const way = dice.below(100);
      if (way < NEW) {
        return [
          row,
          { ...row, id: `${row.id}-${dice.below(1e6)}`, text: corrected(row.text, dice) },
        ];
      }
      if (way >= NEW + WITHDRAWN) return [{ ...row, text: corrected(row.text, dice) }];
      const { id, about } = row;
      tombstones.push({ id, about, withdrawn: '2025-01-02', reason: 'The source took it back.' });
      return [];
    });
    return [section, rows];
  });
  return { ...pack, ...Object.fromEntries(lists), tombstones };
}

/**
 * News: a few topics in which everything is said anew.
 * @param share of the records that change
 * @param seed another gives another version
 */
export function changeTopics(pack: Pack, share: number, seed: number): Pack {
  const dice = random(seed);
  const byTopic = new Map<string, Row[]>();
  for (const row of sections.flatMap((section): Row[] => pack[section])) {
    const [home = ''] = row.about;
    const rows = byTopic.get(home);
    if (rows) rows.push(row);
    else byTopic.set(home, [row]);
  }
  const topics = pack.topics.map(({ id }) => id);
  const chosen = new Set<string>();
  const wanted = Math.ceil(countOf(pack) * share);
  while (chosen.size < wanted) {
    for (const { id } of byTopic.get(dice.of(topics)) ?? []) {
      if (chosen.size < wanted) chosen.add(id);
    }
  }
  return changeRecords(pack, chosen, dice);
}

/**
 * Records anywhere, each as likely as the others: the worst that can be done to a layout by topic.
 * @param share of the records that change
 */
export function changeScattered(pack: Pack, share: number, seed: number): Pack {
  const dice = random(seed);
  const ids = sections.flatMap((section) => pack[section].map(({ id }) => id));
  const chosen = new Set<string>();
  while (chosen.size < ids.length * share) chosen.add(dice.of(ids));
  return changeRecords(pack, chosen, dice);
}
