import type { PackView } from '../data/messages';

/** The pack's letters, to stand beside what comes from it. */
export function Monogram({ pack }: { readonly pack: Pick<PackView, 'monogram' | 'name'> }) {
  return (
    <abbr class="monogram" title={pack.name} translate={false}>
      {pack.monogram}
    </abbr>
  );
}
