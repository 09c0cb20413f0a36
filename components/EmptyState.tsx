import { Icon, type IconName } from './Icon';

interface Props {
  readonly icon: IconName;
  /** What is so. */
  readonly title: string;
  readonly children: string;
  /** The one thing to do about it. */
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
}

export function EmptyState({ icon, title, children, action }: Props) {
  return (
    <section class="empty">
      <Icon name={icon} size={20} />
      <h2>{title}</h2>
      <p>{children}</p>
      {action && (
        <button type="button" class="button" onClick={action.onClick}>
          {action.label}
        </button>
      )}
    </section>
  );
}
