import type { SiteMode } from '../data/messages';
import { Choice } from './Choice';
import { useWords } from './words';

interface Props {
  /** Whose modes they are, for screen readers. */
  readonly label: string;
  /** Groups the radio buttons; another for each choice on a page. */
  readonly name: string;
  readonly modes: readonly SiteMode[];
  /** Null where none of them holds. */
  readonly mode: SiteMode | null;
  /** Called in the click itself, since only there may the browser be asked for a permission. */
  readonly onMode: (mode: SiteMode) => void;
}

/** Which pages of a site are read. */
export function ModeChoice({ label, name, modes, mode, onMode }: Props) {
  const { say } = useWords();
  return (
    <Choice
      label={label}
      name={name}
      choices={modes}
      chosen={mode}
      textOf={(each) => say(`mode.${each}`)}
      onChoose={onMode}
    />
  );
}
