/** Words that say how exact a figure is, in eight languages, to the qualifiers of the model. */
import { fold } from '../mentions/fold';
import type { QUALIFIERS } from '../model';
import type { SentenceWord } from './words';

export type Qualifier = (typeof QUALIFIERS)[number];

/** What stands before a figure. */
const BEFORE: Readonly<Record<Qualifier, string>> = {
  about: `about | around | some | roughly | approximately | approx | circa | ca | estimated | an estimated | in the region of |
    in the order of | etwa | rund | ungefähr | zirka | schätzungsweise | um die | gegen | environ | quelque | autour de |
    à peu près | approximativement | aux alentours de | unos | unas | alrededor de | aproximadamente | cerca de | en torno a |
    около | примерно | приблизительно | порядка | где то | близько | приблизно | орієнтовно | біля | حوالي | نحو | زهاء |
    ما يقدر ب | 약 | 대략 | 어림잡아`,
  'at-least': `at least | no fewer than | not fewer than | no less than | not less than | a minimum of | mindestens | wenigstens |
    zumindest | nicht weniger als | au moins | au minimum | pas moins de | al menos | por lo menos | como mínimo |
    no menos de | не менее | не менее чем | как минимум | по меньшей мере | минимум | не меньше | не менше | не менш як |
    щонайменше | принаймні | як мінімум | لا يقل عن | ما لا يقل عن | على الأقل | 최소 | 최소한 | 적어도`,
  'up-to': `up to | as many as | at most | no more than | not more than | a maximum of | bis zu | höchstens | maximal |
    nicht mehr als | jusqu à | jusqu'à | au plus | au maximum | hasta | como máximo | no más de | до | не более | не более чем |
    не больше | максимум | не більше | не більш як | щонайбільше | حتى | يصل إلى | ما يصل إلى | 최대 | 많게는`,
  nearly: `nearly | almost | close to | just under | just short of | under | fast | knapp | beinahe | nahezu | an die | près de |
    presque | casi | почти | без малого | майже | قرابة | ما يقارب | ما يقرب من | يقارب | 거의 | 근`,
  over: `over | more than | above | upwards of | in excess of | well over | über | mehr als | gut | plus de | au delà de |
    más de | por encima de | свыше | более | более чем | больше | больше чем | понад | більше | більше ніж | більш ніж |
    более чем | أكثر من | ما يزيد على | ما يزيد عن | يزيد على | يزيد عن | فوق`,
};

/** What stands behind a figure, or behind what it counts. */
const BEHIND: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(?:[\s-]+\p{L}+)?\s+(?:or so|ou environ)(?!\p{L})/u, 'about'],
  [
    /^(?:[\s-]+\p{L}+)?\s+(?:or more|oder mehr|ou plus|o más|и более|или более|или больше|і більше|أو أكثر)(?!\p{L})/u,
    'at-least',
  ],
  [/^(?:\s+\p{L}+)?\s+(?:at least|على الأقل)(?!\p{L})/u, 'at-least'],
  [/^\+/, 'at-least'],
  [/^\s?[가-힣]{0,3}\s?이상/, 'at-least'],
  [/^\s?[가-힣]{0,2}\s?(?:가량|정도|안팎|내외|쯤)/, 'about'],
  [/^\s?[가-힣]{0,2}\s?(?:넘는|넘게|넘은|여\s?명)/, 'over'],
  [/^\s?[가-힣]{0,2}(?:에)?\s?(?:가까운|가까이|육박)/, 'nearly'],
];

const LONGEST_PHRASE = 4;
/** UTF-16 units looked at behind a figure. */
const BEHIND_LENGTH = 40;

let phrases: ReadonlyMap<string, Qualifier> | null = null;
function allPhrases(): ReadonlyMap<string, Qualifier> {
  if (phrases) return phrases;
  const all = new Map<string, Qualifier>();
  for (const [qualifier, list] of Object.entries(BEFORE) as [Qualifier, string][]) {
    for (const phrase of list.split('|'))
      all.set(fold(phrase.trim().replace(/\s+/g, ' ')), qualifier);
  }
  phrases = all;
  return all;
}

/**
 * @param from the first word of the figure
 * @param end where the figure ends in the sentence
 */
export function qualifierOf(
  words: readonly SentenceWord[],
  from: number,
  sentence: string,
  end: number,
): Qualifier | null {
  const known = allPhrases();
  let phrase = '';
  let found: Qualifier | null = null;
  for (let at = from - 1; at >= 0 && at >= from - LONGEST_PHRASE; at--) {
    // "at 5, about" is of no figure behind the comma.
    if (/[,;:()—–]|\.\s/.test(words[at + 1]?.gap ?? '')) break;
    phrase = phrase === '' ? (words[at]?.folded ?? '') : `${words[at]?.folded} ${phrase}`;
    found = known.get(phrase) ?? found;
  }
  if (found) return found;
  // "약1만": written together with the figure.
  if (/약\s?$/.test(sentence.slice(0, words[from]?.start))) return 'about';
  // "3천여": more than.
  if (sentence[end - 1] === '여') return 'over';
  const behind = sentence.slice(end, end + BEHIND_LENGTH);
  return BEHIND.find(([pattern]) => pattern.test(behind))?.[1] ?? null;
}
