/** Entries that nothing leads to, so that no reader would ever see them. */
import { type Rule, SECTIONS } from '../../model';
import type { Check, LintContext } from './context';
import { listNames } from './rules';

const isUsed = (context: LintContext, used: ReadonlySet<string>, id: string) =>
  used.has(id) || used.has(`${context.pack.pack}#${id}`);

/** Sources and actors that no record names. */
export const unusedEntries: Check = (context) => {
  const { records, pack, say } = context;
  const sources = new Set(
    records.flatMap(({ entry }) => entry.sources.map(({ source }) => source)),
  );
  const actors = new Set([
    ...records.flatMap(({ entry }) => entry.by ?? []),
    ...pack.actors.flatMap(({ of }) => of ?? []),
  ]);
  const check = (section: 'sources' | 'actors', used: ReadonlySet<string>) => {
    for (const [index, { id }] of pack[section].entries()) {
      if (isUsed(context, used, id)) continue;
      const message = `no record names this ${SECTIONS[section]}`;
      say('warning', [section, index], message, 'Name it in a record, or remove it');
    }
  };
  check('sources', sources);
  check('actors', actors);
};

/** Topics that say nothing, and topics that no page can mention. */
export const idleTopics: Check = (context) => {
  const { pack, records, say } = context;
  const about = new Set([
    ...records.flatMap(({ entry }) => entry.about),
    ...pack.tombstones.flatMap((entry) => entry.about),
  ]);
  for (const [index, topic] of pack.topics.entries()) {
    const path = ['topics', index];
    if (!isUsed(context, about, topic.id)) {
      say('warning', path, 'no record is about this topic', 'Add a record, or remove the topic');
    }
    if (topic.mention === undefined) {
      say('warning', path, 'no page can mention this topic', 'Add mention: a term, list or rule');
    }
  }
};

/** Term lists that no rule uses. */
export const unusedTerms: Check = ({ pack, say }) => {
  const rules: Rule[] = pack.topics.flatMap(({ mention }) => mention ?? []);
  const used = new Set([...rules, ...Object.values(pack.terms).flat()].flatMap(listNames));
  for (const name of Object.keys(pack.terms)) {
    if (used.has(name)) continue;
    say('warning', ['terms', name], `no rule uses $${name}`, 'Use it in a rule, or remove it');
  }
};
