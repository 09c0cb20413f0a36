import type { Marks } from '../data/messages';

interface Props {
  readonly text: string;
  readonly marks: Marks;
}

/** A text with the words that a search found in it. */
export function MarkedText({ text, marks }: Props) {
  let done = 0;
  const pieces = marks.flatMap(([start, end]) => {
    if (start < done || end > text.length) return [];
    const before = text.slice(done, start);
    done = end;
    return [before, <mark key={start}>{text.slice(start, end)}</mark>];
  });
  return (
    <>
      {pieces}
      {text.slice(done)}
    </>
  );
}
