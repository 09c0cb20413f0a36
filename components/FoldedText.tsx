import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TextView } from '../data/messages';
import { useWords } from './words';

/** Text of a record, folded to four lines when it is longer; all of it stays there for screen readers. */
export function FoldedText({ text }: { readonly text: TextView }) {
  const { say } = useWords();
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [long, setLong] = useState(false);
  const [open, setOpen] = useState(false);

  useLayoutEffect(() => {
    const shown = paragraph.current;
    // One pixel of slack: line boxes round differently from their container at odd zoom levels.
    if (shown && !open) setLong(shown.scrollHeight > shown.clientHeight + 1);
  }, [text.text, open]);

  return (
    <>
      <p ref={paragraph} class={open ? 'text' : 'text folded'} lang={text.lang} dir="auto">
        {text.text}
      </p>
      {long && (
        <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'text.less' : 'text.all')}
        </button>
      )}
    </>
  );
}
