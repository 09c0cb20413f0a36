/** Looks a query up in all segments. */
import { compareRank } from './build';
import { type Condition, conditionsOf, type Slip, slipsOf } from './conditions';
import type { Facet } from './facets';
import { UNDATED } from './index-file';
import { KINDS } from './kinds';
import type { Query } from './parse';
import { type Segment, speakersOf, speakingIn } from './segments';

export interface Hit {
  readonly segment: Segment;
  readonly document: number;
  readonly score: number;
}

/** What would be found if one condition were not. */
export interface Without {
  readonly condition: Condition;
  readonly total: number;
  /** The one nearest: where a time was asked for, the nearest to it; else the newest. */
  readonly nearest: Hit;
}

/** How many records there are for each choice of a facet, whatever is chosen of that facet now. */
export interface FacetCounts {
  /** By the numbers of kinds, withdrawn ones last. */
  readonly kinds: readonly number[];
  readonly packs: ReadonlyMap<string, number>;
  /** By pack and id of the speaker. */
  readonly speakers: readonly {
    readonly pack: string;
    readonly id: string;
    readonly count: number;
  }[];
  readonly years: ReadonlyMap<number, number>;
}

export interface LookedUp {
  readonly total: number;
  /** The best first: by score, then newest, undated last. */
  readonly hits: readonly Hit[];
  readonly facets: FacetCounts;
  readonly slips: readonly Slip[];
  /** Only where nothing was found. */
  readonly without: readonly Without[];
}

const HIDDEN = 2 ** 31;

const rankOf = ({ segment: { index }, document }: Hit) => ({
  start: index.starts[document] as number,
  id: index.ids[document] as number,
});

export function compareHits(a: Hit, b: Hit): number {
  const [x, y] = [a.segment.pack.id, b.segment.pack.id];
  return b.score - a.score || compareRank(rankOf(a), rankOf(b)) || (x < y ? -1 : x > y ? 1 : 0);
}

/** Keeps the best of some hits; of equals those that came first. */
function bestOf(limit: number) {
  const best: Hit[] = [];
  return {
    best,
    offer(segment: Segment, document: number, score: number): void {
      if (best.length >= limit && score <= (best.at(-1)?.score ?? Infinity)) return;
      let place = best.length;
      while (place > 0 && (best[place - 1] as Hit).score < score) place--;
      best.splice(place, 0, { segment, document, score });
      if (best.length > limit) best.pop();
    },
  };
}

/** The first minute of the year that a minute is in, and the year. */
function yearOf(minute: number): { year: number; from: number } {
  const year = new Date(minute * 60_000).getUTCFullYear();
  return { year, from: Date.UTC(year, 0, 1) / 60_000 };
}

interface Looking {
  readonly segment: Segment;
  readonly failed: Uint32Array;
  readonly scores: Uint32Array;
}

/** Used again by the next look-up: new ones would be a megabyte a key. */
const ROOM = new WeakMap<Segment['index'], Omit<Looking, 'segment'>>();

function roomFor({ index }: Segment): Omit<Looking, 'segment'> {
  const known = ROOM.get(index);
  if (known) {
    known.failed.fill(0);
    known.scores.fill(0);
    return known;
  }
  const room = {
    failed: new Uint32Array(index.documents),
    scores: new Uint32Array(index.documents),
  };
  ROOM.set(index, room);
  return room;
}

function look(segment: Segment, conditions: readonly Condition[]): Looking {
  const { documents } = segment.index;
  const { failed, scores } = roomFor(segment);
  if (segment.hidden) {
    for (let i = 0; i < documents; i++) if (segment.hidden[i] === 1) failed[i] = HIDDEN;
  }
  for (const [i, condition] of conditions.entries()) {
    condition.apply(segment, failed, scores, 2 ** i);
  }
  return { segment, failed, scores };
}

/** @returns all bits but that of a facet's condition */
function but(conditions: readonly Condition[], facet: Facet): number {
  const place = conditions.findIndex((condition) => condition.facet === facet);
  return place < 0 ? 0xffff_ffff : ~(2 ** place);
}

function countFacets(all: readonly Looking[], conditions: readonly Condition[]): FacetCounts {
  const kinds = new Array<number>(KINDS.length + 1).fill(0);
  const packs = new Map<string, number>();
  const years = new Map<number, number>();
  const speakers = new Map<string, { pack: string; id: string; count: number }>();
  const [notKind, notPack, notDate, notBy] = (['kind', 'in', 'date', 'by'] as const).map((facet) =>
    but(conditions, facet),
  ) as [number, number, number, number];
  // Whatever fails elsewhere counts nowhere.
  const notFacets = notKind & notPack & notDate & notBy;
  for (const { segment, failed } of all) {
    const { index, pack } = segment;
    let inPack = 0;
    let year = { year: 0, from: Infinity };
    const { starts, numbers } = speakingIn(segment);
    const said = new Uint32Array(speakersOf(segment).length);
    for (let i = 0; i < failed.length; i++) {
      const fails = failed[i] as number;
      if ((fails & notFacets) !== 0) continue;
      if ((fails & notBy) === 0) {
        const end = starts[i + 1] as number;
        for (let s = starts[i] as number; s < end; s++) {
          const number = numbers[s] as number;
          said[number] = (said[number] as number) + 1;
        }
      }
      if ((fails & notKind) === 0) {
        const kind = index.kinds[i] as number;
        kinds[kind] = (kinds[kind] as number) + 1;
      }
      if ((fails & notPack) === 0) inPack++;
      const start = index.starts[i] as number;
      if ((fails & notDate) === 0 && start !== UNDATED && start > -UNDATED + 1) {
        // Newest first: the year changes seldom.
        if (start < year.from) year = yearOf(start);
        years.set(year.year, (years.get(year.year) ?? 0) + 1);
      }
    }
    if (inPack > 0) packs.set(pack.id, (packs.get(pack.id) ?? 0) + inPack);
    speakersOf(segment).forEach((id, i) => {
      const count = said[i] as number;
      if (count === 0) return;
      const key = `${pack.id}#${id}`;
      const known = speakers.get(key);
      if (known) known.count += count;
      else speakers.set(key, { pack: pack.id, id, count });
    });
  }
  const most = [...speakers.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  return { kinds, packs, years, speakers: most };
}

/** How far a document is from the time that a condition asks for, in minutes; the newest first where it asks for none. */
function distance({ parts }: Condition, start: number, end: number): number {
  let most = 0;
  for (const part of parts) {
    if (part.type !== 'date') continue;
    const [from, to] = [part.from / 60_000, part.to / 60_000];
    most = Math.max(most, start === UNDATED ? Infinity : Math.max(from - end, start - to));
  }
  return most;
}

function withoutOne(all: readonly Looking[], conditions: readonly Condition[]): Without[] {
  return conditions.flatMap((condition, i) => {
    const bit = 2 ** i;
    let total = 0;
    let nearest: Hit | null = null;
    let least = Infinity;
    for (const { segment, failed } of all) {
      const { starts, ends } = segment.index;
      for (let document = 0; document < failed.length; document++) {
        if (failed[document] !== bit) continue;
        total++;
        const far = distance(condition, starts[document] as number, ends[document] as number);
        const hit = { segment, document, score: 0 };
        if (nearest === null || far < least || (far === least && compareHits(hit, nearest) < 0)) {
          nearest = hit;
          least = far;
        }
      }
    }
    return nearest ? [{ condition, total, nearest }] : [];
  });
}

/**
 * @param limit how many hits to give
 */
export function lookUp(segments: readonly Segment[], query: Query, limit: number): LookedUp {
  const conditions = query.parts.length === 0 ? [] : conditionsOf(segments, query);
  const all = conditions.length === 0 ? [] : segments.map((segment) => look(segment, conditions));
  let total = 0;
  const hits: Hit[] = [];
  for (const { segment, failed, scores } of all) {
    const { best, offer } = bestOf(limit);
    for (let i = 0; i < failed.length; i++) {
      if (failed[i] !== 0) continue;
      total++;
      offer(segment, i, scores[i] as number);
    }
    hits.push(...best);
  }
  hits.sort(compareHits);
  return {
    total,
    hits: hits.slice(0, limit),
    facets: countFacets(all, conditions),
    slips: conditions.length === 0 ? [] : slipsOf(segments, query),
    without: total > 0 ? [] : withoutOne(all, conditions),
  };
}
