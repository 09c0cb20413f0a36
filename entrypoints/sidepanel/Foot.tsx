import { useId, useRef, useState } from 'preact/hooks';
import { arrowKeys } from '../../components/arrowKeys';
import { Icon } from '../../components/Icon';
import { direction, useWords } from '../../components/words';

/** In what form a page's record is exported. */
export const EXPORT_FORMS = ['markdown', 'csv', 'json'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];

interface Props {
  /** There is something to print and to export. */
  readonly filled: boolean;
  /** The page can be scrolled back to where the reader was. */
  readonly away: boolean;
  readonly onBack: () => void;
  readonly onPrint: () => void;
  readonly onExport: (form: ExportForm) => void;
}

/** What can be done with the page's record. */
export function Foot({ filled, away, onBack, onPrint, onExport }: Props) {
  const { locale, say } = useWords();
  const [open, setOpen] = useState(false);
  const strip = useId();
  const opener = useRef<HTMLButtonElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    arrowKeys(event, direction(locale) === 'rtl');
    if (event.key !== 'Escape') return;
    event.preventDefault();
    opener.current?.focus();
    setOpen(false);
  }

  return (
    <footer class="panel-foot">
      {open && filled && (
        <fieldset
          class="chips strip"
          id={strip}
          aria-label={say('panel.export')}
          onKeyDown={onKeyDown}
        >
          {EXPORT_FORMS.map((form) => (
            <button key={form} type="button" class="chip" onClick={() => onExport(form)}>
              {say(`export.${form}`)}
            </button>
          ))}
        </fieldset>
      )}
      <div class="actions">
        {filled && (
          <>
            <button type="button" class="action" onClick={onPrint}>
              <Icon name="print" />
              {say('panel.print')}
            </button>
            <button
              type="button"
              class="action"
              ref={opener}
              aria-expanded={open}
              aria-controls={open ? strip : undefined}
              onClick={() => setOpen(!open)}
            >
              <Icon name="download" />
              {say('panel.export')}
            </button>
          </>
        )}
        {away && (
          <button type="button" class="action" onClick={onBack}>
            <Icon name="back" />
            {say('panel.back')}
          </button>
        )}
      </div>
    </footer>
  );
}
