import type { DateView } from '../data/messages';
import { isAfter } from './bounds';
import { DateText } from './DateText';
import { Icon } from './Icon';
import { Phrase, useWords } from './words';

/** The page's own date across the list, as an item of it that is read aloud. */
export function PageDate({ date }: { readonly date: DateView }) {
  return (
    <span class="page-pill">
      <Icon name="page" size={12} />
      <span>
        <Phrase id="page.this.date" parts={{ date: <DateText date={date} /> }} />
      </span>
    </span>
  );
}

interface TagProps {
  readonly date: DateView | null;
  readonly pageDate: DateView | null | undefined;
}

/** Said of a record outside date order that is certainly later than the page. */
export function LaterTag({ date, pageDate }: TagProps) {
  const { say } = useWords();
  return isAfter(date, pageDate) ? <span class="tag later">{say('page.after.tag')}</span> : null;
}
