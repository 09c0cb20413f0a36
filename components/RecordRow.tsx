import { FoldedText } from './FoldedText';
import { RecordDetails, type RecordProps, Withdrawal } from './RecordDetails';
import { RecordHead } from './RecordHead';

/** One record in full: type word, who, the words, how it stands to others, and where to check. */
export function RecordRow(props: RecordProps) {
  const { withdrawn, text } = props.record;
  return (
    <div class={withdrawn ? 'record withdrawn' : 'record'}>
      <p class="head">
        <RecordHead record={props.record} />
      </p>
      <Withdrawal record={props.record} />
      <FoldedText text={text} />
      <RecordDetails {...props} />
    </div>
  );
}
