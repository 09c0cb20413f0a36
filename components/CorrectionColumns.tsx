import type { ComponentChildren } from 'preact';
import type { CorrectionView, SourceView } from '../data/messages';
import { DateText } from './DateText';
import { Icon } from './Icon';
import { SourceLink } from './SourceLink';
import { useWords } from './words';

interface Props {
  readonly correction: CorrectionView;
  /** Where the record itself was reported. */
  readonly reportedBy: SourceView | undefined;
}

const figures = (list: readonly { readonly label: string }[]) =>
  list.map(({ label }) => <span key={label}>{label}</span>);

/** What differs, in each of the two columns; null where only words say it. */
function values({
  reported,
  corrected,
  figures: both,
}: CorrectionView): readonly ComponentChildren[] | null {
  if (both) return [figures(both.reported), figures(both.corrected)];
  if (!reported && !corrected) return null;
  return [reported && <DateText date={reported} />, corrected && <DateText date={corrected} />];
}

/** As reported, and as another record corrects it, side by side and of equal weight. */
export function CorrectionColumns({ correction, reportedBy }: Props) {
  const { say } = useWords();
  const pair = values(correction);
  return (
    <dl class="correction">
      {pair && (
        <div>
          <dt>{say('correction.reported')}</dt>
          <dd>{pair[0] ?? say('correction.nothing')}</dd>
          {reportedBy && <dd class="correction-source">{reportedBy.publisher}</dd>}
        </div>
      )}
      <div>
        <dt>
          <Icon name="pencil" size={12} />
          {say('correction.corrected')}
        </dt>
        {pair ? (
          <dd>{pair[1] ?? say('correction.nothing')}</dd>
        ) : (
          <dd class="correction-words" lang={correction.text.lang} dir="auto">
            {correction.text.text}
          </dd>
        )}
        {correction.source && (
          <dd class="correction-source">
            <SourceLink source={correction.source} />
          </dd>
        )}
      </div>
    </dl>
  );
}
