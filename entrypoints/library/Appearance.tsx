import { Choice } from '../../components/Choice';
import { useWords } from '../../components/words';
import type { AskBackground } from '../../data/messages';
import {
  DENSITIES,
  type Appearance as Look,
  TEXT_SIZES,
  THEMES,
  type WEIGHTS,
} from '../../data/settings';
import { useSetting } from './useSetting';

/** From the lightest to the heaviest, as somebody looks for it; the settings begin with their default. */
const BY_WEIGHT = ['hairline', 'quiet', 'strong'] as const satisfies (typeof WEIGHTS)[number][];
const BY_SIZE = TEXT_SIZES.toSorted((a, b) => a - b);

/** How marks and cards look; pages that are open follow at once, and so does the sample. */
export function Appearance({ ask }: { readonly ask: AskBackground }) {
  const { say } = useWords();
  const {
    value: look,
    failed,
    change,
  } = useSetting(
    ask,
    (asking) => asking('appearance.get', null),
    (asking, next: Look) => asking('appearance.set', next),
  );

  /** One line: what is set, and the choices for it. */
  const row = <K extends keyof Look>(
    name: K,
    choices: readonly Look[K][],
    textOf: (choice: Look[K]) => string,
  ) =>
    look && (
      <li class="setting">
        <span aria-hidden="true">{say(`appearance.${name}`)}</span>
        <Choice
          label={say(`appearance.${name}`)}
          name={name}
          choices={choices}
          chosen={look[name]}
          textOf={textOf}
          onChoose={(choice) => change({ ...look, [name]: choice })}
        />
      </li>
    );

  return (
    <>
      <p class="lead">{say('appearance.lead')}</p>
      <ul class="settings">
        {row('theme', THEMES, (theme) => say(`appearance.theme.${theme}`))}
        {row('weight', BY_WEIGHT, (weight) => say(`appearance.weight.${weight}`))}
        {row('density', DENSITIES, (density) => say(`appearance.density.${density}`))}
        {row('text', BY_SIZE, (size) => say('appearance.text.size', { size }))}
      </ul>
      {failed && (
        <p class="note" role="alert">
          {say('appearance.failed')}
        </p>
      )}
      <h2 class="small-title">{say('appearance.sample')}</h2>
      <iframe class="sample-frame" src="/sample.html" title={say('appearance.sample')} />
    </>
  );
}
