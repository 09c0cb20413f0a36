/** Integers in a typed array that doubles when it is full: a million take no object each. */
export interface Growing {
  values: Int32Array;
  length: number;
}

const FIRST_ROOM = 1024;

export const growing = (): Growing => ({ values: new Int32Array(FIRST_ROOM), length: 0 });

export function push(list: Growing, value: number): void {
  if (list.length === list.values.length) {
    const room = new Int32Array(2 * list.length);
    room.set(list.values);
    list.values = room;
  }
  list.values[list.length++] = value;
}

/** @returns the integers themselves, not a copy */
export const filled = ({ values, length }: Growing): Int32Array => values.subarray(0, length);
