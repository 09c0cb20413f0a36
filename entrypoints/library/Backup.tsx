import { useEffect, useState } from 'preact/hooks';
import { saveFile } from '../../components/download';
import { FileButton } from '../../components/FileButton';
import { Icon } from '../../components/Icon';
import { dayFormat, listFormat, yearFormat } from '../../components/intl';
import { useWords } from '../../components/words';
import { troubleWith } from '../../data/backup/beside';
import { type BackupSummary, checkBackup } from '../../data/backup/restore';
import type { AskBackground } from '../../data/messages';
import { backupNow, lastSaved, putBack, rememberSaved, type Saved } from './backup-file';
import './backup.css';
import { bytesWords } from './bytes';

/** What is being done. */
type Doing =
  | { readonly what: 'nothing' | 'saving' | 'checking' | 'restoring' | 'restored' }
  | { readonly what: 'asking'; readonly file: File; readonly found: BackupSummary };

/** Everything in one file: saved, and put back here or in another browser. */
export function Backup({ ask }: { readonly ask: AskBackground }) {
  const { say, locale } = useWords();
  const [saved, setSaved] = useState<Saved | null>(null);
  const [doing, setDoing] = useState<Doing>({ what: 'nothing' });
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    lastSaved().then(setSaved, () => {});
  }, []);

  function act(what: 'saving' | 'checking' | 'restoring', work: () => Promise<Doing>) {
    setTrouble(null);
    setDoing({ what });
    work().then(setDoing, (error: unknown) => {
      console.warn('The backup was given up.', error);
      setTrouble(say(troubleWith(error)));
      setDoing({ what: 'nothing' });
    });
  }

  const save = () =>
    act('saving', async () => {
      const file = await backupNow();
      const day = new Date().toISOString().slice(0, 10);
      saveFile(`on-record-${day}.backup.gz`, file);
      setSaved(await rememberSaved(file));
      return { what: 'nothing' };
    });
  const look = (file: File) =>
    act('checking', async () => ({ what: 'asking', file, found: await checkBackup(file) }));
  const restore = (file: File) =>
    act('restoring', async () => {
      await putBack(file, ask);
      return { what: 'restored' };
    });

  const busy = ['saving', 'checking', 'restoring'].includes(doing.what);
  return (
    <>
      <p class="lead">{say('backup.lead')}</p>
      <p class="buttons">
        <button type="button" class="button primary" disabled={busy} onClick={save}>
          <Icon name="download" />
          {say('backup.save')}
        </button>
        <FileButton accept=".gz,application/gzip" onFile={look}>
          {say('backup.restore')}
        </FileButton>
      </p>
      <p role="status" class="quiet">
        {statusWords()}
      </p>
      {trouble && (
        <p class="note" role="alert">
          {trouble}
        </p>
      )}
      {doing.what === 'asking' && (
        <section class="backup-found" aria-label={say('backup.restore')}>
          <p>{foundWords(doing.found)}</p>
          <p>{say('backup.sure')}</p>
          <p class="buttons">
            <button type="button" class="button" onClick={() => setDoing({ what: 'nothing' })}>
              {say('backup.cancel')}
            </button>
            <button type="button" class="button primary" onClick={() => restore(doing.file)}>
              {say('backup.agree')}
            </button>
          </p>
        </section>
      )}
    </>
  );

  function statusWords(): string | null {
    if (doing.what === 'restored') return say('backup.done');
    if (doing.what === 'saving') return say('backup.saving');
    if (doing.what === 'checking') return say('backup.checking');
    if (doing.what === 'restoring') return say('backup.restoring');
    if (!saved) return null;
    const date = new Date(saved.at);
    const when = `${dayFormat(locale).format(date)} ${yearFormat(locale).format(date)}`;
    return say('backup.last', { when, size: bytesWords(saved.bytes, locale) });
  }

  function foundWords({ packs }: BackupSummary): string {
    if (packs.length === 0) return say('backup.found.none');
    const names = packs.map((name) => (typeof name === 'string' ? name : plainName(name)));
    return say('backup.found', { n: packs.length, packs: listFormat(locale).format(names) });
  }

  function plainName(name: Exclude<BackupSummary['packs'][number], string>): string {
    const one = name[locale] ?? Object.values(name)[0] ?? '';
    return typeof one === 'string' ? one : one.text;
  }
}
