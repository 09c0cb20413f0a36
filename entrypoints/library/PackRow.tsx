import { useRef, useState } from 'preact/hooks';
import { agoFormat } from '../../components/intl';
import { PackHead } from '../../components/PackHead';
import { useWords } from '../../components/words';
import type { AskBackground, PackView } from '../../data/messages';
import type { SyncView } from '../../data/pack-messages';
import { SyncStatus } from './SyncStatus';

interface Props {
  readonly ask: AskBackground;
  readonly pack: PackView;
  /** How it is kept up; null for a pack that comes with the extension. */
  readonly sync: SyncView | null;
  /** How many entries changed since the reader last looked. */
  readonly changes: number;
  readonly onChanged: () => void;
}

/** One pack: whose it is, what is in it, how current it is, and what can be done about it. */
export function PackRow({ ask, pack, sync, changes, onChanged }: Props) {
  const { locale, say } = useWords();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const remover = useRef<HTMLButtonElement>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function act(work: () => Promise<unknown>) {
    setBusy(true);
    setTrouble(null);
    const done = work().catch((error: Error) => setTrouble(error.message));
    onChanged();
    await done;
    setBusy(false);
    setAsking(false);
    onChanged();
  }

  const update = () => act(() => ask('packs.update', { pack: pack.id }));
  const remove = () => act(() => ask('packs.remove', { pack: pack.id }));
  // The button that was pressed goes; the focus would go with it.
  const keep = () => {
    setAsking(false);
    remover.current?.focus();
  };
  const stop = () => void ask('packs.stop', { pack: pack.id }).then(onChanged);
  const said = trouble ?? sync?.trouble;
  return (
    <li class="library-pack">
      <PackHead pack={pack} />
      <div>
        <p class="small-title">{say('library.topics', { n: pack.counts.topic })}</p>
        <p class="quiet">{versionWords()}</p>
      </div>
      {sync ? (
        <div class="library-sync">
          {sync.progress ? (
            <SyncStatus progress={sync.progress} name={pack.name} onStop={stop} />
          ) : (
            <>
              <p class="quiet">{checkedWords(sync)}</p>
              <p class="buttons">
                {sync.folder !== null && (
                  <button
                    type="button"
                    class="button"
                    disabled={busy}
                    onClick={() => void update()}
                  >
                    {say('library.sync.check')}
                  </button>
                )}
                <button
                  type="button"
                  class="button"
                  ref={remover}
                  aria-expanded={asking}
                  onClick={() => setAsking(!asking)}
                >
                  {say('library.remove')}
                </button>
              </p>
            </>
          )}
        </div>
      ) : (
        <p>{say(pack.bundled ? 'pack.bundled' : 'pack.added')}</p>
      )}
      <p class="library-more">
        <a href={`#changes/${pack.id}`}>
          {changes > 0 ? say('library.news', { n: changes }) : say('library.history')}
        </a>
      </p>
      {sync && (
        <details class="library-more">
          <summary>{say('library.sync.key')}</summary>
          <p class="fingerprint" dir="ltr">
            {sync.fingerprint}
          </p>
          {sync.folder === null ? (
            <p class="quiet">{say('library.sync.nowhere')}</p>
          ) : (
            <p class="quiet" dir="ltr">
              {sync.folder}
            </p>
          )}
        </details>
      )}
      {asking && (
        <p class="library-more buttons">
          <span>{say('library.remove.sure')}</span>
          <button type="button" class="button" onClick={keep}>
            {say('library.remove.keep')}
          </button>
          <button
            type="button"
            class="button primary"
            disabled={busy}
            onClick={() => void remove()}
          >
            {say('library.remove')}
          </button>
        </p>
      )}
      {sync?.ended && (
        <p class="library-more note">
          {say('library.sync.ended')} <bdi>{sync.ended}</bdi>
        </p>
      )}
      {said && (
        <p class="library-more note" role="alert">
          {said}
        </p>
      )}
    </li>
  );

  function versionWords(): string | null {
    if (sync?.version != null) return say('library.version', { version: sync.version });
    return pack.edition === null ? null : say('library.edition', { edition: pack.edition });
  }

  function checkedWords({ at, folder }: SyncView): string {
    if (folder === null) return say('library.sync.file');
    return at === null
      ? say('library.sync.never')
      : say('library.sync.checked', { when: agoWords(Date.now() - at, locale) });
  }
}

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** How long ago, in the language's words: "3 hours ago". */
function agoWords(ms: number, locale: string): string {
  const [unit, length] =
    ms < HOUR
      ? (['minute', MINUTE] as const)
      : ms < DAY
        ? (['hour', HOUR] as const)
        : (['day', DAY] as const);
  return agoFormat(locale).format(-Math.floor(ms / length), unit);
}
