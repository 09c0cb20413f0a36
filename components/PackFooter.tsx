import type { PackView } from '../data/messages';
import { Monogram } from './Monogram';
import { useWords } from './words';

/** Who published what is shown above. The pack that comes with the extension says so and is not called signed. */
export function PackFooter({ pack }: { readonly pack: PackView }) {
  const { say } = useWords();
  return (
    <p class="pack">
      <Monogram pack={pack} />
      <bdi class="pack-name">{pack.name}</bdi>
      {pack.bundled && <span class="pack-origin">{say('pack.bundled')}</span>}
    </p>
  );
}
