/** Lists met in a block: where which list of which segment stands. */

/** Parallel arrays, of which the first `count` are in use; one set for all blocks. */
export interface Meetings {
  count: number;
  segments: Int32Array;
  lists: Int32Array;
  /** The first and the last of the known words that it stands at. */
  froms: Int32Array;
  tos: Int32Array;
}

const FIRST_ROOM = 256;

export const noMeetings = (): Meetings => ({
  count: 0,
  segments: new Int32Array(FIRST_ROOM),
  lists: new Int32Array(FIRST_ROOM),
  froms: new Int32Array(FIRST_ROOM),
  tos: new Int32Array(FIRST_ROOM),
});

function twice(values: Int32Array): Int32Array {
  const room = new Int32Array(2 * values.length);
  room.set(values);
  return room;
}

export function addMeeting(
  met: Meetings,
  segment: number,
  list: number,
  from: number,
  to: number,
): void {
  if (met.count === met.lists.length) {
    met.segments = twice(met.segments);
    met.lists = twice(met.lists);
    met.froms = twice(met.froms);
    met.tos = twice(met.tos);
  }
  met.segments[met.count] = segment;
  met.lists[met.count] = list;
  met.froms[met.count] = from;
  met.tos[met.count] = to;
  met.count++;
}
