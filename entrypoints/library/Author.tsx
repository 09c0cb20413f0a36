import { useEffect, useState } from 'preact/hooks';
import { Switch } from '../../components/Switch';
import { useWords } from '../../components/words';
import type { AskBackground } from '../../data/messages';

/** Author mode: packs may come from this machine as well, for a look before they are published. */
export function Author({ ask }: { readonly ask: AskBackground }) {
  const { say } = useWords();
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => {
    ask('author.get', null).then(setOn, () => {});
  }, [ask]);

  async function set(next: boolean) {
    await ask('author.set', { on: next });
    setOn(await ask('author.get', null));
  }

  return (
    <section class="library-author">
      <h2 class="small-title">{say('author.title')}</h2>
      <p class="quiet">{say('author.text')}</p>
      <p class="buttons">
        <Switch
          label={say('author.title')}
          on={on === true}
          disabled={on === null}
          onSwitch={(next) => void set(next)}
        />
        {say(on ? 'author.on' : 'author.off')}
      </p>
    </section>
  );
}
