import { useWords } from './words';

/** A page's record by its topics, in page order, or on one line of time. */
export type PanelView = 'topic' | 'date';

const VIEWS: readonly PanelView[] = ['topic', 'date'];

interface Props {
  readonly view: PanelView;
  readonly onView: (view: PanelView) => void;
}

/** "By topic", "By date": native radio buttons, side by side. */
export function ViewChoice({ view, onView }: Props) {
  const { say } = useWords();
  return (
    <fieldset class="modes" aria-label={say('panel.order')}>
      {VIEWS.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="view"
            value={each}
            checked={each === view}
            onChange={() => onView(each)}
          />
          <span>{say(`panel.by.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
