/** Citations of a record: who said what and when, in which pack it is on record, and its sources. */
import type { Say } from '../locale';
import type { PackView, RecordView } from '../messages';
import { bibtex } from './bibtex';
import { cslItems } from './csl';
import { markdownLink, markdownText } from './markdown';
import { type Dress, PLAIN, recordedIn, saidLine, sourceLine } from './words';

export type CitationForm = 'plain' | 'markdown' | 'bibtex' | 'csl-json';

const MARKDOWN: Dress = { text: markdownText, link: markdownLink };

/** "Port, 24 Oct 2024: … As recorded in …. Gazette, “…”, 24 Oct 2024, https://…" */
function sentences(record: RecordView, pack: PackView, say: Say, dress: Dress): string {
  const sources = record.sources.map((source) => sourceLine(source, say, dress));
  const recorded = `${recordedIn(record, pack, say, dress)}.`;
  return [saidLine(record, say, dress), recorded, sources.join('; ')].filter(Boolean).join(' ');
}

/**
 * @param record all of it; whatever it holds is made to mean nothing in the form that is asked for
 * @param pack the one that it is of
 * @param say in the reader's language
 */
export function cite(form: CitationForm, record: RecordView, pack: PackView, say: Say): string {
  switch (form) {
    case 'plain':
      return sentences(record, pack, say, PLAIN);
    case 'markdown':
      return sentences(record, pack, say, MARKDOWN);
    case 'bibtex':
      return bibtex(record, pack, say);
    case 'csl-json':
      return JSON.stringify(cslItems(record, pack, say), null, 2);
  }
}
