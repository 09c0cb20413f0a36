/** From a stored record to what a card or a search result shows of it. */
import type { CorrectionView, RecordView, RelationView } from '../messages';
import {
  type Entry,
  isRecord,
  type LocalText,
  RELATIONS,
  type RecordEntry,
  type RelationType,
  type Tombstone,
} from '../model';
import { originalOf, pickText, printDate, viewDate, viewFigures } from './language';
import { newsOf } from './news';
import { keyOf, type Scene } from './scene';
import { viewSources } from './source-view';
import { outbound } from './surroundings';

/**
 * Relations listed of one record, and corrections; a pack may have all its records name each other. What a record
 * states itself comes first.
 */
const MAX_RELATIONS = 64;
const MAX_CORRECTIONS = 16;

function viewSpeakers(ids: readonly string[] | undefined, scene: Scene): string[] {
  const { pack, surroundings, language } = scene;
  return (ids ?? []).map((id) => {
    const actor = surroundings.actors.get(id);
    return actor ? pickText(actor.name, language.locale, pack.language).text : id;
  });
}

/** One relation of a record, as its surroundings have it. */
type OneRelation = { readonly type: RelationType; readonly record: string };

function viewRelation(
  direction: RelationView['direction'],
  { type, record: id }: OneRelation,
  scene: Scene,
): RelationView | null {
  const other = scene.surroundings.others.get(id);
  // A withdrawn record, or one of a pack that is not here: there is nobody to name.
  if (!other) return null;
  return {
    type,
    direction,
    record: keyOf(scene.pack, id),
    speakers: viewSpeakers(other.by, scene),
    date: viewDate(other.date, scene.language),
  };
}

/** Relations that the record states, then those that others state to it; by type, then by date. */
function viewRelations(record: RecordEntry, scene: Scene): RelationView[] {
  const views: RelationView[] = [];
  const add = (direction: RelationView['direction'], stated: readonly OneRelation[]) => {
    for (const one of stated) {
      if (views.length === MAX_RELATIONS) return;
      const view = viewRelation(direction, one, scene);
      if (view) views.push(view);
    }
  };
  add('out', outbound(record));
  const inbound = scene.surroundings.inbound.get(record.id) ?? [];
  add(
    'in',
    inbound.length < 2
      ? inbound
      : inbound.toSorted((a, b) => RELATIONS.indexOf(a.type) - RELATIONS.indexOf(b.type)),
  );
  return views;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What one record corrects in another: each date and the figures that differ, else the wording. */
function viewCorrection(record: RecordEntry, by: RecordEntry, scene: Scene): CorrectionView[] {
  const { pack, language } = scene;
  const common = {
    record: keyOf(pack, by.id),
    reported: null,
    corrected: null,
    figures: null,
    text: pickText(by.text, language.locale, pack.language),
    source: viewSources(by, scene)[0] ?? null,
  };
  const corrections: CorrectionView[] = [];
  const compareDates = (field: 'made' | 'when') => {
    const reported = viewDate(record[field], language);
    const corrected = viewDate(by[field], language);
    if (!reported || !corrected || reported.edtf === corrected.edtf) return;
    corrections.push({ ...common, field, reported, corrected });
  };
  // Somebody else's correction was of course made on another day: that corrects no date.
  if (same(record.by, by.by)) compareDates('made');
  compareDates('when');
  const reported = viewFigures(record.quantity, language);
  const corrected = viewFigures(by.quantity, language);
  if (reported.length && corrected.length && !same(reported, corrected)) {
    corrections.push({ ...common, field: 'figures', figures: { reported, corrected } });
  }
  return corrections.length ? corrections : [{ ...common, field: 'text' }];
}

function viewCorrections(record: RecordEntry, scene: Scene): CorrectionView[] {
  const { inbound, correctors } = scene.surroundings;
  const by = (inbound.get(record.id) ?? []).flatMap(({ type, record: id }) =>
    type === 'corrects' ? (correctors.get(id) ?? []) : [],
  );
  return by.slice(0, MAX_CORRECTIONS).flatMap((one) => viewCorrection(record, one, scene));
}

function viewAbout(about: readonly string[], { pack, topics, language }: Scene): string[] {
  return about.flatMap((id) => {
    const topic = topics.get(id);
    return topic ? [pickText(topic.name, language.locale, pack.language).text] : [];
  });
}

const viewNews = (entry: Entry, { pack, asking }: Scene): RecordView['news'] =>
  newsOf(asking.seen, keyOf(pack, entry.id), entry);

function viewTombstone(entry: { kind: 'tombstone' } & Tombstone, scene: Scene): RecordView {
  const { pack, language } = scene;
  const pick = (text: LocalText) => pickText(text, language.locale, pack.language);
  return {
    key: keyOf(pack, entry.id),
    kind: 'statement',
    form: null,
    speakers: [],
    made: null,
    when: null,
    text: pick(entry.text ?? ''),
    original: null,
    figures: [],
    sources: [],
    relations: [],
    corrections: [],
    about: viewAbout(entry.about, scene),
    withdrawn: {
      date: printDate(entry.withdrawn, language),
      reason: pick(entry.reason).text,
    },
    news: viewNews(entry, scene),
  };
}

/** @returns what is shown of a record or tombstone; null for any other entry */
export function viewRecord(entry: Entry, scene: Scene): RecordView | null {
  if (entry.kind === 'tombstone') return viewTombstone(entry, scene);
  if (!isRecord(entry)) return null;
  const { pack, language } = scene;
  const text = pickText(entry.text, language.locale, pack.language);
  return {
    key: keyOf(pack, entry.id),
    kind: entry.kind,
    form: entry.form ?? null,
    speakers: viewSpeakers(entry.by, scene),
    made: viewDate(entry.made, language),
    when: viewDate(entry.when, language),
    text,
    original: originalOf(entry.text, text, pack.language),
    figures: viewFigures(entry.quantity, language),
    sources: viewSources(entry, scene),
    relations: viewRelations(entry, scene),
    corrections: viewCorrections(entry, scene),
    about: viewAbout(entry.about, scene),
    withdrawn: null,
    news: viewNews(entry, scene),
  };
}
