/**
 * An invented pack of any length with the proportions of a real one: topics of very different sizes, speakers and
 * publishers of whom a few are met everywhere, answers to what was said before, figures, quotations, eight languages.
 * Equal numbers give equal packs. A record is about 340 bytes as it travels.
 */
import type { Pack, RecordKind } from '../../../data/model';
import type { Language } from '../mentions/invented-words';
import { type Random, random } from '../mentions/random';
import { drawn, inventTexts, type Texts } from './texts';

const SEED = 20_241_024;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2015, 0, 1);
const DAYS = 3600;

/** Records of a topic are spread log-normally: half have nine or fewer, the mean is 21, one in thousands has a thousand. */
const TOPIC_SIZE = { mu: 2.2, sigma: 1.3, most: 2000 };

/** How many records share a source, an actor, a publisher. */
const PER_SOURCE = 8;
const PER_ACTOR = 50;
const PER_PUBLISHER = 400;

/** In a hundred. */
const KINDS: Readonly<Record<RecordKind, number>> = {
  claim: 55,
  statement: 23,
  denial: 12,
  event: 10,
};
const UNITS = ['soldiers', 'tonnes', 'villagers', 'euros', 'shells', 'votes', 'patients', 'homes'];
const ROLES = ['minister', 'spokesman', 'engineer', 'mayor', 'union', 'court', 'agency'];

export interface GeneratedRecord {
  kind: RecordKind;
  id: string;
  about: string[];
  by?: string[];
  made?: string;
  when?: string;
  form?: 'remark';
  text: string | Record<string, string>;
  quantity?: { value: number; unit: string }[];
  sources: { source: string; quote?: { exact: string } }[];
  relations?: Record<string, string[]>;
}

/** The standard normal (Box and Muller, 1958). */
const normal = (dice: Random) =>
  Math.sqrt(-2 * Math.log(1 - dice.next())) * Math.cos(2 * Math.PI * dice.next());

/** An index below `count`, low ones far more often: P(rank ≤ r) grows with its logarithm, as Zipf's law has it. */
const popular = (count: number, dice: Random) => Math.floor(count ** dice.next()) - 1;

const day = (days: number) => new Date(FIRST_DAY + days * DAY_MS).toISOString().slice(0, 10);

const inLanguage = (language: Language, text: string) =>
  language === 'en' ? text : { [language]: text };

interface GeneratedTopic {
  readonly id: string;
  readonly language: Language;
  readonly size: number;
}

function topicsFor(records: number, texts: Texts, dice: Random): GeneratedTopic[] {
  const topics: GeneratedTopic[] = [];
  for (let left = records; left > 0; ) {
    const { mu, sigma, most } = TOPIC_SIZE;
    const drawn = Math.ceil(Math.exp(mu + sigma * normal(dice)));
    const size = Math.min(drawn, most, left);
    topics.push({ id: texts.slug(2), language: texts.language(), size });
    left -= size;
  }
  return topics;
}

/** The people and papers of a pack. */
interface Cast {
  readonly topics: readonly GeneratedTopic[];
  readonly actors: readonly string[];
  readonly sources: readonly string[];
}

/**
 * One record.
 * @param earlier ids of the same topic's records before it, which it may answer
 */
export function inventRecord(
  topic: Pick<GeneratedTopic, 'id' | 'language'>,
  earlier: readonly string[],
  { topics, actors, sources }: Cast,
  days: number,
  { texts, dice }: { readonly texts: Texts; readonly dice: Random },
): GeneratedRecord {
  const kind = drawn(KINDS, dice);
  const figure =
    dice.below(5) === 0 ? { value: 10 * (1 + dice.below(2000)), unit: dice.of(UNITS) } : null;
  const other = dice.below(4) === 0 ? dice.of(topics).id : topic.id;
  const answers = earlier.length > 0 && (kind === 'denial' || dice.below(5) === 0);
  const target = earlier[Math.max(0, earlier.length - 1 - popular(earlier.length + 1, dice))];
  const said = texts.sentence(topic.language, 6 + dice.below(15));
  return {
    kind,
    id: texts.slug(2),
    about: other === topic.id ? [topic.id] : [topic.id, other],
    ...(kind === 'event'
      ? { when: day(days) }
      : { by: [actors[popular(actors.length, dice)] ?? ''], made: day(days) }),
    ...(kind === 'statement' ? { form: 'remark' as const } : {}),
    text: inLanguage(topic.language, `${figure ? `${said}: ${figure.value}` : said}.`),
    ...(figure ? { quantity: [figure] } : {}),
    sources: [
      {
        source: dice.of(sources),
        ...(dice.below(4) === 0
          ? { quote: { exact: texts.sentence(topic.language, 4 + dice.below(4)) } }
          : {}),
      },
    ],
    ...(answers && target !== undefined
      ? { relations: { [kind === 'denial' ? 'denies' : 'corroborates']: [target] } }
      : {}),
  };
}

/**
 * @param records how many
 * @returns a valid pack
 */
export function generatePack(records: number): Pack {
  const dice = random(SEED);
  const texts = inventTexts(dice);
  const topics = topicsFor(records, texts, dice);
  const publishers = Array.from({ length: Math.ceil(records / PER_PUBLISHER) }, () =>
    texts.name('en', 2),
  );
  const actors = Array.from({ length: Math.ceil(records / PER_ACTOR) }, (_, i) => {
    const language = texts.language();
    return {
      id: texts.slug(2),
      name: inLanguage(language, texts.name(language, 2)),
      ...(i % 2 === 0 ? { role: dice.of(ROLES) } : {}),
      ...(i % 3 === 0 ? { aliases: [texts.name(language, 1)] } : {}),
    };
  });
  const sources = Array.from({ length: Math.ceil(records / PER_SOURCE) }, () => {
    const id = texts.slug(2);
    const language = texts.language();
    const publisher = publishers[popular(publishers.length, dice)] ?? 'Courier';
    return {
      id,
      publisher,
      title: texts.sentence(language, 5 + dice.below(5)),
      url: `https://${publisher.toLowerCase().replace(' ', '-')}.example/${id}`,
      published: day(dice.below(DAYS)),
      language,
    };
  });
  const cast: Cast = {
    topics,
    actors: actors.map(({ id }) => id),
    sources: sources.map(({ id }) => id),
  };
  const all = topics.flatMap((topic) => {
    const begun = dice.below(DAYS - 400);
    const earlier: string[] = [];
    return Array.from({ length: topic.size }, (_, i) => {
      const days = begun + Math.floor((i * 400) / topic.size);
      const record = inventRecord(topic, earlier, cast, days, { texts, dice });
      earlier.push(record.id);
      return record;
    });
  });
  const of = (kind: RecordKind) =>
    all.filter((record) => record.kind === kind).map(({ kind: _, ...entry }) => entry);
  return {
    pack: 'sync-bench',
    name: 'Generated records',
    language: 'en',
    licence: 'CC0-1.0',
    publisher: { name: 'Bench' },
    terms: {},
    topics: topics.map(({ id, language }) => {
      const name = texts.name(language, 2);
      return {
        id,
        name: inLanguage(language, name),
        mention: language === 'en' ? name : { text: name, lang: language },
      };
    }),
    actors,
    sources,
    claims: of('claim') as Pack['claims'],
    denials: of('denial') as Pack['denials'],
    statements: of('statement') as Pack['statements'],
    events: of('event'),
    tombstones: [],
  };
}
