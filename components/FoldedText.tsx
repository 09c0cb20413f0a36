import { useState } from 'preact/hooks';
import type { Marks, TextView } from '../data/messages';
import { MarkedText } from './MarkedText';
import { useWords } from './words';

/**
 * Texts beyond so many Latin letters are folded to four lines. That is five lines of a card: a text
 * never folds to hide one word. Counted, not measured: measuring would lay out every record of a long
 * list before the first is painted.
 */
const FOLD_FROM = 200;

/** A letter of these scripts is as wide as two Latin ones. */
const WIDE = /[\p{scx=Han}\p{scx=Hangul}\p{scx=Hira}\p{scx=Kana}]/gu;

/** A paragraph's end wastes about a line. */
const LINE = 40;

const isLong = (text: string) =>
  text.length + (text.match(WIDE)?.length ?? 0) + LINE * (text.split('\n').length - 1) > FOLD_FROM;

interface Props {
  readonly text: TextView;
  /** The figure that the page's sentence gives too. */
  readonly marks?: Marks | undefined;
}

/** Text of a record, folded when it is long; all of it stays there for screen readers. */
export function FoldedText({ text, marks = [] }: Props) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const long = isLong(text.text);
  return (
    <>
      <p class={long && !open ? 'text folded' : 'text'} lang={text.lang} dir="auto">
        <MarkedText text={text.text} marks={marks} />
      </p>
      {long && (
        <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'text.less' : 'text.all')}
        </button>
      )}
    </>
  );
}
