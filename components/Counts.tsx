import type { RecordKind } from '../data/model';
import { numberFormat } from './intl';
import { Marker } from './Marker';
import { Phrase, useWords } from './words';

const KINDS = ['claim', 'denial', 'statement', 'event'] as const satisfies readonly RecordKind[];

interface Props {
  readonly counts: Readonly<Record<RecordKind, number>>;
}

/** "6 claims 1 denial 3 statements", each with its shape; kinds without a record are left out. */
export function Counts({ counts }: Props) {
  const { locale } = useWords();
  return (
    <span class="counts">
      {KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
        <span key={kind} class="count">
          <Marker kind={kind} size={10} />
          <span>
            <Phrase
              id={`count.${kind}`}
              n={counts[kind]}
              parts={{ count: <b>{numberFormat(locale).format(counts[kind])}</b> }}
            />
          </span>{' '}
        </span>
      ))}
    </span>
  );
}
