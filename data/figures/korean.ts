/** Korean numbers in words: 만 이천 명, 일만이천, 세 명, 수천 명. */
import { row } from './atoms';
import type { SpokenNumber } from './spoken';
import type { SentenceWord } from './words';

const DIGITS = new Map([...'일이삼사오육칠팔구'].map((digit, i) => [digit, i + 1]));
const SMALL_UNITS = new Map([
  ['십', 10],
  ['백', 100],
  ['천', 1000],
]);
const LARGE_UNITS = new Map([
  ['만', 1e4],
  ['억', 1e8],
  ['조', 1e12],
]);
const SINO = '일이삼사오육칠팔구십백천만억조';

/** Native numbers as they stand before what they count; together with ten: 열두. */
const NATIVE = new Map<string, number>(
  [
    ...row('', 1, 1, '한 두 세 네 다섯 여섯 일곱 여덟 아홉'),
    ...row('', 20, 0, '스무'),
    ...row('', 10, 10, '열 스물 서른 마흔 쉰 예순 일흔 여든 아흔'),
  ].map(([, value, word]) => [word, value]),
);

/** What people, places, pieces and things are counted with. */
const COUNTERS =
  '여명 명 개국 개월 개 곳 군데 사람 인 대 발 척 기 문 톤 건 표 채 마리 통 자루 정 차례 번 배럴 가지';
/** A counter ends its word, but for particles: "이 명단" is a list. */
const COUNTER = new RegExp(
  `^(?:여 ?)?(?:${COUNTERS.split(' ').join('|')})(?![가-힣])|^(?:여 ?)?(?:${COUNTERS.split(' ').join('|')})(?=[은는이가을를의도과와에으로만씩]|정도|가량|안팎|이상)`,
);

/** 일만이천 is 12,000; each unit multiplies the digit before it. */
function sinoValue(text: string): number | null {
  let total = 0;
  let below = 0;
  let digit = 0;
  for (const char of text) {
    const large = LARGE_UNITS.get(char);
    const small = SMALL_UNITS.get(char);
    const plain = DIGITS.get(char);
    if (large !== undefined) {
      total += (below + digit || 1) * large;
      below = 0;
      digit = 0;
    } else if (small !== undefined) {
      below += (digit || 1) * small;
      digit = 0;
    } else if (plain !== undefined && digit === 0) digit = plain;
    else return null;
  }
  return total + below + digit;
}

const NONE = { value: null, magnitude: null, round: false, unsure: false };

/** 수십, 수천, 몇백, 수십만: some tens, some thousands. */
function readVague(text: string): { magnitude: number; length: number } | null {
  const found = /^(?:수|몇 ?)([십백천만억]{1,2})/.exec(text);
  const value = found?.[1] ? sinoValue(found[1]) : null;
  return found && value ? { magnitude: value, length: found[0].length } : null;
}

/**
 * Reads the number that begins with a word.
 * @param sentence what the words stand in
 * @returns the number and where it ends, since a counter or particle may be part of its last word
 */
export function readKorean(
  words: readonly SentenceWord[],
  from: number,
  sentence: string,
): (SpokenNumber & { readonly end: number }) | null {
  const word = words[from];
  if (word === undefined || !/^[가-힣]/.test(word.text)) return null;
  const rest = sentence.slice(word.start, word.start + 40);

  const vague = readVague(rest);
  if (vague) {
    const end = word.start + vague.length;
    const isCounted = /^여? ?(?:명|개|대|발|척|기|톤|건|곳|차례|의|$)/.test(
      sentence.slice(end, end + 4),
    );
    return isCounted ? { ...NONE, words: 1, magnitude: vague.magnitude, end } : null;
  }

  // Sino-Korean: what is no counted number is only believed when it is long enough to be no other word.
  const sino = new RegExp(`^[${SINO}]+(?: [${SINO}]+)*`).exec(rest)?.[0] ?? '';
  if (sino !== '') {
    const end = word.start + sino.length;
    const value = sinoValue(sino.replaceAll(' ', ''));
    const isCounted = COUNTER.test(sentence.slice(end).replace(/^ /, ''));
    const isLong =
      sino.length >= 3 && /[십백천만억]/.test(sino) && !/[가-힣]/.test(sentence[end] ?? ' ');
    const isSure = isLong || (isCounted && /[십백천만억조]/.test(sino));
    if (value !== null && value > 1 && isSure) {
      return { ...NONE, words: sino.split(' ').length, value, end };
    }
  }

  const [, tens = '', units = ''] =
    /^(열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)?(한|두|세|네|다섯|여섯|일곱|여덟|아홉)?/.exec(
      rest,
    ) ?? [];
  const native = tens + units;
  const end = word.start + native.length;
  if (native === '' || !COUNTER.test(sentence.slice(end).replace(/^ /, ''))) return null;
  const value = (NATIVE.get(tens) ?? 0) + (NATIVE.get(units) ?? 0);
  return value > 1 ? { ...NONE, words: 1, value, end } : null;
}
