/** A pack of many topics that one page names, as dense as the first pack's. */
import type { Pack } from '../../../data/model';
import { random } from '../mentions/random';

export const TOPICS = 60;
const RECORDS_EACH = 30;
const SPEAKERS = 24;
const SOURCES = 20;
const SEED = 20_241_024;
const FIRST_DAY = Date.UTC(2023, 0, 1);
const DAY_MS = 86_400_000;
const DAYS_APART = 9;

const WORDS =
  'the wall was seen to move by a hand at the northern end and engineers who had been sent there by the council said that nothing of the kind had ever been measured while villagers spoke of water below the road'.split(
    ' ',
  );

/** No phrase is part of another's. */
const phraseOf = (topic: number) =>
  `Varnholm dam ${String.fromCharCode(97 + (topic % 26))}${String.fromCharCode(97 + Math.floor(topic / 26))}`;

const numbers = (length: number) => Array.from({ length }, (_, i) => i);

export function makePack(): Pack {
  const dice = random(SEED);
  const sentence = (length: number) =>
    `${numbers(length)
      .map(() => dice.of(WORDS))
      .join(' ')}.`;
  const records = numbers(TOPICS).flatMap((topic) =>
    numbers(RECORDS_EACH).map((i) => {
      const kind = i % 9 === 4 ? 'denial' : i % 3 === 1 ? 'statement' : 'claim';
      return {
        kind,
        entry: {
          id: `record-${topic}-${i}`,
          about: [`topic-${topic}`],
          by: [`speaker-${dice.below(SPEAKERS)}`],
          made: new Date(FIRST_DAY + (i * DAYS_APART + topic) * DAY_MS).toISOString().slice(0, 10),
          text: sentence(20),
          sources: [{ source: `source-${dice.below(SOURCES)}` }],
          ...(kind === 'denial' ? { relations: { denies: [`record-${topic}-${i - 1}`] } } : {}),
          ...(kind === 'statement' ? { form: 'remark' } : {}),
        },
      };
    }),
  );
  const of = (kind: string) =>
    records.filter((record) => record.kind === kind).map(({ entry }) => entry);
  return {
    pack: 'panel-bench',
    name: 'Panel bench',
    language: 'en',
    licence: 'CC0-1.0',
    publisher: { name: 'Bench' },
    terms: {},
    topics: numbers(TOPICS).map((topic) => ({
      id: `topic-${topic}`,
      name: `Cracks in dam ${topic}`,
      mention: { text: phraseOf(topic), forms: 'exact' },
    })),
    actors: numbers(SPEAKERS).map((i) => ({
      id: `speaker-${i}`,
      name: `Engineers of district ${i}`,
    })),
    sources: numbers(SOURCES).map((i) => ({
      id: `source-${i}`,
      publisher: `Varn Courier ${i}`,
      url: `https://courier.example/${i}`,
    })),
    claims: of('claim'),
    denials: of('denial'),
    statements: of('statement'),
    events: [],
    tombstones: [],
  } as Pack;
}

/** A page that names every topic once. */
export const page = (): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <meta property="og:type" content="article"><title>Panel bench</title></head><body><article>
  ${numbers(TOPICS)
    .map(
      (topic) => `<p>It was said of ${phraseOf(topic)} that it would hold through the winter.</p>`,
    )
    .join('')}
  </article></body></html>`;
