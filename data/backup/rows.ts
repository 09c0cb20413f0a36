/** The rows of a backup, held against what the database may have. */
import * as v from 'valibot';
import { LIMITS } from '../sync/head';
import { BackupRefused, type Item, type KeptPack } from './format';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = v.string();
const some = v.nullable(text);
const id = v.pipe(text, v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(80));
const keys = v.pipe(v.array(text), v.minLength(1), v.maxLength(4));
const root = v.strictObject({
  format: v.literal(1),
  pack: id,
  version: whole,
  rootKeys: keys,
  headKeys: keys,
});
/** A folder that a pack is published in, or the empty one of packs from files. */
const folder = v.pipe(
  text,
  v.check((url) => url === '' || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))),
);

const rows = {
  subscription: v.strictObject({
    pack: id,
    folder,
    mirrors: v.pipe(v.array(folder), v.maxLength(LIMITS.mirrors)),
    applied: v.nullable(v.strictObject({ seq: whole, hash: text, digest: text, root })),
    root,
  }),
  sync: v.strictObject({
    pack: id,
    at: whole,
    next: v.number(),
    failures: whole,
    trouble: some,
    updated: v.nullable(
      v.strictObject({ at: whole, by: v.picklist(['snapshot', 'delta', 'head']) }),
    ),
    ended: some,
  }),
  version: v.strictObject({
    pack: id,
    n: whole,
    seq: v.nullable(whole),
    edition: some,
    day: some,
    counts: v.nullable(
      v.strictObject({ added: whole, changed: whole, withdrawn: whole, removed: whole }),
    ),
    changes: v.array(
      v.strictObject({
        change: v.picklist(['added', 'changed', 'withdrawn', 'removed']),
        kind: text,
        id: text,
        home: text,
        title: text,
        fields: v.array(
          v.strictObject({
            path: v.array(text),
            before: v.optional(v.unknown()),
            after: v.optional(v.unknown()),
          }),
        ),
      }),
    ),
    seen: whole,
  }),
  seen: v.strictObject({
    topic: v.pipe(text, v.regex(/^[a-z0-9-]+#[a-z0-9-]+$/)),
    at: whole,
    records: v.array(v.tuple([text, v.number()])),
  }),
};

const setting = v.strictObject({ kind: v.literal('setting'), key: text, value: v.unknown() });

const pack = v.strictObject({
  kind: v.literal('pack'),
  row: v.strictObject({
    id,
    version: text,
    signed: v.boolean(),
    updated: some,
    expires: some,
    buckets: v.pipe(
      whole,
      v.maxValue(LIMITS.buckets),
      v.check((n) => n > 0 && (n & (n - 1)) === 0),
    ),
  }),
  head: v.record(text, v.unknown()),
  entries: v.pipe(whole, v.maxValue(LIMITS.entries)),
});

/** A pack as its line has it, its head not looked at yet. */
export interface KeptHeader {
  readonly kind: 'pack';
  readonly row: KeptPack;
  readonly head: unknown;
  readonly entries: number;
}

function fitting<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const { success, output, issues } = v.safeParse(schema, value, { abortEarly: true });
  if (success) return output;
  throw new BackupRefused('damaged', v.getDotPath(issues[0]) ?? issues[0].message);
}

/** @throws {BackupRefused} */
export const keptHeader = (value: unknown): KeptHeader => fitting(pack, value);

/**
 * @returns a line that stands for itself: a setting or a row
 * @throws {BackupRefused}
 */
export function checkRow(value: unknown): Exclude<Item, { kind: 'pack' | 'bucket' }> {
  const { kind, row } = (value ?? {}) as { kind?: unknown; row?: unknown };
  if (kind === 'setting') return fitting(setting, value);
  if (typeof kind !== 'string' || !Object.hasOwn(rows, kind))
    throw new BackupRefused('damaged', 'a line of no known kind');
  const schema = rows[kind as keyof typeof rows];
  return { kind, row: fitting(schema, row) } as Exclude<
    Item,
    { kind: 'pack' | 'bucket' | 'setting' }
  >;
}
