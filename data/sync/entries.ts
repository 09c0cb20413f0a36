/** Lines of snapshots and deltas, read: canonical JSON, one entry a line. */
import * as v from 'valibot';
import { type Entry, NAMED_SCHEMAS, packSchema, SECTIONS } from '../model';
import { parseJson } from './envelope';
import { type QuickCheck, quickObject } from './quick-check';
import { Refused } from './refused';
import type { PackLine } from './state';

/** The longest entry that anybody writes is a topic with a large rule. In UTF-16 units. */
const MAX_LINE = 512 * 1024;

/**
 * What an author may write ("made: 2024"), and no published line has: a stored line has to mean by itself what was
 * checked. Inside a text the quotation mark after the name would be escaped.
 */
const DATE_AS_NUMBER = /"(?:made|when|published|retrieved|withdrawn)":-?\d/;

const { topics, actors, sources, claims, denials, statements, events, tombstones, ...own } =
  packSchema.entries;
const packLine = v.strictObject(own);

/**
 * @param where names the line in errors
 * @throws {Refused} when it is no object with a kind
 */
export function parseLine(line: string, where: string): { kind: string } {
  if (DATE_AS_NUMBER.test(line))
    throw new Refused(
      'malformed',
      `${where} has a date that is a number; authors' tools make it text`,
    );
  if (line.length > MAX_LINE) throw new Refused('too-large', `${where} is longer than ${MAX_LINE}`);
  const value = parseJson(line, where);
  if (
    typeof value !== 'object' ||
    value === null ||
    typeof (value as { kind?: unknown }).kind !== 'string'
  ) {
    throw new Refused('malformed', `${where} is no entry`);
  }
  return value as { kind: string };
}

const ENTRY_KINDS: ReadonlySet<string> = new Set(Object.values(SECTIONS));

/** By kind; `kind` itself is none of the schemas' keys. */
const quick = new Map<string, QuickCheck>();

function isSurely(kind: string, schema: v.GenericSchema, value: object): boolean {
  let check = quick.get(kind);
  if (!check) {
    check = quickObject(schema, 1);
    quick.set(kind, check);
  }
  return check(value);
}

/** @throws {Refused} unless it is an entry as the model has it */
export function checkEntry(value: { kind: string }, where: string): Entry {
  const { kind } = value;
  const schema = ENTRY_KINDS.has(kind) ? NAMED_SCHEMAS[kind] : undefined;
  if (!schema)
    throw new Refused('malformed', `${where} is of no kind that is known: ${kind.slice(0, 40)}`);
  if (isSurely(kind, schema, value)) return value as Entry;
  const { kind: _, ...rest } = value;
  return { kind, ...(check(schema, rest, where) as object) } as Entry;
}

/** @throws {Refused} unless it is a pack's own line */
export function checkPackLine({ kind: _, ...rest }: { kind: string }, where: string): PackLine {
  return check(packLine, rest, where) as PackLine;
}

function check(schema: v.GenericSchema, value: unknown, where: string): unknown {
  const { success, output, issues } = v.safeParse(schema, value, { abortEarly: true });
  if (success) return output;
  const path = issues[0].path?.map(({ key }) => String(key)).join('.') ?? '';
  throw new Refused(
    'malformed',
    `${where}${path && `, ${path}`}: ${issues[0].message.slice(0, 200)}`,
  );
}
