import { useEffect, useState } from 'preact/hooks';
import { Choice } from '../../components/Choice';
import { DateText } from '../../components/DateText';
import { Monogram } from '../../components/Monogram';
import { Phrase, useWords } from '../../components/words';
import type { AskBackground } from '../../data/messages';
import type { ChangeView, VersionView } from '../../data/pack-messages';
import { ChangeRow } from './ChangeRow';
import './changes.css';

interface Props {
  readonly ask: AskBackground;
  /** Of which pack; null for all. */
  readonly pack: string | null;
  /** The reader has looked. */
  readonly onSeen: () => void;
}

type Shown = 'all' | 'added' | 'changed' | 'withdrawn';
const SHOWN: readonly Shown[] = ['all', 'added', 'changed', 'withdrawn'];

/** What is gone without a tombstone, as topics and sources may be, is told with what was withdrawn. */
const isShown = ({ change }: ChangeView, shown: Shown) =>
  shown === 'all' || change === shown || (shown === 'withdrawn' && change === 'removed');

/** What the versions of packs brought: since the reader last looked, or as far back as is kept. */
export function Changes({ ask, pack, onSeen }: Props) {
  const { say } = useWords();
  const [all, setAll] = useState(pack !== null);
  const [shown, setShown] = useState<Shown>('all');
  const [versions, setVersions] = useState<readonly VersionView[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  useEffect(() => {
    let here = true;
    async function load() {
      const found = await ask('changes.list', { pack, all });
      if (!here) return;
      setVersions(found);
      // It stays on show; what is new the next time is what came after this.
      await ask('changes.seen', { pack });
      onSeen();
    }
    load().catch((error: Error) => setTrouble(error.message));
    return () => {
      here = false;
    };
  }, [ask, pack, all]);

  const changes = versions?.flatMap((version) => version.changes) ?? [];
  return (
    <>
      <p class="lead">{say('changes.lead')}</p>
      <div class="changes-tools">
        <Choice
          label={say('changes.shown')}
          name="shown"
          choices={SHOWN}
          chosen={shown}
          textOf={(one) =>
            say(`changes.shown.${one}`, {
              n: changes.filter((change) => isShown(change, one)).length,
            })
          }
          onChoose={setShown}
        />
        <label class="changes-all">
          <input
            type="checkbox"
            checked={all}
            onChange={({ currentTarget: { checked } }) => setAll(checked)}
          />
          <span>{say('changes.all')}</span>
        </label>
        {pack !== null && <a href="#changes">{say('changes.packs')}</a>}
      </div>
      {trouble && (
        <p class="note" role="alert">
          {trouble}
        </p>
      )}
      {versions?.length === 0 && <p role="status">{say('changes.none')}</p>}
      {versions?.map((version) => (
        <Version
          key={`${version.pack.id} ${version.version ?? version.edition}`}
          version={version}
          shown={shown}
        />
      ))}
    </>
  );
}

/** One version of a pack, with what it brought. */
function Version({ version, shown }: { readonly version: VersionView; readonly shown: Shown }) {
  const { say } = useWords();
  const { pack, signed, counts, changes } = version;
  const rows = changes.filter((change) => isShown(change, shown));
  const total = counts ? counts.added + counts.changed + counts.withdrawn + counts.removed : 0;
  if (shown !== 'all' && rows.length === 0) return null;
  return (
    <section class="changes-version">
      <h2>
        <Monogram pack={pack} /> <bdi>{pack.name}</bdi>{' '}
        <span class="quiet">
          {versionWords()}
          {signed && (
            <>
              {' · '}
              <Phrase id="changes.signed" parts={{ date: <DateText date={signed} /> }} />
            </>
          )}
        </span>
      </h2>
      {counts === null && <p>{say('changes.whole')}</p>}
      {counts !== null && total === 0 && <p>{say('changes.first')}</p>}
      <ul class="library-list">
        {rows.map((change) => (
          <ChangeRow key={`${change.kind} ${change.key}`} change={change} />
        ))}
      </ul>
      {shown === 'all' && total > changes.length && (
        <p class="quiet">{say('changes.more', { n: total - changes.length })}</p>
      )}
    </section>
  );

  function versionWords(): string | null {
    const { version: number, before, edition } = version;
    if (number === null) return edition && say('library.edition', { edition });
    return before === null
      ? say('library.version', { version: number })
      : say('changes.version', { before, version: number });
  }
}
