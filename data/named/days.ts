/** Days and months that a sentence names: "Oct. 24", "24 октября 2024", "10월 24일", "im Juni". */

import { later, type SentenceWord } from '../figures/words';
import { isMonth } from '../mentions/calendar';
import { fold } from '../mentions/fold';

export interface NamedDay {
  readonly year: number | null;
  /** From 1. */
  readonly month: number;
  readonly day: number | null;
}

/** How the names of months begin once folded, in eight languages; the first that fits. */
const BEGINNINGS: readonly string[] = [
  'jan ene янв січ يناير',
  'feb fev лют фев فبراير شباط',
  'mar mrz мар берез مارس اذار',
  'apr avr abr апр квіт ابريل نيسان',
  'may mai май мая мае трав مايو ايار',
  'jun juin июн черв يونيو حزيران',
  'jul juil июл лип يوليو تموز',
  'aug aou ago авг серп اغسطس اب',
  'sep set сен верес سبتمبر ايلول',
  'oct okt окт жовт اكتوبر',
  'nov ноя листоп نوفمبر',
  'dec dez dic дек груд ديسمبر',
];
const monthNames = later(() =>
  BEGINNINGS.flatMap((words, i) => words.split(' ').map((word) => [fold(word), i + 1] as const)),
);

function monthOf(word: SentenceWord): number | null {
  if (!isMonth(word.text)) return null;
  return monthNames().find(([begins]) => word.folded.startsWith(begins))?.[1] ?? null;
}

const asDay = (word: SentenceWord | undefined) => {
  const value = word && /^\d{1,2}$/.test(word.text) ? word.value : 0;
  return value >= 1 && value <= 31 ? value : null;
};
const asYear = (word: SentenceWord | undefined) =>
  word && /^(?:19|20)\d\d$/.test(word.text) ? Number(word.text) : null;

/** Korean and Chinese: 2024년 10월 24일. */
const KOREAN = /(?:((?:19|20)\d\d)\s?[년年]\s?)?(\d{1,2})\s?[월月](?:\s?(\d{1,2})\s?[일日])?/g;

/**
 * @param words of a sentence
 * @param sentence the text that they stand in
 */
export function namedDays(words: readonly SentenceWord[], sentence: string): NamedDay[] {
  const days: NamedDay[] = [];
  words.forEach((word, i) => {
    const month = monthOf(word);
    if (month === null) return;
    // "24 October 2024", "24 de octubre de 2024"
    const before =
      asDay(words[i - 1]) ?? (words[i - 1]?.folded === 'de' ? asDay(words[i - 2]) : null);
    const after = asDay(words[i + 1]);
    const behind = words[i + (before === null && after !== null ? 2 : 1)];
    const year =
      asYear(behind) ?? (behind?.folded === 'de' ? asYear(words[words.indexOf(behind) + 1]) : null);
    days.push({ year, month, day: before ?? after });
  });
  for (const [, year, month, day] of sentence.matchAll(KOREAN)) {
    days.push({
      year: year === undefined ? null : Number(year),
      month: Number(month),
      day: day === undefined ? null : Number(day),
    });
  }
  return days;
}

/**
 * @param date EDTF
 * @returns 2 where one of the days is that day, 1 where one of the months is its month, else 0
 */
export function nearness(date: string | undefined, days: readonly NamedDay[]): 0 | 1 | 2 {
  const [, y, m, d] = /^(\d{4})-(\d\d)(?:-(\d\d))?/.exec(date ?? '') ?? [];
  if (m === undefined) return 0;
  let best: 0 | 1 | 2 = 0;
  for (const { year, month, day } of days) {
    if (month !== Number(m) || (year !== null && year !== Number(y))) continue;
    if (day === null) best = best === 0 ? 1 : best;
    else if (d !== undefined && day === Number(d)) return 2;
  }
  return best;
}
