import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../../components/words';
import type { AskBackground } from '../../data/messages';

/** Whether subscriptions and settings follow the reader, which goes through the account with the browser's maker. */
export function Account({ ask }: { readonly ask: AskBackground }) {
  const { say } = useWords();
  const [on, setOn] = useState<boolean | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    ask('account.get', null).then(setOn, () => setFailed(true));
  }, [ask]);

  function change(wanted: boolean) {
    setFailed(false);
    setOn(wanted);
    ask('account.set', { on: wanted }).catch(() => {
      setOn(!wanted);
      setFailed(true);
    });
  }

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
