import type { PackView } from '../data/messages';
import { Counts } from './Counts';
import { Monogram } from './Monogram';

interface Props {
  readonly pack: PackView;
  /** Where it comes from, in words, if that shall stand beside its licence. */
  readonly origin?: string | null;
}

/** A pack as the head of a list's row: its letters, name, publisher and licence, and what is in it. */
export function PackHead({ pack, origin = null }: Props) {
  return (
    <>
      <Monogram pack={pack} />
      <div>
        <h2 class="small-title">
          <bdi>{pack.name}</bdi>
        </h2>
        <p class="quiet">
          <bdi>{pack.publisher}</bdi> · {pack.licence}
          {origin !== null && ` · ${origin}`}
        </p>
        <Counts counts={pack.counts} />
      </div>
    </>
  );
}
