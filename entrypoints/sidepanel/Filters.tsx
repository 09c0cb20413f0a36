import { useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../../components/Icon';
import { numberFormat } from '../../components/intl';
import { KindChips } from '../../components/KindChips';
import { useWords } from '../../components/words';
import type { RecordView } from '../../data/messages';
import { type Filter, isFiltering, kindCounts, NO_FILTER, speakerCounts } from './filter';

interface Props {
  /** All that there is to filter. */
  readonly records: readonly RecordView[];
  /** How many of them are on show. */
  readonly shown: number;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** A date field's own value; empty where there is none, or it is half written. */
const dateOf = (input: HTMLInputElement) => input.value || null;

/** Who, from when and until when. */
function Details({ records, filter, onFilter }: Omit<Props, 'shown'>) {
  const { locale, say } = useWords();
  const format = numberFormat(locale);
  return (
    <>
      <label class="filter-field">
        <span>{say('filter.speaker')}</span>
        <select
          class="choose"
          onChange={(event) => onFilter({ ...filter, speaker: event.currentTarget.value || null })}
        >
          <option value="" selected={filter.speaker === null}>
            {say('filter.speaker.any')}
          </option>
          {speakerCounts(records, filter, locale).map(({ name, count }) => (
            <option key={name} value={name} selected={name === filter.speaker}>
              {say('filter.speaker.count', { name, count: format.format(count) })}
            </option>
          ))}
        </select>
      </label>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} class="filter-field date-field">
          <span>{say(`filter.${end}`)}</span>
          <input
            type="date"
            class="choose"
            value={filter[end] ?? ''}
            onChange={(event) => onFilter({ ...filter, [end]: dateOf(event.currentTarget) })}
          />
        </label>
      ))}
    </>
  );
}

/** Which records are on show: kinds, speaker, dates; how many that are, and the way back to all. */
export function Filters({ records, shown, filter, onFilter }: Props) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLElement>(null);
  const details = useId();
  const filtering = isFiltering(filter);

  function clear() {
    // The button goes away; the focus would go with it.
    place.current?.querySelector<HTMLElement>('.chip')?.focus();
    onFilter(NO_FILTER);
  }

  return (
    <section class="filters" aria-label={say('filter.title')} ref={place}>
      <KindChips
        counts={kindCounts(records, filter)}
        chosen={filter.kinds}
        onChoose={(kinds) => onFilter({ ...filter, kinds })}
      />
      <div class="filter-line">
        <button
          type="button"
          class="action filter-more"
          aria-expanded={open}
          aria-controls={open ? details : undefined}
          onClick={() => setOpen(!open)}
        >
          {say('filter.more')}
          <Icon name="down" size={12} />
        </button>
        <p class="quiet" role="status">
          {filtering && say('filter.shown', { n: records.length, shown })}
        </p>
        {filtering && (
          <button type="button" class="link" onClick={clear}>
            {say('filter.clear')}
          </button>
        )}
      </div>
      {open && (
        <div class="filter-details" id={details}>
          <Details records={records} filter={filter} onFilter={onFilter} />
        </div>
      )}
    </section>
  );
}
