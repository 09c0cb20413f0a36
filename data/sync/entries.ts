/** Lines of snapshots and deltas, read: canonical JSON, one entry a line. */
import * as v from 'valibot';
import { type Entry, NAMED_SCHEMAS, packSchema, SECTIONS } from '../model';
import { parseJson } from './envelope';
import { Refused } from './refused';
import type { PackLine } from './state';

/** The longest entry that anybody writes is a topic with a large rule. In UTF-16 units. */
const MAX_LINE = 512 * 1024;

const { topics, actors, sources, claims, denials, statements, events, tombstones, ...own } =
  packSchema.entries;
const packLine = v.strictObject(own);

/**
 * @param where names the line in errors
 * @throws {Refused} when it is no object with a kind
 */
export function parseLine(line: string, where: string): { kind: string } {
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

/** @throws {Refused} unless it is an entry as the model has it */
export function checkEntry({ kind, ...rest }: { kind: string }, where: string): Entry {
  const schema = (Object.values(SECTIONS) as string[]).includes(kind)
    ? NAMED_SCHEMAS[kind]
    : undefined;
  if (!schema)
    throw new Refused('malformed', `${where} is of no kind that is known: ${kind.slice(0, 40)}`);
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
