import { ModeChoice } from '../../components/ModeChoice';
import type { Site } from '../../components/useSite';
import { useWords } from '../../components/words';
import type { PageReading } from '../../data/messages';

interface Props {
  readonly site: Site;
  /** Null where no reader runs in the page. */
  readonly reading: PageReading | null;
}

/** Which pages of the site are read, whether this is one, and why. Nothing where the site is not read. */
export function Where({ site: { state, onMode }, reading }: Props) {
  const { say } = useWords();
  const host = state?.host ?? null;
  if (!state || host === null) return null;
  const label = say('popup.modes', { host });
  return (
    <section class="popup-where" aria-label={label}>
      <p class="quiet" role="status">
        {reading && say(`why.${reading.why}`)}
      </p>
      <ModeChoice
        label={label}
        name="mode"
        modes={['articles', 'always']}
        mode={state.mode}
        onMode={onMode}
      />
    </section>
  );
}
