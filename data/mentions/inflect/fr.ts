/** French: number and gender. Names stay as they are, save peoples' names ("Nord-Coréens"). */
import { type Inflection, isCapitalised } from './inflection';

const AS_WRITTEN = '=';
const STEM = 's';
const PEOPLE = /(?:en|ain|ais|ois)(?:ne|e)?s?$/;

/** coréen, coréens, coréenne, coréennes → coreen; troupe, troupes → troup; nucléaires → nucleair */
function stem(word: string): string {
  const singular = word.replace(/(?<=...)aux$/, 'al').replace(/(?<=...)[sx]$/, '');
  return singular.replace(/(?<=...)e$/, '').replace(/(nn|ll|tt)$/, (double) => double.slice(1));
}

export const french: Inflection = {
  script: /\p{Script=Latin}/u,
  keyOf({ word, written }) {
    const name = isCapitalised(written) && !PEOPLE.test(word);
    return name ? AS_WRITTEN + word : STEM + stem(word);
  },
  keysOf(word) {
    return [AS_WRITTEN + word, STEM + stem(word)];
  },
};
