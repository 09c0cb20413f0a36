import { Icon } from './Icon';
import { monthYearFormat, yearFormat } from './intl';
import type { Run } from './plan';
import { useWords } from './words';

/** "October 2024"; the year alone for what has no month. */
function nameOf(month: string, locale: string): string {
  const [year = 0, number] = month.split('-').map(Number);
  const at = new Date(new Date(0).setUTCFullYear(year, (number ?? 1) - 1, 1));
  return (number ? monthYearFormat : yearFormat)(locale).format(at);
}

interface Props {
  readonly run: Run;
  readonly month: string;
  readonly open: boolean;
  /** Nothing to press: everything is open, as in print. */
  readonly fixed: boolean;
  readonly onToggle: () => void;
}

/** A month of a long record, with how much is in it; closed, it stands for its rows. A record of years has many: each is few elements. */
export function MonthHead({ run, month, open, fixed, onToggle }: Props) {
  const { locale, say } = useWords();
  const n = run.entries.reduce((sum, { records }) => sum + records.length, 0);
  const head = (
    <>
      <span class="month-name">{nameOf(month, locale)}</span>
      <span class="month-count">{say('record.count', { n })}</span>
    </>
  );
  if (fixed) return <p class="month-head">{head}</p>;
  return (
    <button type="button" class="month-head" aria-expanded={open} onClick={onToggle}>
      <Icon name="down" size={12} />
      {head}
    </button>
  );
}
