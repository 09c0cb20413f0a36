import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords, WordsProvider } from '../../components/words';
import { Printed, type PrintedRecord } from './Printed';

/**
 * Puts what is to be printed beside the panel as long as the browser prints, however that was asked for. The browser takes
 * the document as it is when `beforeprint` has been told, so it is drawn within that event.
 */
export function usePrinting(record: PrintedRecord): void {
  const words = useWords();
  const latest = useRef({ record, words });
  latest.current = { record, words };
  useEffect(() => {
    const place = document.createElement('div');
    place.className = 'printed';
    const draw = () => {
      document.body.append(place);
      const { record: now, words: spoken } = latest.current;
      render(
        <WordsProvider value={spoken}>
          <Printed {...now} />
        </WordsProvider>,
        place,
      );
    };
    const clear = () => {
      render(null, place);
      place.remove();
    };
    addEventListener('beforeprint', draw);
    addEventListener('afterprint', clear);
    return () => {
      removeEventListener('beforeprint', draw);
      removeEventListener('afterprint', clear);
      clear();
    };
  }, []);
}
