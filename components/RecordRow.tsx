import { DateText } from './DateText';
import { FoldedText } from './FoldedText';
import { RecordDetails, type RecordProps } from './RecordDetails';
import { RecordHead } from './RecordHead';
import { Phrase } from './words';

/** One record in full: type word, who, the words, how it stands to others, and where to check. */
export function RecordRow(props: RecordProps) {
  const { withdrawn, text } = props.record;
  return (
    <div class={withdrawn ? 'record withdrawn' : 'record'}>
      <p class="head">
        <RecordHead record={props.record} />
      </p>
      {withdrawn && (
        <p class="when">
          <Phrase
            id="record.withdrawn"
            parts={{
              date: <DateText date={withdrawn.date} />,
              reason: <bdi>{withdrawn.reason}</bdi>,
            }}
          />
        </p>
      )}
      <FoldedText text={text} />
      <RecordDetails {...props} />
    </div>
  );
}
