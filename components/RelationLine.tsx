import type { DateView, Key, RelationView } from '../data/messages';
import { DateText } from './DateText';
import { Icon } from './Icon';
import { Names, Phrase } from './words';

interface Props {
  readonly relation: RelationView;
  /** When the record that the line stands in was made: a year in common is not said again. */
  readonly near: DateView | null;
  /** Shows the other record. Left out where it is not on show. */
  readonly onPick?: ((record: Key) => void) | undefined;
}

/** The other record as a line names it: "South Korean intelligence, 18 Oct". */
function Other({ relation, near }: Omit<Props, 'onPick'>) {
  const date = relation.date && <DateText date={relation.date} near={near} />;
  const who = relation.speakers.length > 0 && <Names names={relation.speakers} />;
  if (who && date) return <Phrase id="relation.who-date" parts={{ who, date }} />;
  if (who) return who;
  return date ? (
    <Phrase id="relation.date" parts={{ date }} />
  ) : (
    <Phrase id="relation.other" parts={{}} />
  );
}

/** How a record stands to another, as the pack has it: "Denies South Korean intelligence, 18 Oct". */
export function RelationLine({ relation, near, onPick }: Props) {
  const line = (
    <>
      <Icon name="reply" size={12} />
      <span>
        <Phrase
          id={`relation.${relation.type}.${relation.direction}`}
          parts={{ other: <Other relation={relation} near={near} /> }}
        />
      </span>
    </>
  );
  return onPick ? (
    <button type="button" class="relation" onClick={() => onPick(relation.record)}>
      {line}
    </button>
  ) : (
    <p class="relation">{line}</p>
  );
}
