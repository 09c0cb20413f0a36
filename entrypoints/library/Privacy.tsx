import { useCallback, useEffect, useState } from 'preact/hooks';
import { Icon } from '../../components/Icon';
import { useWords } from '../../components/words';
import type { AskBackground } from '../../data/messages';
import type { RequestView } from '../../data/pack-messages';
import { bytesWords } from './bytes';
import './privacy.css';

/** A screen or two; who wants to see all of it asks for more. */
const FIRST = 50;
const MOST = 5000;

/** Every request that the extension ever made, and what it never sends. */
export function Privacy({ ask }: { readonly ask: AskBackground }) {
  const { say } = useWords();
  const [limit, setLimit] = useState(FIRST);
  const [log, setLog] = useState<{ total: number; rows: readonly RequestView[] } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);

  const load = useCallback(() => {
    ask('requests.list', { limit }).then(setLog, (error: Error) => setTrouble(error.message));
  }, [ask, limit]);
  useEffect(load, [load]);

  function clear() {
    ask('requests.clear', null).then(load, (error: Error) => setTrouble(error.message));
  }

  async function copy() {
    const { rows } = await ask('requests.list', { limit: MOST });
    await navigator.clipboard.writeText(rows.map(lineOf).join('\n'));
    setCopied(true);
  }

  return (
    <>
      <p class="lead">{say('privacy.lead')}</p>
      <p class="privacy-never">
        <Icon name="lock" />
        <span>{say('privacy.never')}</span>
      </p>
      {trouble && (
        <p class="note" role="alert">
          {trouble}
        </p>
      )}
      {log?.total === 0 && <p role="status">{say('privacy.none')}</p>}
      {log && log.total > 0 && (
        <>
          <p class="buttons">
            <span class="quiet">{say('privacy.count', { n: log.total })}</span>
            <button
              type="button"
              class="button"
              onClick={() => {
                copy().catch((error: Error) => setTrouble(error.message));
              }}
            >
              {say('privacy.copy')}
            </button>
            <button type="button" class="button" onClick={clear}>
              {say('privacy.clear')}
            </button>
            <span role="status">{copied && say('privacy.copied')}</span>
          </p>
          <ul class="library-list">
            {log.rows.map((row) => (
              <Request key={`${row.at} ${row.address}`} request={row} />
            ))}
          </ul>
          {log.rows.length < log.total && (
            <button type="button" class="button" onClick={() => setLimit(MOST)}>
              {say('privacy.more')}
            </button>
          )}
        </>
      )}
    </>
  );
}

const lineOf = ({ at, address, bytes, cause, outcome }: RequestView) =>
  [new Date(at).toISOString(), address, bytes, cause, outcome ?? '?'].join('\t');

/** Ends with words of their own; the others are troubles, which the pack's row has told. */
const ENDS = ['redirect', 'stopped'] as const;

function Request({ request }: { readonly request: RequestView }) {
  const { locale, say } = useWords();
  const { address, at, bytes, cause, outcome } = request;
  const when = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at);
  const end = ENDS.find((one) => one === outcome);
  return (
    <li class="request">
      <span class="request-address" dir="ltr">
        {address}
      </span>
      <time dateTime={new Date(at).toISOString()}>{when}</time>
      <span class="quiet">{say(`privacy.cause.${cause}`)}</span>
      <span class="quiet">
        {bytes > 0 || outcome === 'ok' ? bytesWords(bytes, locale) : null}
        {bytes > 0 && outcome !== 'ok' ? ' · ' : null}
        {outcome === 'ok' ? null : say(end ? `privacy.end.${end}` : 'privacy.end.failed')}
      </span>
    </li>
  );
}
