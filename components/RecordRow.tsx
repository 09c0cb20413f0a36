import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Marks } from '../data/messages';
import { FoldedText } from './FoldedText';
import { type DetailsProps, RecordDetails, Withdrawal } from './RecordDetails';
import { RecordHead } from './RecordHead';
import { Translation } from './Translation';

export interface RecordProps extends DetailsProps {
  /** The figure that the page's sentence gives too, in the record's words. */
  readonly marks?: Marks | undefined;
  /** Stands beside who said it. */
  readonly tag?: ComponentChildren;
}

/** A record's words, and the words that they translate one step away. */
export function RecordWords({ record, marks }: Pick<RecordProps, 'record' | 'marks'>) {
  const [asSaid, setAsSaid] = useState(false);
  const { text, original } = record;
  return (
    <>
      {asSaid && original ? (
        <FoldedText key="original" text={original} />
      ) : (
        <FoldedText key="text" text={text} marks={marks} />
      )}
      <Translation record={record} open={asSaid} onToggle={() => setAsSaid(!asSaid)} />
    </>
  );
}

/** One record in full: type word, who, the words, how it stands to others, and where to check. */
export function RecordRow(props: RecordProps) {
  const { record, tag } = props;
  return (
    <div class={record.withdrawn ? 'record withdrawn' : 'record'}>
      <p class="head">
        <RecordHead record={record} /> {tag}
      </p>
      <Withdrawal record={record} />
      <RecordWords record={record} marks={props.marks} />
      <RecordDetails {...props} />
    </div>
  );
}
