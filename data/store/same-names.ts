/** What a topic is called elsewhere, so that topics of several packs can be told to be the same. */
import type { Topic } from '../model';
import { comparableAddress } from '../page/address';

/** https://www.wikidata.org/wiki/Q159 is Q159, and so is the address of the entity in linked data. */
const WIKIDATA = /^https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d+)(?:$|[?#])/;

/** @returns what a topic is called elsewhere, in a form in which equal names are equal texts, each once */
export function sameNames({ sameAs = [] }: Topic): string[] {
  const names = sameAs.map((name) => {
    if (!/^https?:/.test(name)) return name;
    return WIKIDATA.exec(name)?.[1] ?? comparableAddress(name) ?? name;
  });
  return [...new Set(names)];
}
