import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../../components/words';
import { measurePacks } from '../../data/backup/beside';
import type { PackView } from '../../data/messages';
import { bytesWords } from './bytes';
import './storage.css';

interface Used {
  /** By pack, in bytes. */
  readonly packs: Readonly<Record<string, number>>;
  /** What the browser counts of all that the extension stores, and what it allows. */
  readonly usage: number;
  readonly quota: number;
  readonly kept: boolean;
}

async function measure(): Promise<Used> {
  const packs = await measurePacks();
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return { packs, usage, quota, kept: await navigator.storage.persisted() };
}

/** What takes how much room, and whether the browser keeps it when the disk runs full. */
export function Storage({ packs }: { readonly packs: readonly PackView[] }) {
  const { say, locale } = useWords();
  const [used, setUsed] = useState<Used | null>(null);
  const [refused, setRefused] = useState(false);
  // Measured anew when a pack is another: packs that are as they were take the room that they took.
  const state = packs.map(({ id, counts, edition, updated }) => [id, counts, edition, updated]);
  const now = JSON.stringify(state);
  useEffect(() => {
    measure().then(setUsed, (error) => console.warn('Storage cannot be measured.', error));
  }, [now]);
  if (!used) return null;

  async function keep() {
    const agreed = await navigator.storage.persist();
    setRefused(!agreed);
    setUsed(await measure());
  }

  const shown = packs
    .map((pack) => ({ pack, bytes: used.packs[pack.id] ?? 0 }))
    .filter(({ bytes }) => bytes > 0)
    .sort((a, b) => b.bytes - a.bytes);
  const all = shown.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <section class="storage" aria-labelledby="storage">
      <p class="storage-head">
        <strong id="storage">{say('storage.title')}</strong>
        <span class="quiet">{bytesWords(all, locale)}</span>
      </p>
      <div class="storage-bar" aria-hidden="true">
        {shown.map(({ pack, bytes }) => (
          <span key={pack.id} style={{ flexGrow: bytes / all }} />
        ))}
      </div>
      <ul class="storage-packs quiet">
        {shown.map(({ pack, bytes }) => (
          <li key={pack.id}>
            <abbr title={pack.name}>{pack.monogram}</abbr> {bytesWords(bytes, locale)}
          </li>
        ))}
      </ul>
      <p class="quiet">
        {say('storage.browser', {
          used: bytesWords(used.usage, locale),
          quota: bytesWords(used.quota, locale),
        })}
      </p>
      <p class="quiet" role="status">
        {say(used.kept ? 'storage.kept' : refused ? 'storage.refused' : 'storage.fleeting')}
      </p>
      {!used.kept && !refused && (
        <p class="buttons">
          <button type="button" class="button" onClick={() => void keep()}>
            {say('storage.keep')}
          </button>
        </p>
      )}
    </section>
  );
}
