import type { PackView, RecordView } from '../data/messages';
import { Monogram } from './Monogram';
import { PlainText } from './PlainText';
import { packOf } from './placing';
import { RecordDetails } from './RecordDetails';
import { RecordHead } from './RecordHead';
import { type RecordProps, RecordWords } from './RecordRow';

interface Props extends Pick<RecordProps, 'onPick' | 'canPick' | 'tag'> {
  /** Of one speaker, kind and date; of two packs at least. */
  readonly records: readonly [RecordView, ...RecordView[]];
  readonly packs: readonly PackView[];
  readonly marksOf: (record: RecordView) => RecordProps['marks'];
  readonly isGone: (record: RecordView) => boolean;
}

/** What several publishers have of one thing said: a column each under the publisher's name, every wording its own. */
export function PacksRow({ records, packs, marksOf, isGone, onPick, canPick, tag }: Props) {
  const ids = [...new Set(records.map(packOf))];
  return (
    <div class="record wide">
      <p class="head">
        <RecordHead record={records[0]} /> {tag}
      </p>
      <ul class="publishers">
        {ids.map((id) => {
          const own = records.filter((record) => packOf(record) === id);
          const pack = packs.find((each) => each.id === id);
          return (
            <li key={id}>
              <p class="publisher">
                {pack && <Monogram pack={pack} />}
                <bdi class="publisher-name">
                  <PlainText text={pack?.name ?? id} />
                </bdi>
              </p>
              {own.map((record) => (
                <div key={record.key}>
                  <RecordWords record={record} marks={marksOf(record)} />
                  <RecordDetails
                    record={record}
                    gone={isGone(record)}
                    onPick={onPick}
                    canPick={canPick}
                  />
                </div>
              ))}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
