import { useState } from 'preact/hooks';
import { ActionBar } from '../../components/ActionBar';
import { CiteChoices } from '../../components/CiteChoices';
import { MuteChoices } from '../../components/MuteChoices';
import { useWords } from '../../components/words';
import type { Key, RecordView, TopicView } from '../../data/messages';
import type { Actions } from './actions';

interface Props {
  readonly topic: TopicView;
  /** The record that the reader was taken to last. */
  readonly lit: Key | null;
  readonly actions: Actions;
  readonly compact: boolean;
  readonly pinned: boolean;
  readonly onPin: () => void;
}

/** Pin, side panel, citation and mute, wired to what they do. */
export function CardActions({ topic, lit, actions, compact, pinned, onPin }: Props) {
  const { say } = useWords();
  const [picked, setPicked] = useState<Key | null>(null);
  const [panelHint, setPanelHint] = useState<string | null>(null);

  // Until one is picked: where the reader was taken to, else what the sentence names first.
  const wanted = picked ?? lit ?? topic.named?.records[0]?.key;
  const record = topic.records.find(({ key }) => key === wanted) ?? topic.records[0];
  const link = record && linkOf(record);

  async function openPanel() {
    if (!(await actions.openPanel(topic.key))) setPanelHint(say('card.panel.hint'));
  }

  return (
    <ActionBar
      compact={compact}
      pinned={pinned}
      onPin={onPin}
      onPanel={openPanel}
      panelHint={panelHint}
      drawer={{
        cite: record && (
          <CiteChoices
            records={topic.records}
            chosen={record.key}
            onChoose={setPicked}
            onCite={(form) => actions.copy(actions.cite(topic, record, form), say('toast.cited'))}
            onLink={link ? () => actions.copy(link, say('toast.linked')) : null}
            tell={actions.contactOf(topic, record.key)}
          />
        ),
        mute: <MuteChoices host={actions.host} onMute={(host) => actions.mute(topic.key, host)} />,
      }}
    />
  );
}

/** The way to a record's source, to the quoted passage where that is possible. */
const linkOf = ({ sources }: RecordView): string | null =>
  sources.find(({ passage }) => passage)?.passage ?? sources.find(({ url }) => url)?.url ?? null;
