import { useRef, useState } from 'preact/hooks';
import { Counts } from '../../components/Counts';
import { Icon } from '../../components/Icon';
import { PackFooter } from '../../components/PackFooter';
import { Timeline } from '../../components/Timeline';
import { useWords } from '../../components/words';
import type { Key, PageMention, TopicBrief, TopicView } from '../../data/messages';

interface Props {
  readonly topic: TopicBrief;
  readonly mentions: readonly PageMention[];
  /** Its record, once it is here. */
  readonly view: TopicView | null;
  readonly open: boolean;
  readonly onToggle: () => void;
  /** Goes to a mention on the page. */
  readonly onJump: (index: number) => void;
}

/** One topic of the page, with its record when it is open. */
export function TopicSection({ topic, mentions, view, open, onToggle, onJump }: Props) {
  const { say } = useWords();
  const next = useRef(0);
  const [lit, setLit] = useState<Key | null>(null);
  const body = useRef<HTMLDivElement>(null);

  /** The first mention at the first click, then one after the other, then from the start again. */
  function jump() {
    const mention = mentions[next.current % mentions.length];
    next.current++;
    if (mention) onJump(mention.index);
  }

  function goTo(record: Key) {
    const rows = [...(body.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
    rows.find((row) => row.dataset.key === record)?.scrollIntoView({ block: 'nearest' });
    setLit(record);
  }

  return (
    <section class="panel-topic">
      <div class="panel-topic-head">
        <h2>
          <button type="button" class="topic" data-row aria-expanded={open} onClick={onToggle}>
            <bdi class="topic-name">{topic.name}</bdi>
            <Counts counts={topic.counts} />
          </button>
        </h2>
        <button type="button" class="jump" title={say('panel.jump')} onClick={jump}>
          <Icon name="target" />
          {say('page.mentions', { n: mentions.length })}
        </button>
      </div>
      {open && view && (
        <div class="panel-record" ref={body}>
          <Timeline records={view.records} packs={view.packs} lit={lit} onPick={goTo} />
          {view.packs.map((pack) => (
            <PackFooter key={pack.id} pack={pack} />
          ))}
        </div>
      )}
    </section>
  );
}
