/** What a pack may be valid and still get wrong. */
import type { Pack } from '../model';
import { type Check, isPlacedRecord, type LintContext, placedEntries } from './lint/context';
import {
  answerBeforeRecord,
  eventBeforeItsTelling,
  futureDates,
  sourceBeforeRecord,
  undatedRecords,
} from './lint/dates';
import {
  danglingReferences,
  denialsOfSomething,
  relationCircles,
  sameAsOwnTopic,
  selfRelations,
  uniqueIds,
} from './lint/references';
import { commonTerms, refusedRules, selfExcludingRules, unknownLists } from './lint/rules';
import {
  namedTranslators,
  noMarkup,
  noTurning,
  packLanguage,
  repeatedSpeaker,
  usableContact,
} from './lint/texts';
import { idleTopics, unusedEntries, unusedTerms } from './lint/usage';
import type { ParsedPack } from './parse';
import { byPlace, type Problem } from './problem';

const CHECKS: readonly Check[] = [
  uniqueIds,
  danglingReferences,
  sameAsOwnTopic,
  selfRelations,
  relationCircles,
  denialsOfSomething,
  futureDates,
  eventBeforeItsTelling,
  sourceBeforeRecord,
  answerBeforeRecord,
  idleTopics,
  unusedEntries,
  unusedTerms,
  unknownLists,
  refusedRules,
  selfExcludingRules,
  commonTerms,
  repeatedSpeaker,
  noMarkup,
  noTurning,
  usableContact,
  packLanguage,
  namedTranslators,
];

function contextOf(pack: Pack, now: number, say: LintContext['say']): LintContext {
  const entries = placedEntries(pack);
  const byId = new Map<string, (typeof entries)[number]>();
  for (const placed of entries) {
    if (!byId.has(placed.entry.id)) byId.set(placed.entry.id, placed);
  }
  return { pack, entries, records: entries.filter(isPlacedRecord), byId, now, say };
}

export interface LintReport {
  /** In the order of the files and lines. */
  readonly problems: readonly Problem[];
  /** Ids of records without any date, their sources' included: not wrong, but worth a second look. */
  readonly undated: readonly string[];
}

/**
 * All problems of a pack: those that keep it from being one, else what its checks find.
 * @param parsed a pack as read by `parsePack`
 * @param now the day to measure "in the future" by, in milliseconds since 1970 UTC
 * @param progress for a bar that grows with every check
 */
export function lintPack(
  parsed: ParsedPack,
  now: number,
  progress: (label: string, total: number) => () => void = () => () => {},
): LintReport {
  const { pack, problems } = parsed;
  if (!pack) return { problems, undated: [] };
  const found: Problem[] = [...problems];
  const context = contextOf(pack, now, (severity, path, message, mend) => {
    found.push({
      severity,
      ...parsed.locate(path),
      record: parsed.recordAt(path),
      message,
      mend,
    });
  });
  const tick = progress('Checking the pack', CHECKS.length);
  for (const check of CHECKS) {
    check(context);
    tick();
  }
  return { problems: found.sort(byPlace), undated: undatedRecords(context) };
}
