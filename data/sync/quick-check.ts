/**
 * Says fast of nearly every entry that it is one. Valibot copies what it checks and keeps books on where it is, which
 * takes two to three times as long as parsing the line; a snapshot has a hundred thousand of them. Made from the same schemas: a
 * yes is sure, and whatever is not understood here, valibot has to look at.
 */
import type { GenericSchema } from 'valibot';

/** Whether a value is certainly what a schema takes, and comes out of it as it went in. */
export type QuickCheck = (value: unknown) => boolean;

const UNSURE: QuickCheck = () => false;

/** What is read of valibot's schemas and actions, which are plain objects (https://valibot.dev/guides/internal-architecture/). */
interface Part {
  readonly kind: 'schema' | 'validation' | 'transformation' | 'metadata';
  readonly type: string;
  readonly pipe?: readonly Part[];
  readonly requirement?: unknown;
  readonly entries?: Readonly<Record<string, Part>>;
  readonly wrapped?: Part;
  readonly item?: Part;
  readonly key?: Part;
  readonly value?: Part;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly getter?: (value: unknown) => Part;
}

const made = new WeakMap<Part, QuickCheck>();

/** @param schema one of data/model.ts */
export const quickCheck = (schema: GenericSchema): QuickCheck => checkOf(schema as unknown as Part);

/**
 * @param schema a strict object
 * @param extra how many keys a value has that are none of the schema's
 */
export function quickObject(schema: GenericSchema, extra: number): QuickCheck {
  const { type, pipe, entries = {} } = schema as unknown as Part;
  return type === 'strict_object' && !pipe ? strictObject(entries, extra) : UNSURE;
}

function checkOf(part: Part): QuickCheck {
  const known = made.get(part);
  if (known) return known;
  const check = part.pipe ? all(part.pipe.map(stepOf)) : schemaOf(part);
  made.set(part, check);
  return check;
}

/** Of a pipe, the schema at its head is itself again, without the pipe. */
const stepOf = (part: Part): QuickCheck =>
  part.kind === 'schema' ? (part.pipe ? checkOf(part) : schemaOf(part)) : actionOf(part);

const all = (checks: readonly QuickCheck[]): QuickCheck => {
  const needed = checks.filter((check) => check !== YES);
  return (value) => {
    for (const check of needed) if (!check(value)) return false;
    return true;
  };
};

const YES: QuickCheck = () => true;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys that valibot leaves out of what a record becomes. */
const DROPPED: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

function schemaOf(part: Part): QuickCheck {
  switch (part.type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'number':
      return (value) => typeof value === 'number' && !Number.isNaN(value);
    case 'literal':
      return (value) => value === part.literal;
    case 'picklist': {
      const options = new Set(part.options);
      return (value) => options.has(value);
    }
    case 'array': {
      const item = checkOf(part.item as Part);
      return (value) => Array.isArray(value) && value.every(item);
    }
    case 'record': {
      const [key, of] = [checkOf(part.key as Part), checkOf(part.value as Part)];
      return (value) =>
        isObject(value) &&
        Object.entries(value).every(([name, one]) => !DROPPED.has(name) && key(name) && of(one));
    }
    case 'union': {
      const options = (part.options as readonly Part[]).map(checkOf);
      return (value) => options.some((option) => option(value));
    }
    case 'lazy': {
      const { getter } = part;
      return getter ? (value) => checkOf(getter(value))(value) : UNSURE;
    }
    case 'strict_object':
      return strictObject(part.entries ?? {}, 0);
    default:
      return UNSURE;
  }
}

function strictObject(entries: Readonly<Record<string, Part>>, extra: number): QuickCheck {
  const keys = Object.keys(entries);
  const optional = keys.map((key) => entries[key]?.type === 'optional');
  const checks = keys.map((key) => {
    const part = entries[key] as Part;
    return checkOf(part.type === 'optional' && !part.pipe ? (part.wrapped as Part) : part);
  });
  // One that is left out may be given a value by the schema: then what comes out is not what went in.
  const filled = keys.some((key) => (entries[key] as { default?: unknown }).default !== undefined);
  if (filled) return UNSURE;
  return (value) => {
    if (!isObject(value)) return false;
    let left = extra;
    for (let i = 0; i < keys.length; i++) {
      const member = value[keys[i] as string];
      if (member === undefined) {
        if (!optional[i]) return false;
      } else if (checks[i]?.(member)) left++;
      else return false;
    }
    for (const _ in value) left--;
    return left === 0;
  };
}

function actionOf({ kind, type, requirement }: Part): QuickCheck {
  if (kind === 'metadata') return YES;
  if (kind !== 'validation') return UNSURE;
  const bound = requirement as number;
  switch (type) {
    case 'regex': {
      const pattern = requirement as RegExp;
      return pattern.global || pattern.sticky ? UNSURE : (value) => pattern.test(value as string);
    }
    case 'check':
      return requirement as QuickCheck;
    case 'max_length':
      return (value) => (value as string).length <= bound;
    case 'min_length':
      return (value) => (value as string).length >= bound;
    case 'integer':
      return (value) => Number.isInteger(value);
    case 'safe_integer':
      return (value) => Number.isSafeInteger(value);
    case 'min_value':
      return (value) => (value as number) >= bound;
    case 'max_value':
      return (value) => (value as number) <= bound;
    default:
      return UNSURE;
  }
}
