import type { RecordKind } from '../data/model';
import { arrowKeys } from './arrowKeys';
import { numberFormat } from './intl';
import { Marker } from './Marker';
import { direction, useWords } from './words';

const KINDS = ['claim', 'denial', 'statement', 'event'] as const satisfies readonly RecordKind[];

interface Props {
  /** How many records of each kind there are to show. */
  readonly counts: Readonly<Record<RecordKind, number>>;
  /** Those that alone are on show; none is all. */
  readonly chosen: readonly RecordKind[];
  readonly onChoose: (kinds: readonly RecordKind[]) => void;
}

/** "Claims 6 · Denials 1 · Statements 3 · Events": which kinds of record are on show. */
export function KindChips({ counts, chosen, onChoose }: Props) {
  const { locale, say } = useWords();
  const rtl = direction(locale) === 'rtl';
  return (
    <fieldset
      class="chips kinds"
      aria-label={say('filter.kinds')}
      onKeyDown={(event) => arrowKeys(event, rtl)}
    >
      {KINDS.map((kind) => {
        const pressed = chosen.includes(kind);
        return (
          <button
            key={kind}
            type="button"
            class="chip"
            aria-pressed={pressed}
            onClick={() =>
              onChoose(pressed ? chosen.filter((one) => one !== kind) : [...chosen, kind])
            }
          >
            <Marker kind={kind} size={10} />
            {say(`filter.${kind}`)} <b>{numberFormat(locale).format(counts[kind])}</b>
          </button>
        );
      })}
    </fieldset>
  );
}
