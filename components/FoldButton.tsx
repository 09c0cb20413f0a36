import type { RecordView } from '../data/messages';
import { dayRange } from './dayRange';
import { Icon } from './Icon';
import { standsUnder } from './placing';
import { useWords } from './words';

interface Props {
  /** What it brings out, in date order. */
  readonly hidden: readonly RecordView[];
  readonly onOpen: () => void;
}

/** "Show 4 more, 23–25 Oct": rows of a long list that wait to be asked for. */
export function FoldButton({ hidden, onOpen }: Props) {
  const { locale, say } = useWords();
  const n = hidden.length;
  const [first, last] = [hidden[0], hidden.at(-1)].map((record) => record && standsUnder(record));
  const dates = first && last ? dayRange(first, last, locale) : null;
  return (
    <button type="button" class="fold" onClick={onOpen}>
      <Icon name="plus" size={12} />
      {dates === null ? say('record.more', { n }) : say('record.more.dates', { n, dates })}
    </button>
  );
}
