import type { RecordView } from '../data/messages';
import { Names, useWords } from './words';

/** "Denial North Korean envoy to the UN": the type word first, always, then who, then the form, then whether it is new. */
export function RecordHead({ record }: { readonly record: RecordView }) {
  const { say } = useWords();
  const { kind, speakers, form, news } = record;
  return (
    <>
      <span class={`kind ${kind}`}>{say(`kind.${kind}`)}</span>{' '}
      {speakers.length > 0 && (
        <b>
          <Names names={speakers} />
        </b>
      )}{' '}
      {form && form !== 'remark' && <span class="form">{say(`form.${form}`)}</span>}{' '}
      {news && <span class="tag news">{say(`record.${news}`)}</span>}
    </>
  );
}
