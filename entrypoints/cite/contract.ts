/**
 * How the card has a citation written. The script runs in the extension's isolated world of a frame, and
 * is injected ('cite.load') when somebody first copies a citation there: it is larger than the card.
 */
import type { CitationForm } from '../../data/cite/cite';
import type { LocaleStrings, PackView, RecordView } from '../../data/messages';

export interface CitationRequest {
  readonly form: CitationForm;
  readonly record: RecordView;
  /** The one that the record's key begins with. */
  readonly pack: PackView;
  readonly strings: LocaleStrings;
}

/** @returns the text to copy */
export type WriteCitation = (request: CitationRequest) => string;

declare global {
  /** Where the script leaves its one function, in the isolated world only. */
  var __onRecordCite: WriteCitation | undefined;
}
