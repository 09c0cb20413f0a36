import type { PackView } from '../data/messages';

/** The pack's letters, to stand beside what comes from it; dashed once its publisher let it run out. */
export function Monogram({
  pack,
}: {
  readonly pack: Pick<PackView, 'monogram' | 'name'> & Partial<Pick<PackView, 'stale'>>;
}) {
  return (
    <abbr class={pack.stale ? 'monogram stale' : 'monogram'} title={pack.name} translate={false}>
      {pack.monogram}
    </abbr>
  );
}
