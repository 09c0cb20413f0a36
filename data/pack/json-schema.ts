/** The JSON Schema that editors use, from the same source as the types: data/model.ts. */
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { NAMED_SCHEMAS, packSchema, SECTIONS } from '../model';

/** Where a choice looks at the value first, all that it may choose from. */
function everyChoice(schema: v.GenericSchema): v.GenericSchema {
  return schema.type === 'lazy'
    ? (schema as v.LazySchema<v.GenericSchema>).getter(undefined)
    : schema;
}

/**
 * A schema for one file of a pack. Nothing is required at the top, since the files of a folder share
 * the pack's keys among them; what the whole lacks is the linter's to say.
 * @returns JSON text, indented, ending in a newline; the same for the same model
 */
export function packJsonSchema(): string {
  const {
    required: _,
    properties = {},
    ...schema
  } = toJsonSchema(packSchema, {
    target: 'draft-07',
    typeMode: 'input',
    // Checks in code (EDTF, language tags) have no counterpart; the linter runs them.
    errorMode: 'ignore',
    definitions: Object.fromEntries(
      Object.entries(NAMED_SCHEMAS).map(([name, named]) => [name, everyChoice(named)]),
    ),
  });
  const top = Object.entries(properties).map(([key, value]): [string, JsonSchema | boolean] =>
    // "claims:" with nothing after it is a heading that waits for its entries.
    Object.hasOwn(SECTIONS, key)
      ? [key, { ...Object(value), type: ['array', 'null'] }]
      : [key, value],
  );
  const title = {
    title: 'On Record pack',
    description:
      'A pack of On Record, or one file of a pack that is a folder. See docs/pack-format.md.',
  };
  const whole = { ...title, ...schema, properties: Object.fromEntries(top) };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
