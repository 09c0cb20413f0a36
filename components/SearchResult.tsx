import { useState } from 'preact/hooks';
import type { DateView, SearchHit } from '../data/messages';
import { DateText } from './DateText';
import { MarkedText } from './MarkedText';
import { Marker } from './Marker';
import { LaterTag } from './PageDate';
import { PlainText } from './PlainText';
import { standsUnder } from './placing';
import { RecordDetails, Withdrawal } from './RecordDetails';
import { RecordHead } from './RecordHead';
import { Translation } from './Translation';
import { useWords } from './words';

interface Props {
  readonly hit: SearchHit;
  /** When the page was published beside which it was searched, if that is known. */
  readonly pageDate?: DateView | null | undefined;
  /** Copies a citation of it. */
  readonly onCite?: (() => void) | undefined;
}

/** One record that a search found; a click opens the rest of it below. */
export function SearchResult({ hit, pageDate, onCite }: Props) {
  const { say } = useWords();
  const { record, marks, around } = hit;
  const [open, setOpen] = useState(false);
  const [asSaid, setAsSaid] = useState(false);
  const date = standsUnder(record);
  const { original } = record;

  /** As one copies anything: unless some words are selected, which are meant then. */
  function onKeyDown(event: KeyboardEvent) {
    const copies = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c';
    if (!copies || !onCite || getSelection()?.toString()) return;
    event.preventDefault();
    onCite();
  }

  return (
    <li data-kind={record.kind} class={record.withdrawn ? 'hit withdrawn' : 'hit'}>
      <button
        type="button"
        class="hit-row"
        data-row
        aria-expanded={open}
        aria-keyshortcuts={onCite && 'Control+C'}
        onClick={() => setOpen(!open)}
        onKeyDown={onKeyDown}
      >
        <Marker kind={record.kind} />
        <span class="head">
          <RecordHead record={record} /> <LaterTag date={date} pageDate={pageDate} />
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
          <Translation record={record} open={asSaid} onToggle={() => setAsSaid(!asSaid)} />
          {asSaid && original && (
            <p class="text" lang={original.lang} dir="auto">
              <PlainText text={original.text} />
            </p>
          )}
          <RecordDetails record={record} />
          {onCite && (
            <button type="button" class="link" onClick={onCite}>
              {say('action.cite')}
            </button>
          )}
        </div>
      )}
    </li>
  );
}
