/** A date as pages write it for programs, to EDTF. The day is the one written: no time zone is added or taken away. */

/** The longest is "Thursday, 07 November 2024 10:00:00 GMT+0200". */
const MAX_LENGTH = 64;

const MONTHS =
  'january february march april may june july august september october november december'
    .split(' ')
    .map((name) => name.slice(0, 3));
const MONTH = `(?<name>${MONTHS.join('|')})[a-z]*\\.?`;

/** Each whole text, a time of day behind it allowed. */
const FORMS = [
  // ISO 8601, and what databases print: "2024-11-07 10:00:00", "20241107", "2024/11/07", "2024-11", "2024".
  /^(?<y>\d{4})(?:(?<sep>[-/.])(?<m>\d\d?)(?:\k<sep>(?<d>\d\d?))?)?(?:[T\s,].*)?$/,
  /^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)(?:T?\d{4,6}Z?|[T\s].*)?$/,
  // RFC 5322 and what people write: "Thu, 07 Nov 2024 10:00:00 GMT", "7. November 2024".
  new RegExp(
    `^(?:[a-z]+\\.?,?\\s+)?(?<d>\\d\\d?)(?:st|nd|rd|th|\\.)?[\\s-]+${MONTH},?[\\s-]+(?<y>\\d{4})(?:\\D.*)?$`,
    'i',
  ),
  // "November 7, 2024 10:00", "Thu Nov 07 2024 …"
  new RegExp(
    `^(?:[a-z]+\\.?,?\\s+)?${MONTH}\\s+(?<d>\\d\\d?)(?:st|nd|rd|th)?,?\\s+(?<y>\\d{4})(?:\\D.*)?$`,
    'i',
  ),
  // What Date prints in some languages: "Fri Mar 13 21:30:09 EST 2015"
  new RegExp(
    `^[a-z]{3}\\s+${MONTH}\\s+(?<d>\\d\\d?)\\s+[\\d:]+\\s+(?:[a-z]{1,5}\\s+)?(?<y>\\d{4})$`,
    'i',
  ),
  // "November 2024"
  new RegExp(`^${MONTH}\\s+(?<y>\\d{4})$`, 'i'),
  // With full stops the day comes first everywhere.
  /^(?<d>\d\d?)\.\s?(?<m>\d\d?)\.\s?(?<y>\d{4})(?:\D.*)?$/,
];

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * @param text any text
 * @returns an EDTF day, month or year, as precise as the text; null where it is none for sure: "07/11/2024" is July
 *   in some countries and November in others
 */
export function readDate(text: string): string | null {
  const trimmed = text.length > 4 * MAX_LENGTH ? '' : text.trim();
  if (trimmed === '' || trimmed.length > MAX_LENGTH) return null;
  for (const form of FORMS) {
    const { y = '', name, m, d } = form.exec(trimmed)?.groups ?? {};
    if (y === '' || y === '0000') continue;
    const month = name === undefined ? m : String(MONTHS.indexOf(name.toLowerCase()) + 1);
    if (month === undefined) return y;
    if (!isDay(Number(y), Number(month), Number(d ?? 1))) return null;
    const parts = d === undefined ? [y, month] : [y, month, d];
    return parts.map((part) => part.padStart(2, '0')).join('-');
  }
  return null;
}
