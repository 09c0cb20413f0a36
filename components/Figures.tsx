import { useMemo, useState } from 'preact/hooks';
import type { DateView, Key, Named, RecordView } from '../data/messages';
import { DateText } from './DateText';
import { dateParts } from './dateParts';
import { type FigureGroup, type FigureRow, figuresOf } from './figures';
import { numberFormat } from './intl';
import { PlainText } from './PlainText';
import { Names, Phrase, useWords } from './words';

/** So many of a unit stand at once, the sentence's own among them; a topic may have hundreds. */
const SHOWN = 6;

/** Sentences with more figures than these are named by the first. */
const NAMED = 3;

interface RowProps {
  readonly row: FigureRow;
  /** The date that the eye has read before: its year is not said again. */
  readonly near: DateView | null;
  readonly onPick: ((record: Key) => void) | undefined;
}

function Row({ row: { figure, record, dates, same }, near, onPick }: RowProps) {
  const { locale, say } = useWords();
  const cells = (
    <>
      <span class="figure-qualifier">
        {figure.qualifier && say(`qualifier.${figure.qualifier}`)}
      </span>{' '}
      <b class="figure-value">{numberFormat(locale).format(figure.value)}</b>{' '}
      <span class="figure-who">
        {(record.kind === 'denial' || record.speakers.length === 0) && (
          <span class={`kind ${record.kind}`}>{say(`kind.${record.kind}`)} </span>
        )}
        <Names names={record.speakers} />
      </span>{' '}
      <span class="figure-date">
        {dates.map((date) => (
          <span key={date.edtf}>
            <DateText date={date} near={near} />{' '}
          </span>
        ))}
      </span>
      {same && <span class="unseen">{say('figures.same')}</span>}
    </>
  );
  return (
    <li class={same ? 'figure same' : 'figure'}>
      {onPick ? (
        <button type="button" class="figure-row" onClick={() => onPick(record.key)}>
          {cells}
        </button>
      ) : (
        <div class="figure-row">{cells}</div>
      )}
    </li>
  );
}

/** A window on a long list that holds the sentence's own figure. */
function windowOn(rows: readonly FigureRow[]): readonly FigureRow[] {
  const own = rows.findIndex(({ same }) => same);
  const start = Math.max(0, Math.min(own - Math.floor(SHOWN / 2), rows.length - SHOWN));
  return rows.slice(start, start + SHOWN);
}

const yearOf = ({ edtf }: DateView) => edtf.slice(0, 4);

/** The date whose year stands for all of them, to be said once in the head; null where they are of several years. */
function yearOfAll(rows: readonly FigureRow[], locale: string): DateView | null {
  const dates = rows.flatMap((row) => row.dates);
  const first = dates.find((date) => dateParts(date, locale));
  return first && dates.every((date) => yearOf(date) === yearOf(first)) ? first : null;
}

/** The last date above a row. */
const dateAbove = (rows: readonly FigureRow[], row: number): DateView | null =>
  rows.slice(0, row).findLast(({ dates }) => dates.length > 0)?.dates[0] ?? null;

function Unit({ group, onPick }: { group: FigureGroup; onPick: RowProps['onPick'] }) {
  const { locale, say } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? group.rows : windowOn(group.rows);
  const hidden = group.rows.length - shown.length;
  const inYear = useMemo(() => yearOfAll(group.rows, locale), [group, locale]);
  return (
    <div class="figures">
      <p class="figures-unit">
        <bdi>
          <PlainText text={group.unit} />
        </bdi>{' '}
        {inYear && <span>{dateParts(inYear, locale)?.year}</span>}
      </p>
      <ul aria-label={group.unit}>
        {shown.map((row, i) => (
          <Row
            key={`${row.record.key} ${row.figure.label}`}
            row={row}
            near={inYear ?? dateAbove(shown, i)}
            onPick={onPick}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {say('record.more', { n: hidden })}
        </button>
      )}
    </div>
  );
}

interface Props {
  readonly records: readonly RecordView[];
  readonly named?: Named | null | undefined;
  readonly onPick?: ((record: Key) => void) | undefined;
}

/** Figures that differ, side by side with who and when, and the one of the page's sentence in a box. */
export function Figures({ records, named = null, onPick }: Props) {
  const { say } = useWords();
  const groups = useMemo(() => figuresOf(records, named), [records, named]);
  if (groups.length === 0) return null;
  const texts = [...new Set(named?.figures.map(({ text }) => text))].slice(0, NAMED);
  return (
    <section class="block">
      <h3 class="block-title">
        {texts.length > 0 ? (
          <Phrase
            id="figures.named"
            n={texts.length}
            parts={{
              figures: (
                <b>
                  <Names names={texts.map((figure) => say('figures.quoted', { figure }))} />
                </b>
              ),
            }}
          />
        ) : (
          say('figures.title')
        )}
      </h3>
      {groups.map((group) => (
        <Unit key={group.unit} group={group} onPick={onPick} />
      ))}
    </section>
  );
}
