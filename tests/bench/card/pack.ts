/** An invented dispute of any length, as dense as the first pack: who says what, figures, answers, quoted sources. */
import type { Pack } from '../../../data/model';
import type { VersionedPack } from '../../../data/store/install';
import { random } from '../mentions/random';

const SEED = 20_241_024;

/** How many records the card of each topic has. */
export const SIZES = [1, 50, 500] as const;
export type Size = (typeof SIZES)[number];

/** The phrase that a topic is found by. */
export const phraseOf = (size: Size) => `Varnholm dam number ${size}`;

const SPEAKERS = 24;
const SOURCES = 40;
const FIRST_DAY = Date.UTC(2022, 0, 1);
const DAY_MS = 86_400_000;
/** A record about every second day. */
const DAYS_APART = 2;

const WORDS =
  'the wall was seen to move by a hand at the northern end and engineers who had been sent there by the council said that nothing of the kind had ever been measured while villagers spoke of water below the road'.split(
    ' ',
  );

function recordsOf(size: Size) {
  const dice = random(SEED + size);
  const sentence = (words: number) => {
    const chosen = Array.from({ length: words }, () => dice.of(WORDS));
    return `${chosen.join(' ')}.`.replace(/^./, (first) => first.toUpperCase());
  };
  return Array.from({ length: size }, (_, i) => {
    const kind = i % 9 === 4 ? 'denial' : i % 3 === 1 ? 'statement' : 'claim';
    const source = dice.below(SOURCES);
    const figure = i % 5 === 0 ? 100 + dice.below(20) * 50 : null;
    const target = i > 3 ? `size-${size}-record-${dice.below(i)}` : null;
    return {
      kind,
      entry: {
        id: `size-${size}-record-${i}`,
        about: [`size-${size}`],
        by: [`speaker-${dice.below(SPEAKERS)}`],
        made: new Date(FIRST_DAY + i * DAYS_APART * DAY_MS).toISOString().slice(0, 10),
        text: `${figure === null ? '' : `About ${figure} villagers left. `}${sentence(12 + dice.below(30))}`,
        ...(figure === null ? {} : { quantity: [{ value: figure, unit: 'villagers' }] }),
        sources: [{ source: `source-${source}`, quote: { exact: sentence(8) } }],
        ...(target === null || i % 3 !== 0
          ? {}
          : { relations: { [kind === 'denial' ? 'denies' : 'corroborates']: [target] } }),
      },
    };
  });
}

/** @returns a pack with a topic for each of {@link SIZES} */
export function makePack(): VersionedPack {
  const records = SIZES.flatMap(recordsOf);
  const of = (kind: string) =>
    records.filter((record) => record.kind === kind).map(({ entry }) => entry);
  const pack: Pack = {
    pack: 'card-bench',
    name: 'Card bench',
    language: 'en',
    licence: 'CC0-1.0',
    publisher: { name: 'Bench' },
    terms: {},
    topics: SIZES.map((size) => ({
      id: `size-${size}`,
      name: `Cracks in dam ${size}`,
      mention: { text: phraseOf(size), forms: 'exact' },
    })),
    actors: Array.from({ length: SPEAKERS }, (_, i) => ({
      id: `speaker-${i}`,
      name: `Engineers of district ${i}`,
    })),
    sources: Array.from({ length: SOURCES }, (_, i) => ({
      id: `source-${i}`,
      publisher: `Varn Courier ${i}`,
      title: 'What was seen at the dam',
      url: `https://courier.example/${i}`,
      published: '2024-01-01',
    })),
    claims: of('claim'),
    denials: of('denial'),
    statements: of('statement').map((entry) => ({ ...entry, form: 'remark' })),
    events: [],
    tombstones: [],
  };
  return { version: '1', pack };
}

/** A page that names every topic once, in an article with a date. */
export const page = (): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <meta property="og:type" content="article"><meta property="article:published_time" content="2022-03-01">
  <title>Card bench</title><style>body { margin: 40px; font: 18px/1.6 serif; max-width: 40em; }</style></head><body><article>
  ${SIZES.map((size) => `<p>Engineers of district 3 spoke of 600 villagers at ${phraseOf(size)} on Monday.</p>`).join('')}
  </article></body></html>`;
