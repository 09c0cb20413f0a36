import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon';
import { useWords } from './words';

interface Props {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Where ↓ leads: into the list below. */
  readonly onDown: () => void;
}

/** Tells a key typed into a field from one pressed elsewhere. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select');

/** A search box that has the focus from the start; "/" comes back to it, Esc empties it. */
export function SearchBox({ query, onQuery, onDown }: Props) {
  const { say } = useWords();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    input.current?.focus();
    // What was there before goes with the first key.
    input.current?.select();
    const ending = new AbortController();
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
        event.preventDefault();
        input.current?.focus();
      },
      { signal: ending.signal },
    );
    return () => ending.abort();
  }, []);

  function clear() {
    onQuery('');
    input.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      onDown();
    } else if (event.key === 'Escape' && query !== '') {
      // The browser would close the popup; that is for the second press.
      event.preventDefault();
      clear();
    }
  }

  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        value={query}
        placeholder={say('search.placeholder')}
        aria-label={say('search.placeholder')}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {query === '' ? (
        <kbd>/</kbd>
      ) : (
        <button type="button" aria-label={say('search.clear')} onClick={clear}>
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}
