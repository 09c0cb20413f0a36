import { useState } from 'preact/hooks';
import type { DateView, Key, RelationView } from '../data/messages';
import { RelationLine } from './RelationLine';
import { useWords } from './words';

/** So many relations stand at once; a record that answers dozens would hide the next one. */
const SHOWN = 3;

interface Props {
  readonly relations: readonly RelationView[];
  /** When the record was made: a year in common is not said again. */
  readonly near: DateView | null;
  readonly onPick?: ((record: Key) => void) | undefined;
  readonly canPick: (record: Key) => boolean;
}

/** How a record stands to others, a line each. */
export function Relations({ relations, near, onPick, canPick }: Props) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  if (relations.length === 0) return null;
  return (
    <>
      <ul class="relations">
        {(all ? relations : relations.slice(0, SHOWN)).map((relation) => (
          <li key={`${relation.type} ${relation.direction} ${relation.record}`}>
            <RelationLine
              relation={relation}
              near={near}
              onPick={canPick(relation.record) ? onPick : undefined}
            />
          </li>
        ))}
      </ul>
      {relations.length > SHOWN && (
        <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say('relation.fewer') : say('relation.more', { n: relations.length - SHOWN })}
        </button>
      )}
    </>
  );
}
