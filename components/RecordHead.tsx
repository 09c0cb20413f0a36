import type { RecordView } from '../data/messages';
import { Names, useWords } from './words';

/** "Denial North Korean envoy to the UN": the type word first, always, then who, then the form. */
export function RecordHead({ record }: { readonly record: RecordView }) {
  const { say } = useWords();
  const { kind, speakers, form } = record;
  return (
    <>
      <span class={`kind ${kind}`}>{say(`kind.${kind}`)}</span>{' '}
      {speakers.length > 0 && (
        <b>
          <Names names={speakers} />
        </b>
      )}{' '}
      {form && form !== 'remark' && <span class="form">{say(`form.${form}`)}</span>}
    </>
  );
}
