/** The keys that the schema knows at a place of a value. */
import type * as v from 'valibot';

/** As much of a valibot schema as this file looks at. */
interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly value?: Shape;
  readonly wrapped?: Shape;
  readonly getter?: (value: unknown) => Shape;
}

/** The schema that validates `value` once wrappers and choices are looked through. */
function settled(shape: Shape | undefined, value: unknown): Shape | undefined {
  let current = shape;
  while (current?.wrapped ?? current?.getter) {
    current = current?.wrapped ?? current?.getter?.(value);
  }
  return current;
}

function child(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[step]
    : undefined;
}

/**
 * @param schema what validates the whole value
 * @param value the whole value
 * @param path to an object in it
 * @returns the keys that may stand in that object; none where any may or it is no object
 */
export function keysAt(
  schema: v.GenericSchema,
  value: unknown,
  path: readonly (string | number)[],
): string[] {
  let here = value;
  let shape = settled(schema as unknown as Shape, here);
  for (const step of path) {
    here = child(here, step);
    shape = settled(shape?.entries?.[step] ?? shape?.item ?? shape?.value, here);
  }
  return Object.keys(shape?.entries ?? {});
}
