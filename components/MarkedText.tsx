import type { Marks } from '../data/messages';
import { PlainText } from './PlainText';

interface Props {
  readonly text: string;
  readonly marks: Marks;
}

/** A text with the words that a search found in it, or the figure that a page's sentence gives too. */
export function MarkedText({ text, marks }: Props) {
  let done = 0;
  const pieces = marks.flatMap(([start, end]) => {
    if (start < done || end > text.length) return [];
    const before = text.slice(done, start);
    done = end;
    return [
      <PlainText key={`${start} before`} text={before} />,
      <mark key={start}>
        <PlainText text={text.slice(start, end)} />
      </mark>,
    ];
  });
  return (
    <>
      {pieces}
      <PlainText text={text.slice(done)} />
    </>
  );
}
