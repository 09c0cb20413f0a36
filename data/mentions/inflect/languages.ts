/** The languages whose inflection the engine knows. The order is part of the index format. */
import { arabic } from './ar';
import { german } from './de';
import { english } from './en';
import { spanish } from './es';
import { french } from './fr';
import type { Inflection } from './inflection';
import { korean } from './ko';
import { russian } from './ru';
import { ukrainian } from './uk';

export const LANGUAGES: readonly (readonly [tag: string, inflection: Inflection])[] = [
  ['en', english],
  ['ru', russian],
  ['uk', ukrainian],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['ar', arabic],
  ['ko', korean],
];

/**
 * @param tag a BCP-47 tag
 * @returns the place of its language in {@link LANGUAGES}, or -1: its words then stand as written
 */
export function languageIndex(tag: string): number {
  const language = tag.toLowerCase().split('-')[0];
  return LANGUAGES.findIndex(([known]) => known === language);
}
