import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Icon, type IconName } from '../../components/Icon';
import { Mark } from '../../components/Mark';
import { PackHead } from '../../components/PackHead';
import { useWords } from '../../components/words';
import type { PackView } from '../../data/messages';
import { EVERY_HOST, originsOf } from '../../data/site';

const CHOICES = ['picked', 'any'] as const;
type Choice = (typeof CHOICES)[number];

/** What the code keeps: each line is a promise of PRIVACY.md. */
const PROMISES = {
  here: 'lock',
  nobody: 'eye',
  offline: 'download',
  page: 'page',
} as const satisfies Record<string, IconName>;

const ANY_SITE = { origins: originsOf(EVERY_HOST) };

/** What came of the choice: still open, made, or refused in the browser's own question. */
type Outcome = 'open' | Choice | 'refused';

function FirstPack({ packs }: { readonly packs: Promise<readonly PackView[]> }) {
  const { say } = useWords();
  const [pack, setPack] = useState<PackView | null>(null);
  useEffect(() => {
    packs.then(
      ([first]) => setPack(first ?? null),
      () => {},
    );
  }, [packs]);
  if (!pack) return null;
  return (
    <section class="welcome-pack">
      <PackHead pack={pack} origin={pack.bundled ? say('pack.bundled') : null} />
    </section>
  );
}

/** Gives the leave for all sites back, which may have been given before. @returns whether there is none now */
async function giveBack(): Promise<boolean> {
  if (!(await browser.permissions.contains(ANY_SITE))) return true;
  return browser.permissions.remove(ANY_SITE);
}

/** First run: where it may read, what never leaves the browser, the first pack, and a paragraph to try it on. */
export function Welcome({ packs }: { readonly packs: Promise<readonly PackView[]> }) {
  const { say } = useWords();
  const [choice, setChoice] = useState<Choice>('picked');
  const [outcome, setOutcome] = useState<Outcome>('open');

  // Taken back in the browser's own settings, what was said here is so no longer.
  useEffect(() => {
    const look = () => {
      setOutcome((before) => (before === 'any' ? 'refused' : before));
    };
    browser.permissions.onRemoved.addListener(look);
    return () => browser.permissions.onRemoved.removeListener(look);
  }, []);

  function onContinue() {
    if (choice === 'picked') {
      giveBack().then(
        (given) => setOutcome(given ? 'picked' : 'any'),
        () => setOutcome('any'),
      );
      return;
    }
    // First thing in the click: after an `await` browsers no longer see the gesture that allows it.
    browser.permissions.request(ANY_SITE).then(
      (granted) => setOutcome(granted ? 'any' : 'refused'),
      () => setOutcome('refused'),
    );
  }

  return (
    <main class="welcome-page">
      <div class="welcome">
        <Mark size={36} />
        <h1>{say('welcome.title')}</h1>
        <p class="welcome-lead">{say('welcome.lead')}</p>
        <fieldset class="welcome-choices">
          <legend class="small-title">{say('welcome.where')}</legend>
          {CHOICES.map((each) => (
            <label key={each} class="welcome-choice">
              <input
                type="radio"
                name="where"
                value={each}
                checked={choice === each}
                onChange={() => {
                  setChoice(each);
                  setOutcome('open');
                }}
              />
              <span>
                <b>{say(`welcome.${each}`)}</b>
                <span>{say(`welcome.${each}.text`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <FirstPack packs={packs} />
        <ul class="welcome-promises">
          {(Object.keys(PROMISES) as (keyof typeof PROMISES)[]).map((promise) => (
            <li key={promise}>
              <Icon name={PROMISES[promise]} />
              <div>
                <h2 class="small-title">{say(`promise.${promise}`)}</h2>
                <p>{say(`promise.${promise}.text`)}</p>
              </div>
            </li>
          ))}
        </ul>
        <footer>
          <p class={outcome === 'open' ? 'quiet' : ''} role="status">
            {say(outcome === 'open' ? 'welcome.change' : `welcome.done.${outcome}`)}
          </p>
          <button type="button" class="button primary" onClick={onContinue}>
            {say('welcome.continue')}
          </button>
        </footer>
      </div>
      <section class="welcome-sample">
        <h2 class="small-title">{say('appearance.sample')}</h2>
        <iframe class="sample-frame" src="/sample.html" title={say('appearance.sample')} />
      </section>
    </main>
  );
}
