import { useWords } from '../../components/words';
import type { AskBackground } from '../../data/messages';
import { useSetting } from './useSetting';

/** Whether subscriptions and settings follow the reader, which goes through the account with the browser's maker. */
export function Account({ ask }: { readonly ask: AskBackground }) {
  const { say } = useWords();
  const {
    value: on,
    failed,
    change,
  } = useSetting(
    ask,
    (asking) => asking('account.get', null),
    (asking, wanted) => asking('account.set', { on: wanted }),
  );

  return (
    <section class="library-pace" aria-labelledby="account">
      <h2 class="small-title" id="account">
        {say('account.title')}
      </h2>
      <p class="quiet">{say('account.text')}</p>
      {on !== null && (
        <label>
          <input
            type="checkbox"
            checked={on}
            onChange={({ currentTarget: { checked } }) => change(checked)}
          />
          <span>{say('account.on')}</span>
        </label>
      )}
      {failed && (
        <p class="note" role="alert">
          {say('account.failed')}
        </p>
      )}
    </section>
  );
}
