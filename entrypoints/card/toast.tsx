/** What an action in a card answers with; it outlives the card. */
import { render } from 'preact';
import { Toast } from '../../components/Toast';
import { direction, type Words, WordsProvider } from '../../components/words';
import { addHost, createHost } from './host';
import { leave } from './leave';

export interface ToastRequest {
  readonly words: Words;
  readonly dark: boolean;
  readonly text: string;
  readonly undo?: (() => void) | undefined;
  /** The action came by keyboard: the way back is focused, and the toast stays until it is left. */
  readonly focus: boolean;
}

const never = new AbortController().signal;
let showing: (() => void) | null = null;

/** Shows a toast in place of the one before. */
export function showToast({ words, dark, text, undo, focus }: ToastRequest): void {
  showing?.();
  const { locale, say } = words;
  const dir = direction(locale);
  const { host, root } = createHost({
    name: 'on-record-toast',
    dir,
    dark,
    style: { inset: 'auto 0 0 0', width: 'auto', 'pointer-events': 'none' },
  });
  addHost(host);
  const surface = document.createElement('div');
  surface.className = 'surface toasts';
  surface.lang = locale;
  surface.dir = dir;
  // It must be there before what is said in it.
  surface.role = 'status';
  root.append(surface);
  const before = document.activeElement;
  const end = () => {
    if (showing !== end) return;
    showing = null;
    const focusInside = root.activeElement !== null;
    leave(host, surface, never, () => {
      render(null, surface);
      host.remove();
    });
    if (focusInside && before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  showing = end;
  const onUndo = () => {
    undo?.();
    end();
  };
  surface.addEventListener('keydown', (event) => event.key === 'Escape' && end());
  render(
    <WordsProvider value={words}>
      <Toast
        icon={undo ? 'mute' : 'check'}
        onEnd={end}
        {...(undo ? { action: { label: say('toast.undo'), onPress: onUndo } } : {})}
      >
        {text}
      </Toast>
    </WordsProvider>,
    surface,
  );
  if (focus && undo) root.querySelector('button')?.focus({ preventScroll: true });
}
