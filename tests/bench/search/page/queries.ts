/** What is typed, key by key: two words of a record after one another, and words with a letter missing. */
import type { Pack } from '../../../../data/model';

const TYPED = 40;
/** A step that meets records of all kinds, topics and languages: a prime. */
const STEP = 7919;

function textOf({ claims }: Pick<Pack, 'claims'>, i: number): string {
  const { text } = claims[(i * STEP) % claims.length] as (typeof claims)[number];
  if (typeof text === 'string') return text;
  const [one] = Object.values(text);
  return typeof one === 'string' ? one : (one?.text ?? '');
}

/** @returns the query behind each key */
export function keystrokes(pack: Pick<Pack, 'claims'>): string[] {
  const queries: string[] = [];
  for (let i = 1; i <= TYPED; i++) {
    const words = textOf(pack, i)
      .split(/[\s.,:]+/)
      .filter((word) => word.length > 3);
    const two = words.slice(0, 2).join(' ');
    for (let typed = 1; typed <= two.length; typed++) queries.push(two.slice(0, typed));
    const [, , third = ''] = words;
    if (third.length > 5) queries.push(third.slice(0, 2) + third.slice(3));
  }
  return queries;
}
