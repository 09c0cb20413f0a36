import { useState } from 'preact/hooks';
import { ActionBar } from '../../components/ActionBar';
import { MuteChoices } from '../../components/MuteChoices';
import { useWords } from '../../components/words';
import type { TopicView } from '../../data/messages';
import type { Actions } from './actions';

interface Props {
  readonly topic: TopicView;
  readonly actions: Actions;
  readonly compact: boolean;
  readonly pinned: boolean;
  readonly onPin: () => void;
}

/** Pin, side panel, citation and mute, wired to what they do. */
export function CardActions({ topic, actions, compact, pinned, onPin }: Props) {
  const { say } = useWords();
  const [panelHint, setPanelHint] = useState<string | null>(null);

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
        mute: <MuteChoices host={actions.host} onMute={(host) => actions.mute(topic.key, host)} />,
      }}
    />
  );
}
