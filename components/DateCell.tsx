import type { DateView } from '../data/messages';
import { DateText } from './DateText';
import { dateParts } from './dateParts';
import { useWords } from './words';

interface Props {
  readonly date: DateView | null;
  /** The eye has just read the year. */
  readonly yearKnown: boolean;
  /** The row above has the same day and the same speakers: the date is there for screen readers only. */
  readonly repeats?: boolean;
}

/** "24 Oct", with the year in the first row and wherever it changes. */
export function DateCell({ date, yearKnown, repeats = false }: Props) {
  const { locale } = useWords();
  if (!date) return <div class="date" />;
  const parts = dateParts(date, locale);
  return (
    <div class={parts ? 'date' : 'date worded'}>
      <span class={repeats ? 'unseen' : undefined}>
        {parts ? (
          <time dateTime={date.edtf}>
            {parts.day}
            <span class={yearKnown ? 'unseen' : 'year'}> {parts.year}</span>
          </time>
        ) : (
          <DateText date={date} />
        )}
      </span>
    </div>
  );
}
