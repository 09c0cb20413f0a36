import { useWords } from '../../components/words';
import type { AskBackground } from '../../data/messages';
import type { SyncSettings } from '../../data/pack-messages';
import { PACES } from '../../data/settings';
import { useSetting } from './useSetting';

/** What a select holds for "never by itself". */
const NEVER = 'never';

/** How often packs are looked after by themselves, and whether that waits where data is dear. */
export function Pace({ ask }: { readonly ask: AskBackground }) {
  const { say } = useWords();
  const {
    value: settings,
    failed,
    change,
  } = useSetting(
    ask,
    (asking) => asking('sync.get', null),
    (asking, next: SyncSettings) => asking('sync.set', next),
  );

  return (
    <section class="library-pace" aria-labelledby="pace">
      <h2 class="small-title" id="pace">
        {say('pace.title')}
      </h2>
      <p class="quiet">{say('pace.text')}</p>
      {settings && (
        <>
          <label>
            <span>{say('pace.every')}</span>
            <select
              value={settings.everyHours === null ? NEVER : String(settings.everyHours)}
              onChange={({ currentTarget: { value } }) =>
                change({ ...settings, everyHours: value === NEVER ? null : Number(value) })
              }
            >
              {PACES.map((hours) => (
                <option key={hours} value={String(hours)}>
                  {say('pace.hours', { n: hours })}
                </option>
              ))}
              <option value={NEVER}>{say('pace.never')}</option>
            </select>
          </label>
          <label>
            <input
              type="checkbox"
              checked={settings.saveData}
              onChange={({ currentTarget: { checked } }) =>
                change({ ...settings, saveData: checked })
              }
            />
            <span>{say('pace.save')}</span>
          </label>
        </>
      )}
      {failed && (
        <p class="note" role="alert">
          {say('pace.failed')}
        </p>
      )}
    </section>
  );
}
