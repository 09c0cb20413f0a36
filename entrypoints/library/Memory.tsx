import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../../components/words';
import type { AskBackground } from '../../data/messages';

/** Whether what was seen is remembered, so that cards can say what is new; and how to forget it. */
export function Memory({ ask }: { readonly ask: AskBackground }) {
  const { say } = useWords();
  const [on, setOn] = useState<boolean | null>(null);
  const [said, setSaid] = useState<'forgotten' | 'failed' | null>(null);

  useEffect(() => {
    ask('memory.get', null).then(setOn, () => setSaid('failed'));
  }, [ask]);

  function change(wanted: boolean) {
    setSaid(null);
    // As it will be, at once; as it was, where that fails.
    setOn(wanted);
    ask('memory.set', { on: wanted }).catch(() => {
      setOn(!wanted);
      setSaid('failed');
    });
  }

  function clear() {
    setSaid(null);
    ask('memory.clear', null).then(
      () => setSaid('forgotten'),
      () => setSaid('failed'),
    );
  }

  return (
    <section class="library-memory" aria-labelledby="memory">
      <h2 class="small-title" id="memory">
        {say('memory.title')}
      </h2>
      <p class="quiet">{say('memory.text')}</p>
      {on !== null && (
        <label>
          <input
            type="checkbox"
            checked={on}
            onChange={({ currentTarget: { checked } }) => change(checked)}
          />
          <span>{say('memory.on')}</span>
        </label>
      )}
      <button type="button" class="button" onClick={clear}>
        {say('memory.clear')}
      </button>
      <p role="status" class="quiet">
        {said === 'forgotten' && say('memory.cleared')}
      </p>
      {said === 'failed' && (
        <p class="note" role="alert">
          {say('memory.failed')}
        </p>
      )}
    </section>
  );
}
