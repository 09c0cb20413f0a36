/** The sentences of a citation, in the reader's language. */
import { onOneLine } from '../bidi';
import type { Say } from '../locale';
import type { DateView, PackView, RecordView, SourceView } from '../messages';

/** How a form of citation sets text and addresses. Both are given one line without controls. */
export interface Dress {
  text(words: string): string;
  /** @param url http(s) */
  link(words: string, url: string): string;
}

/** As plain text has it: an address stands by itself. */
export const PLAIN: Dress = {
  text: (words) => words,
  link: (words, url) => (words === url ? url : `${words}, ${url}`),
};

const isGiven = (part: string | null): part is string => part !== null && part !== '';

/** "a, b, c", in the reader's language. */
const listed = (parts: readonly (string | null)[], say: Say) =>
  parts.filter(isGiven).reduce((publisher, more) => say('source.name', { publisher, more }));

const ended = (sentence: string) =>
  /[.!?…。؟]["”»’)]?$/.test(sentence) ? sentence : `${sentence}.`;

/** When it was said; only an event may stand under when it happened. */
export const citedDate = ({ kind, made, when }: RecordView): DateView | null =>
  made ?? (kind === 'event' ? when : null);

/** "Port of Westhaven, 24 Oct 2024: The quay costs 12,000 crowns." */
export function saidLine(record: RecordView, say: Say, dress: Dress = PLAIN): string {
  const speakers = record.speakers.map(onOneLine).filter(isGiven);
  const who = speakers.length > 0 ? listed(speakers, say) : say(`kind.${record.kind}`);
  const words = say('cite.said', {
    who: dress.text(who),
    date: dress.text(citedDate(record)?.label ?? say('cite.undated')),
    text: dress.text(onOneLine(record.text.text)),
  });
  if (!record.withdrawn) return ended(words);
  const { reason, date: on } = record.withdrawn;
  const withdrawn = say('record.withdrawn', { date: on.label, reason: onOneLine(reason) });
  return `${ended(words)} ${ended(dress.text(withdrawn))}`;
}

/** "As recorded in Harbour works (West Haven Desk), edition 1, harbour#cost" */
export function recordedIn(
  { key }: RecordView,
  pack: PackView,
  say: Say,
  dress: Dress = PLAIN,
): string {
  const of = say('cite.of', { pack: onOneLine(pack.name), publisher: onOneLine(pack.publisher) });
  const edition = pack.edition === null ? '' : onOneLine(pack.edition);
  const named = edition === '' ? of : say('cite.edition', { pack: of, edition });
  return say('cite.recorded', { pack: dress.text(named), record: dress.text(onOneLine(key)) });
}

/** "Gazette, “Quay on time”, 24 Oct 2024, https://…, accessed 30 Oct 2024" */
export function sourceLine(source: SourceView, say: Say, dress: Dress = PLAIN): string {
  const { title, url, archive, published, retrieved, print, at } = source;
  const name = title === null ? '' : say('cite.words', { text: onOneLine(title) });
  const words = (text: string | null) => (text === null ? null : dress.text(onOneLine(text)));
  return listed(
    [
      words(source.publisher),
      url === null ? dress.text(name) : dress.link(name || url, url),
      words(published?.label ?? null),
      words(print),
      words(at),
      retrieved && words(say('cite.accessed', { date: retrieved.label })),
      archive && say('cite.archived', { address: dress.link(archive, archive) }),
    ],
    say,
  );
}
