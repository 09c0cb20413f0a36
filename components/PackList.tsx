import { useState } from 'preact/hooks';
import type { PackView } from '../data/messages';
import { PackFooter } from './PackFooter';
import { useWords } from './words';

/** More would push the record itself out of a card. */
const SHOWN = 3;

interface Props {
  readonly packs: readonly PackView[];
  readonly compact?: boolean;
  readonly now?: number;
}

/** Who published a topic's records. */
export function PackList({ packs, compact = false, now = Date.now() }: Props) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? packs : packs.slice(0, SHOWN);
  return (
    <div class="packs">
      {shown.map((pack) => (
        <PackFooter key={pack.id} pack={pack} compact={compact} now={now} />
      ))}
      {packs.length > shown.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {say('record.more', { n: packs.length - shown.length })}
        </button>
      )}
    </div>
  );
}
