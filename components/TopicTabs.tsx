import { useRef } from 'preact/hooks';
import type { TopicBrief } from '../data/messages';
import { numberFormat } from './intl';
import { direction, useWords } from './words';

interface Props {
  readonly topics: readonly TopicBrief[];
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  /** Id of the panel that the tabs fill. */
  readonly panel: string;
}

const total = ({ counts }: TopicBrief) => Object.values(counts).reduce((sum, n) => sum + n, 0);

/** One tab a topic. Arrow keys walk them and select as they go, as in the ARIA tabs pattern. */
export function TopicTabs({ topics, selected, onSelect, panel }: Props) {
  const { locale, say } = useWords();
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const forward = direction(locale) === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = direction(locale) === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const last = topics.length - 1;
    const target = {
      [forward]: selected === last ? 0 : selected + 1,
      [back]: selected === 0 ? last : selected - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    onSelect(target);
    const tab = list.current?.querySelectorAll<HTMLElement>('[role=tab]')[target];
    tab?.focus();
    tab?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }

  return (
    <div class="tabs" role="tablist" aria-label={say('card.topics')} ref={list}>
      {topics.map((topic, i) => (
        <button
          key={topic.key}
          type="button"
          role="tab"
          class="tab"
          aria-selected={i === selected}
          aria-controls={panel}
          tabIndex={i === selected ? 0 : -1}
          onClick={() => onSelect(i)}
          onKeyDown={onKeyDown}
        >
          <bdi>{topic.name}</bdi>{' '}
          <span class="tab-count">{numberFormat(locale).format(total(topic))}</span>
        </button>
      ))}
    </div>
  );
}
