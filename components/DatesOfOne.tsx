import { useMemo } from 'preact/hooks';
import type { Key, RecordView } from '../data/messages';
import { DateText } from './DateText';
import { datesOfOne } from './dates-of-one';
import { Names, Phrase, useWords } from './words';

interface Props {
  readonly records: readonly RecordView[];
  readonly onPick?: ((record: Key) => void) | undefined;
}

/** Different dates of one event, side by side: each with who gave it, and when they said so. */
export function DatesOfOne({ records, onPick }: Props) {
  const { say } = useWords();
  const groups = useMemo(() => datesOfOne(records), [records]);
  if (groups.length === 0) return null;
  return (
    <section class="block">
      <h3 class="block-title">{say('dates.title')}</h3>
      {groups.map((group) => (
        <div key={group[0]?.record.key} class="figures dates">
          <ul>
            {group.map(({ when, record }) => {
              const cells = (
                <>
                  <b class="figure-value">
                    <DateText date={when} />
                  </b>{' '}
                  <span class="figure-who">
                    <span class={`kind ${record.kind}`}>{say(`kind.${record.kind}`)} </span>
                    <Names names={record.speakers} />
                  </span>{' '}
                  <span class="figure-date">
                    {record.made && (
                      <Phrase
                        id="dates.said"
                        parts={{ date: <DateText date={record.made} near={when} /> }}
                      />
                    )}
                  </span>
                </>
              );
              return (
                <li key={record.key} class="figure">
                  {onPick ? (
                    <button type="button" class="figure-row" onClick={() => onPick(record.key)}>
                      {cells}
                    </button>
                  ) : (
                    <div class="figure-row">{cells}</div>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}
