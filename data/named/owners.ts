/** Whom an actor belongs to. */
import type { Actor } from '../model';

/** A chain of `of` is followed so far: a spokesman of a directorate of a ministry of a state. */
const MOST_STEPS = 4;

/** @returns who an actor belongs to, and who those belong to, nearest first; a pack may have them in a circle */
export function ownersOf(id: string, actors: ReadonlyMap<string, Actor>): string[] {
  const owners: string[] = [];
  for (let at = actors.get(id)?.of; at !== undefined && owners.length < MOST_STEPS; ) {
    if (owners.includes(at)) break;
    owners.push(at);
    at = actors.get(at)?.of;
  }
  return owners;
}
