import type { DateView } from '../data/messages';
import { dateParts } from './dateParts';
import { useWords } from './words';

/** What `<time datetime>` may hold: HTML knows days, months and years, but not the rest of EDTF. */
const HTML_DATE = /^\d{4}(?:-\d\d){0,2}$/;

interface Props {
  readonly date: DateView;
  /** Leave the year out when it is that of this date, which the eye has just read. */
  readonly near?: DateView | null;
}

/** A date in the reader's language at its own precision. */
export function DateText({ date, near }: Props) {
  const { locale } = useWords();
  const parts = near ? dateParts(date, locale) : null;
  const sameYear = near && date.edtf.slice(0, 4) === near.edtf.slice(0, 4);
  return (
    <time dateTime={HTML_DATE.test(date.edtf) ? date.edtf : undefined}>
      {parts && sameYear ? parts.day : date.label}
    </time>
  );
}
