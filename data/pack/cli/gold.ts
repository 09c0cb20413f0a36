/** Labelled texts: what `cli test` holds a pack against. The format is described in docs/labelled-texts.md. */
import { dirname, join } from 'node:path';
import type { GoldMention, GoldText } from '../../mentions/score';
import type { Pack } from '../../model';
import { type Problem, shown } from '../problem';
import { readText } from '../read';
import { closest } from '../suggest';
import { typed } from './report';
import { type FileText, readAs } from './texts';

/** Labels and texts are written by hand; larger is something else. */
const MAX_BYTES = 16 * 1024 * 1024;

const LINE_KEYS = ['id', 'lang', 'topics', 'mentions', 'text', 'note'];
const MENTION_KEYS = ['topic', 'quote', 'start', 'end', 'sentence', 'optional', 'note'];

/** One labelled text. */
export interface LabelledText extends GoldText {
  readonly page: FileText;
  /** Where somebody finds it: its own file, or the line of the gold file that holds it. */
  readonly file: string;
  /** For a text in the gold file, that line; null for one in a file of its own. */
  readonly line: number | null;
}

export interface Gold {
  readonly texts: readonly LabelledText[];
  /** In the order of the lines; with any, the texts are not all there. */
  readonly problems: readonly Problem[];
}

type Say = (message: string, mend: string) => void;
type Mapping = Record<string, unknown>;

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function knownKeys(value: Mapping, known: readonly string[], say: Say): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const near = closest(key, known);
    say(
      `there is no key "${shown(key)}"`,
      near ? `Did you mean "${near}"?` : `The keys are ${known.join(', ')}`,
    );
  }
}

/** All places of a quote. */
function placesOf(quote: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push(at);
  return places;
}

/** Where a quote stands: as said, or where it is found when nothing is said. */
function placeOf(label: Mapping, quote: string, text: string, say: Say): [number, number] | null {
  const { start, end } = label;
  const places = placesOf(quote, text);
  const [only] = places;
  const at = (place: number) => `${place} to ${place + quote.length}`;
  if (start === undefined && end === undefined) {
    if (only !== undefined && places.length === 1) return [only, only + quote.length];
    if (only === undefined) {
      say(
        `the text does not have “${shown(quote)}”`,
        'Copy the quote from the text, character by character',
      );
    } else {
      const some = places.slice(0, 3).map(at).join(', ');
      say(
        `“${shown(quote)}” stands ${places.length} times in the text`,
        `Say which with start and end: ${some}`,
      );
    }
    return null;
  }
  if (!Number.isInteger(start) || !Number.isInteger(end)) {
    say(
      '"start" and "end" are not two whole numbers',
      'Write both, or neither where the quote stands once',
    );
    return null;
  }
  const [from, to] = [start as number, end as number];
  const there = text.slice(from, to);
  if (from >= 0 && from < to && there === quote) return [from, to];
  const lead =
    from < to && from >= 0 && there !== '' ? `“${shown(there)}”` : 'no place in the text';
  const mend =
    places.length === 1
      ? `The quote stands at ${at(only ?? 0)}`
      : places.length === 0
        ? 'The text does not have the quote; copy it from there'
        : `The quote stands at ${places.slice(0, 3).map(at).join(', ')}`;
  say(
    `${from} to ${to} is ${lead}, and not the quote “${shown(quote)}”`,
    `${mend} (in UTF-16 units)`,
  );
  return null;
}

function readLabel(label: unknown, text: string | null, pack: Pack, say: Say): GoldMention | null {
  if (!isMapping(label)) {
    say('a mention is not an object', 'Write {"topic": "…", "quote": "…"}');
    return null;
  }
  knownKeys(label, MENTION_KEYS, say);
  const { topic, quote, optional = false } = label;
  const topics = pack.topics.map(({ id }) => id);
  if (typeof topic !== 'string') {
    say('a mention has no "topic"', 'Write the id of a topic of the pack');
    return null;
  }
  if (!topics.includes(topic)) {
    const near = closest(topic, topics);
    say(
      `the pack has no topic "${shown(topic)}"`,
      near ? `Did you mean "${near}"?` : `Its topics are ${topics.join(', ')}`,
    );
    return null;
  }
  if (typeof quote !== 'string' || quote === '') {
    say(`a mention of ${topic} has no "quote"`, 'Copy the words of the text that should be marked');
    return null;
  }
  if (typeof optional !== 'boolean') {
    say('"optional" is neither true nor false', 'Write true without quotes, or leave it out');
    return null;
  }
  const place = text === null ? null : placeOf(label, quote, text, say);
  return place && { topic, start: place[0], end: place[1], optional };
}

/** `topics` says again what the labels say, so that a label left out by mistake is noticed. */
function checkTopics(topics: unknown, labels: readonly GoldMention[], say: Say): void {
  if (topics === undefined) return;
  if (!Array.isArray(topics)) {
    say('"topics" is not a list', 'Write ["…"], or leave it out');
    return;
  }
  const labelled = new Set(labels.filter(({ optional }) => !optional).map(({ topic }) => topic));
  for (const topic of topics) {
    if (labelled.has(topic)) continue;
    say(
      `"topics" has "${shown(topic)}", and no mention (optional ones do not count) has`,
      'Add the mention, or take the topic out',
    );
  }
  for (const topic of labelled) {
    if (topics.includes(topic)) continue;
    say(`"topics" does not have "${topic}", and a mention has`, 'Add it, or leave "topics" out');
  }
}

/** The text of a line, or null; what is wrong with it is said. */
async function textOf(
  { id, text }: Mapping & { id: string },
  goldFile: string,
  line: number,
  say: Say,
): Promise<Pick<LabelledText, 'page' | 'file' | 'line'> | null> {
  if (text !== undefined) {
    if (typeof text === 'string') return { page: readAs('', text), file: goldFile, line };
    say('"text" is not a text', 'Write it in quotes');
    return null;
  }
  const file = join(dirname(goldFile), 'texts', `${id}.txt`);
  const read = await readText(file, MAX_BYTES);
  if ('text' in read) return { page: readAs(file, read.text), file, line: null };
  say(`${typed(file)}: ${read.message}`, `${read.mend}, or write the text into the line as "text"`);
  return null;
}

function syntaxProblem(error: unknown): { column: number; message: string } {
  const said = error instanceof Error ? error.message : String(error);
  const [, position = '0'] = /position (\d+)/.exec(said) ?? [];
  return { column: Number(position) + 1, message: `this line is not JSON (${said})` };
}

/**
 * Reads labelled texts.
 * @param path the gold file: a JSON object a line
 * @param pack the pack, whose topics the labels name
 */
export async function readGold(path: string, pack: Pack): Promise<Gold> {
  const problems: Problem[] = [];
  const read = await readText(path, MAX_BYTES);
  const problem = { severity: 'error' as const, file: path, column: 1, record: null };
  if (!('text' in read)) return { texts: [], problems: [{ ...problem, line: 1, ...read }] };
  const texts: LabelledText[] = [];
  const lines = new Map<string, number>();
  for (const [index, written] of read.text.split(/\r\n?|\n/).entries()) {
    if (written.trim() === '') continue;
    const line = index + 1;
    let record: string | null = null;
    const say: Say = (message, mend) => problems.push({ ...problem, line, record, message, mend });
    let value: unknown;
    try {
      value = JSON.parse(written);
    } catch (error) {
      const mend = 'Write one object a line, with straight quotes and no comma behind the last';
      problems.push({ ...problem, line, ...syntaxProblem(error), mend });
      continue;
    }
    if (!isMapping(value)) {
      say('this line is not an object', 'Write {"id": "…", "lang": "…", "mentions": []}');
      continue;
    }
    const { id, lang, mentions } = value;
    if (typeof id !== 'string' || !/^[^/\\]+$/.test(id) || id.startsWith('.')) {
      say('"id" is no name for a text', 'Write the name of its file in texts/, without .txt');
      continue;
    }
    record = shown(id);
    const first = lines.get(id);
    if (first !== undefined)
      say(`line ${first} has the same id`, 'Give every text an id of its own');
    else lines.set(id, line);
    knownKeys(value, LINE_KEYS, say);
    if (typeof lang !== 'string' || !/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(lang)) {
      say('"lang" is no language tag', 'Write the language of the text: en, uk, pt-BR');
      continue;
    }
    const text = await textOf({ ...value, id }, path, line, say);
    if (!Array.isArray(mentions)) {
      say('"mentions" is not a list', 'Write [] for a text that should show nothing');
      continue;
    }
    const read = mentions.map((label) => readLabel(label, text?.page.text ?? null, pack, say));
    const labels = read.filter((label) => label !== null);
    if (labels.length === read.length) checkTopics(value.topics, labels, say);
    if (text !== null) texts.push({ id, lang, mentions: labels, ...text });
  }
  if (texts.length === 0 && problems.length === 0) {
    const mend =
      'Write a line a text: {"id": "…", "lang": "…", "mentions": [{"topic": "…", "quote": "…"}]}';
    problems.push({ ...problem, line: 1, message: 'there is no labelled text here', mend });
  }
  return { texts, problems };
}
