import { useMemo, useState } from 'preact/hooks';
import type { Key, Named, RecordView } from '../data/messages';
import { DateText } from './DateText';
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
  readonly near: FigureRow | undefined;
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
            <DateText date={date} near={near?.dates[0] ?? null} />{' '}
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

function Unit({ group, onPick }: { group: FigureGroup; onPick: RowProps['onPick'] }) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? group.rows : windowOn(group.rows);
  const hidden = group.rows.length - shown.length;
  return (
    <div class="figures">
      <p class="figures-unit">
        <bdi>
          <PlainText text={group.unit} />
        </bdi>
      </p>
      <ul aria-label={group.unit}>
        {shown.map((row, i) => (
          <Row
            key={`${row.record.key} ${row.figure.label}`}
            row={row}
            near={shown[i - 1]}
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
