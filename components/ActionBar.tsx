import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon, type IconName } from './Icon';
import { useWords } from './words';

type Drawer = 'cite' | 'mute';

interface Props {
  /** Icons without words, as in a small card. */
  readonly compact?: boolean;
  readonly pinned: boolean;
  /** Pins the card, or lets it go again. */
  readonly onPin: () => void;
  readonly onPanel: () => void;
  /** Why the side panel cannot be opened from here. */
  readonly panelHint?: string | null;
  /** What opens above the bar at a press of "Copy citation" and of "Mute"; an action without one is left out. */
  readonly drawer: Readonly<Partial<Record<Drawer, ComponentChildren>>>;
}

/**
 * What can be done with a topic's record. Choices open in a strip above the bar, in the flow: there is nothing to place, and a
 * screen reader comes to them next. Escape closes the strip.
 */
export function ActionBar({ compact, pinned, onPin, onPanel, panelHint, drawer }: Props) {
  const { say } = useWords();
  const [open, setOpen] = useState<Drawer | null>(null);
  const strip = useId();

  const button = (icon: IconName, words: string, rest: object) => (
    <button
      type="button"
      class="action"
      {...(compact ? { 'aria-label': words, title: words } : {})}
      {...rest}
    >
      <Icon name={icon} />
      {!compact && <span>{words}</span>}
    </button>
  );
  const opener = (name: Drawer, icon: IconName) =>
    drawer[name] &&
    button(icon, say(`action.${name}`), {
      'aria-expanded': open === name,
      'aria-controls': open === name ? strip : undefined,
      'data-drawer': name,
      onClick: () => setOpen(open === name ? null : name),
    });

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || open === null) return;
    event.preventDefault();
    event.stopPropagation();
    const bar = event.currentTarget as HTMLElement;
    bar.querySelector<HTMLElement>(`[data-drawer=${open}]`)?.focus();
    setOpen(null);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the key on its way up from the controls inside
    <div class={compact ? 'bar compact' : 'bar'} onKeyDown={onKeyDown}>
      {open && drawer[open] && (
        <section id={strip} class="strip" aria-label={say(`action.${open}`)}>
          {drawer[open]}
        </section>
      )}
      <div class="actions">
        {button(pinned ? 'check' : 'pin', say(pinned ? 'action.pinned' : 'action.pin'), {
          'aria-pressed': pinned,
          onClick: onPin,
        })}
        {button('panel', say('action.panel'), {
          onClick: onPanel,
          disabled: Boolean(panelHint),
          ...(panelHint ? { title: panelHint } : {}),
        })}
        {opener('cite', 'quote')}
        {opener('mute', 'mute')}
      </div>
      {panelHint && !compact && <p class="bar-hint">{panelHint}</p>}
    </div>
  );
}
