import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './Icon';

/** Long enough to read a line and to reach for Undo. */
const SHOWN_MS = 4000;

interface Props {
  readonly icon?: IconName;
  readonly children: ComponentChildren;
  /** "Undo". */
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
  /** Its time is over, or its action was taken. */
  readonly onEnd: () => void;
}

/**
 * What an action answers, for a few seconds; it waits while it is pointed at or holds the focus. Stands in an element with
 * `role=status` that was there before it, or a screen reader would not say it.
 */
export function Toast({ icon = 'check', children, action, onEnd }: Props) {
  const [held, setHeld] = useState(false);
  const left = useRef(SHOWN_MS);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (held) return;
    const started = performance.now();
    const timer = setTimeout(() => end.current(), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= performance.now() - started;
    };
  }, [held]);
  const hold = (on: boolean) => () => setHeld(on);
  return (
    <div
      class="toast"
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
      onFocusIn={hold(true)}
      onFocusOut={hold(false)}
    >
      <Icon name={icon} />
      <span>{children}</span>
      {action && (
        <button
          type="button"
          class="toast-action"
          onClick={() => {
            action.onPress();
            onEnd();
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  );
}
