import type { Obstacle } from '../data/page/obstacle';
import { EmptyState } from './EmptyState';
import { useWords } from './words';

interface Props {
  readonly obstacle: Obstacle;
  /** Of the page; null where it has none, or none is known. */
  readonly host: string | null;
  /** The reader said no to the browser's question. */
  readonly refused: boolean;
  /** How many topics the packs have; null before that is known. */
  readonly topics: number | null;
  readonly onGoOn: () => void;
  readonly onTurnOn: () => void;
  readonly onRead: () => void;
  readonly onReload: () => void;
}

/** Why nothing is shown of a page, and the one thing to do about it. */
export function PageObstacle(props: Props) {
  const { obstacle, refused, topics, onGoOn, onTurnOn, onRead, onReload } = props;
  const { say } = useWords();
  const host = props.host ?? '';
  const reload = { label: say('page.reload'), onClick: onReload };
  switch (obstacle) {
    case 'paused':
      return (
        <EmptyState
          icon="power"
          title={say('page.paused')}
          action={{ label: say('page.go-on'), onClick: onGoOn }}
        >
          {say('page.paused.text')}
        </EmptyState>
      );
    case 'off':
      return (
        <EmptyState
          icon="power"
          title={say(refused ? 'page.refused' : 'page.off')}
          action={{ label: say('page.turn-on'), onClick: onTurnOn }}
        >
          {say(refused ? 'page.refused.text' : 'page.off.text', { host })}
        </EmptyState>
      );
    case 'unread':
      return (
        <EmptyState
          icon="page"
          title={say('page.unread')}
          action={{ label: say('page.read'), onClick: onRead }}
        >
          {say('page.unread.text')}
        </EmptyState>
      );
    case 'absent':
      return (
        <EmptyState icon="page" title={say('page.absent')} action={reload}>
          {say('page.absent.text')}
        </EmptyState>
      );
    case 'shut':
      return (
        <EmptyState icon="page" title={say('page.closed')} action={reload}>
          {say('page.closed.shut')}
        </EmptyState>
      );
    case 'nothing':
      return (
        <EmptyState icon="page" title={say('page.nothing')}>
          {topics === null ? say('panel.nothing.text') : say('page.nothing.text', { n: topics })}
        </EmptyState>
      );
    default:
      return (
        <EmptyState icon="page" title={say('page.closed')}>
          {say(`page.closed.${obstacle}`)}
        </EmptyState>
      );
  }
}
