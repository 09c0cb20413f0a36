import { Choice } from './Choice';
import { useWords } from './words';

/** A page's record by its topics, in page order, or on one line of time. */
export type PanelView = 'topic' | 'date';

const VIEWS: readonly PanelView[] = ['topic', 'date'];

interface Props {
  readonly view: PanelView;
  readonly onView: (view: PanelView) => void;
}

/** "By topic", "By date". */
export function ViewChoice({ view, onView }: Props) {
  const { say } = useWords();
  return (
    <Choice
      label={say('panel.order')}
      name="view"
      choices={VIEWS}
      chosen={view}
      textOf={(each) => say(`panel.by.${each}`)}
      onChoose={onView}
    />
  );
}
