/** A date as people write it, as EDTF: for errors that say what to write, never to accept it. */

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

const DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (\\d{4})$`);
const MONTH_FIRST = new RegExp(`^${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`);
const MONTH_ONLY = new RegExp(`^${MONTH},? (\\d{4})$`);
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d.*)?$/;

function edtf(year = '', month: number, day?: string): string {
  const parts = [year, String(month).padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])];
  return parts.join('-');
}

const monthOf = (name = '') => MONTHS.indexOf(name) + 1;

/**
 * @param text what stands where a date belongs: "24 Oct 2024", "October 24, 2024", "2024/10/24"
 * @returns the EDTF date, or null where it could mean several, as "10/11/2024" does
 */
export function dateHint(text: string): string | null {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst) return edtf(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(plain);
  if (monthFirst) return edtf(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const monthOnly = MONTH_ONLY.exec(plain);
  if (monthOnly) return edtf(monthOnly[2], monthOf(monthOnly[1]));
  const yearFirst = YEAR_FIRST.exec(plain);
  return yearFirst ? edtf(yearFirst[1], Number(yearFirst[2]), yearFirst[3]) : null;
}
