interface Props {
  readonly text: string;
  /** Half-open UTF-16 ranges, ascending. */
  readonly marks: readonly (readonly [start: number, end: number])[];
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
