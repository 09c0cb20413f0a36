import type { CitationForm } from '../data/cite/cite';
import type { Key, RecordView } from '../data/messages';
import { Icon } from './Icon';
import { standsUnder } from './placing';
import { useWords } from './words';

/** In what form a citation is copied. */
const FORMS: readonly CitationForm[] = ['plain', 'markdown', 'bibtex', 'csl-json'];

/** Only these open a page or a mail; a pack's contact is a stranger's text. */
const CONTACT = /^(?:https?|mailto):/i;

interface Props {
  /** Those to choose among. */
  readonly records: readonly RecordView[];
  readonly chosen: Key;
  readonly onChoose: (record: Key) => void;
  readonly onCite: (form: CitationForm) => void;
  /** Null where the chosen record has no address. */
  readonly onLink: (() => void) | null;
  /** Where its publisher can be written to; null where they gave nothing. */
  readonly tell: string | null;
}

/** What can be copied of one record, and the way to who published it. */
export function CiteChoices({ records, chosen, onChoose, onCite, onLink, tell }: Props) {
  const { say } = useWords();
  const label = (record: RecordView) =>
    [say(`kind.${record.kind}`), record.speakers.join(', '), standsUnder(record)?.label]
      .filter(Boolean)
      .join(' · ');
  return (
    <>
      {records.length > 1 && (
        <select
          class="choose"
          aria-label={say('action.cite.record')}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          {records.map((record) => (
            <option key={record.key} value={record.key} selected={record.key === chosen}>
              {label(record)}
            </option>
          ))}
        </select>
      )}
      <fieldset class="chips" aria-label={say('action.cite.form')}>
        {FORMS.map((form) => (
          <button key={form} type="button" class="chip" onClick={() => onCite(form)}>
            {say(`cite.${form}`)}
          </button>
        ))}
      </fieldset>
      <div class="chips">
        {onLink && (
          <button type="button" class="chip" onClick={onLink}>
            {say('action.link')}
          </button>
        )}
        {tell && CONTACT.test(tell) && (
          <a class="chip" href={tell} target="_blank" rel="noopener noreferrer">
            {say('action.tell')}
            <Icon name="arrow" size={12} />
          </a>
        )}
      </div>
    </>
  );
}
