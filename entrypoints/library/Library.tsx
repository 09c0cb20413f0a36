import { useEffect, useState } from 'preact/hooks';
import { Icon, type IconName } from '../../components/Icon';
import { numberFormat } from '../../components/intl';
import { Mark } from '../../components/Mark';
import { useWords } from '../../components/words';
import { LOCALES } from '../../data/locale';
import type { AskBackground } from '../../data/messages';
import { Appearance } from './Appearance';
import { Backup } from './Backup';
import { Cards } from './Cards';
import { Changes } from './Changes';
import { Language } from './Language';
import { Mutes } from './Mutes';
import { Packs } from './Packs';
import { Privacy } from './Privacy';
import { Shortcuts } from './Shortcuts';
import { Sites } from './Sites';
import { TryText } from './TryText';
import { useCounts } from './useCounts';

/** The address names the section (`library.html#sites`), so that others can lead there. */
const SECTIONS = {
  packs: 'library',
  changes: 'changes',
  try: 'target',
  sites: 'globe',
  appearance: 'contrast',
  cards: 'pin',
  shortcuts: 'keyboard',
  mutes: 'mute',
  language: 'language',
  backup: 'download',
  privacy: 'lock',
} as const satisfies Record<string, IconName>;
type Section = keyof typeof SECTIONS;

const isSection = (name: string): name is Section => Object.hasOwn(SECTIONS, name);

interface Place {
  readonly section: Section;
  /** What of it: `#changes/my-pack`. */
  readonly of: string | null;
}

function useSection(): Place {
  const named = (): Place => {
    const [name = '', of = null] = location.hash.slice(1).split('/');
    return isSection(name) ? { section: name, of } : { section: 'packs', of: null };
  };
  const [place, setSection] = useState(named);
  useEffect(() => {
    const follow = () => setSection(named);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return place;
}

interface Props {
  readonly ask: AskBackground;
  readonly onLocale: (locale: string) => Promise<void>;
}

/** The reader's own house: the packs, the sites, the language. */
export function Library({ ask, onLocale }: Props) {
  const { locale, say } = useWords();
  const { section, of } = useSection();
  const counts = useCounts(ask);
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
                {(name === 'packs' || name === 'changes') && counts[name] > 0 && (
                  <span class="library-count">{numberFormat(locale).format(counts[name])}</span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <h1>{say(`library.${section}`)}</h1>
        {section === 'packs' && <Packs ask={ask} />}
        {section === 'changes' && <Changes key={of} ask={ask} pack={of} onSeen={counts.again} />}
        {section === 'try' && <TryText ask={ask} />}
        {section === 'sites' && <Sites ask={ask} />}
        {section === 'appearance' && <Appearance ask={ask} />}
        {section === 'cards' && <Cards ask={ask} />}
        {section === 'shortcuts' && <Shortcuts />}
        {section === 'mutes' && <Mutes ask={ask} />}
        {section === 'backup' && <Backup ask={ask} />}
        {section === 'privacy' && <Privacy ask={ask} />}
        {section === 'language' && <Language onLocale={onLocale} />}
      </main>
    </div>
  );
}
