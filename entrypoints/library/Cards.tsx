import { Choice } from '../../components/Choice';
import { useWords } from '../../components/words';
import type { AskBackground } from '../../data/messages';
import {
  HOVER_KEYS,
  type HoverSettings,
  hoverSettings,
  OPENS,
  RESTS_MS,
} from '../../data/settings';
import { Memory } from './Memory';
import { useSetting } from './useSetting';

/** How a marked phrase opens its record; pages that are open follow at once. */
export function Cards({ ask }: { readonly ask: AskBackground }) {
  const { say } = useWords();
  const {
    value: settings,
    failed,
    change,
  } = useSetting(
    ask,
    (asking) => asking('hover.get', null),
    (asking, next: HoverSettings) => asking('hover.set', next),
  );

  return (
    <>
      <p class="lead">{say('library.cards.lead')}</p>
      {settings && (
        <fieldset class="choices" aria-label={say('library.cards')}>
          {OPENS.map((opens) => (
            <label key={opens}>
              <input
                type="radio"
                name="opens"
                value={opens}
                checked={opens === settings.opens}
                onChange={() => change({ ...settings, opens })}
              />
              <span>{say(`cards.opens.${opens}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {settings?.opens === 'key' && (
        <label class="library-language">
          <span>{say('cards.key')}</span>
          <select
            value={settings.key}
            onChange={({ currentTarget: { value } }) =>
              change({ ...settings, key: hoverSettings({ key: value }).key })
            }
          >
            {HOVER_KEYS.map((key) => (
              <option key={key} value={key}>
                {say(`cards.key.${key}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {settings && settings.opens !== 'click' && (
        <div class="setting">
          <span aria-hidden="true">{say('cards.rest')}</span>
          <Choice
            label={say('cards.rest')}
            name="rest"
            choices={RESTS_MS.toSorted((a, b) => a - b)}
            chosen={settings.restMs}
            textOf={(ms) => say('cards.rest.seconds', { seconds: ms / 1000 })}
            onChoose={(restMs) => change({ ...settings, restMs })}
          />
        </div>
      )}
      {failed && (
        <p class="note" role="alert">
          {say('cards.failed')}
        </p>
      )}
      <Memory ask={ask} />
    </>
  );
}
