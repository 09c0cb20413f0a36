import { useState } from 'preact/hooks';
import { ActionBar } from '../../components/ActionBar';
import { CiteChoices } from '../../components/CiteChoices';
import { Counts } from '../../components/Counts';
import type { Lit } from '../../components/lit';
import { MuteChoices } from '../../components/MuteChoices';
import { PackList } from '../../components/PackList';
import { TopicRecord } from '../../components/TopicRecord';
import type { DateView, TopicView } from '../../data/messages';
import { NOW } from './dam';

interface Props {
  readonly topic: TopicView;
  readonly pageDate?: DateView | null;
  readonly compact?: boolean;
}

/** The pieces as a card has them, without the card's own behaviour (entrypoints/card has that, and tests of its own). */
export function CardFrame({ topic, pageDate = null, compact = false }: Props) {
  const [lit, setLit] = useState<Lit | null>(null);
  const [pinned, setPinned] = useState(false);
  return (
    <div class="frame">
      <h3 class="frame-title" dir="auto">
        {topic.name}
      </h3>
      {!compact && <Counts counts={topic.counts} />}
      <div class="frame-middle">
        <TopicRecord
          topic={topic}
          pageDate={pageDate}
          lit={lit}
          onPick={(key) => setLit({ key })}
          onShown={(row) => row.scrollIntoView({ block: 'nearest' })}
        />
      </div>
      <div class="frame-end">
        <PackList packs={topic.packs} compact={compact} now={NOW} />
        <ActionBar
          compact={compact}
          pinned={pinned}
          onPin={() => setPinned(!pinned)}
          onPanel={() => {}}
          drawer={{
            cite: (
              <CiteChoices
                records={topic.records}
                chosen={topic.records[0]?.key ?? ''}
                onChoose={() => {}}
                onCite={() => {}}
                onLink={() => {}}
                tell="https://onrecord.example/write"
              />
            ),
            mute: <MuteChoices host="courier.example" onMute={() => {}} />,
          }}
        />
      </div>
    </div>
  );
}
