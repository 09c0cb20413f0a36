/** How a topic's records stand to the page as one of their sources. */
import type { Key, Named, RecordView, TopicView } from '../../data/messages';
import type { Passages } from './contract';

/** Quotes a passage of the page that the card stands in. */
const quotesPage = ({ sources }: RecordView) => sources.some(({ here, quote }) => here && quote);

/** @returns the records whose quoted passage is not on the page any more; none while it is still read */
export function goneFrom({ records }: TopicView, { standing }: Passages): ReadonlySet<Key> {
  const quoting = standing ? records.filter(quotesPage) : [];
  return new Set(quoting.map(({ key }) => key).filter((key) => !standing?.has(key)));
}

/** @returns what the sentence names, with the record whose passage the card was opened on before all others */
export function withPassageFirst(
  { records, named }: TopicView,
  { opened }: Passages,
): Named | null {
  if (opened === null || !records.some(({ key }) => key === opened)) return named;
  const others = named?.records ?? [];
  const first = others.find(({ key }) => key === opened) ?? {
    key: opened,
    speaker: false,
    figure: null,
    marks: [],
  };
  return {
    figures: named?.figures ?? [],
    records: [first, ...others.filter(({ key }) => key !== opened)],
  };
}
