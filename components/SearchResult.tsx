import { useState } from 'preact/hooks';
import type { SearchHit } from '../data/messages';
import { DateText } from './DateText';
import { MarkedText } from './MarkedText';
import { Marker } from './Marker';
import { RecordDetails, Withdrawal } from './RecordDetails';
import { RecordHead } from './RecordHead';
import { standsUnder } from './Timeline';

/** One record that a search found; a click opens the rest of it below. */
export function SearchResult({ hit }: { readonly hit: SearchHit }) {
  const { record, marks, around } = hit;
  const [open, setOpen] = useState(false);
  const date = standsUnder(record);
  return (
    <li data-kind={record.kind} class={record.withdrawn ? 'hit withdrawn' : 'hit'}>
      <button
        type="button"
        class="hit-row"
        data-row
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Marker kind={record.kind} />
        <span class="head">
          <RecordHead record={record} />
        </span>
        <span class="quiet">{date && <DateText date={date} />}</span>
        <span class={open ? 'text' : 'text folded'} lang={record.text.lang} dir="auto">
          <MarkedText text={record.text.text} marks={marks} />
        </span>
        {!open && (
          <span class="hit-about quiet">
            {around.map((name, i) => (
              <span key={i}>
                {i > 0 && ' · '}
                <bdi>
                  <MarkedText {...name} />
                </bdi>
              </span>
            ))}
          </span>
        )}
      </button>
      {open && (
        <div class="hit-more record">
          <Withdrawal record={record} />
          <RecordDetails record={record} />
        </div>
      )}
    </li>
  );
}
