import { useEffect, useState } from 'preact/hooks';
import { Icon, type IconName } from '../../components/Icon';
import { Mark } from '../../components/Mark';
import { useWords } from '../../components/words';
import { LOCALES } from '../../data/locale';
import type { AskBackground } from '../../data/messages';
import { Appearance } from './Appearance';
import { Cards } from './Cards';
import { Language } from './Language';
import { Mutes } from './Mutes';
import { Packs } from './Packs';
import { Shortcuts } from './Shortcuts';
import { Sites } from './Sites';

/** The address names the section (`library.html#sites`), so that others can lead there. */
const SECTIONS = {
  packs: 'library',
  sites: 'globe',
  appearance: 'contrast',
  cards: 'pin',
  shortcuts: 'keyboard',
  mutes: 'mute',
  language: 'language',
} as const satisfies Record<string, IconName>;
type Section = keyof typeof SECTIONS;

const isSection = (name: string): name is Section => Object.hasOwn(SECTIONS, name);

function useSection(): Section {
  const named = () => {
    const name = location.hash.slice(1);
    return isSection(name) ? name : 'packs';
  };
  const [section, setSection] = useState(named);
  useEffect(() => {
    const follow = () => setSection(named);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return section;
}

interface Props {
  readonly ask: AskBackground;
  readonly onLocale: (locale: string) => Promise<void>;
}

/** The reader's own house: the packs, the sites, the language. */
export function Library({ ask, onLocale }: Props) {
  const { say } = useWords();
  const section = useSection();
  const names = (Object.keys(SECTIONS) as Section[]).filter(
    // A choice of one is none.
    (name) => name !== 'language' || LOCALES.length > 1,
  );
  return (
    <div class="library">
      <nav aria-label={say('library.title')}>
        <p class="library-name">
          <Mark />
          {say('popup.title')}
        </p>
        <ul>
          {names.map((name) => (
            <li key={name}>
              <a
                href={`#${name}`}
                class="library-link"
                aria-current={name === section ? 'page' : undefined}
              >
                <Icon name={SECTIONS[name]} />
                {say(`library.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <h1>{say(`library.${section}`)}</h1>
        {section === 'packs' && <Packs ask={ask} />}
        {section === 'sites' && <Sites ask={ask} />}
        {section === 'appearance' && <Appearance ask={ask} />}
        {section === 'cards' && <Cards ask={ask} />}
        {section === 'shortcuts' && <Shortcuts />}
        {section === 'mutes' && <Mutes ask={ask} />}
        {section === 'language' && <Language onLocale={onLocale} />}
      </main>
    </div>
  );
}
