import { useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useWords } from '../../components/words';
import type { AskBackground } from '../../data/messages';
import { siteOf } from '../../data/site';
import { Trust } from './Trust';
import { useOffer } from './useOffer';

interface Props {
  readonly ask: AskBackground;
  /** An address to begin with: one that a page offered, or that was dropped. */
  readonly address: string;
  /** A pack was subscribed to. */
  readonly onSubscribed: () => void;
  readonly onClose: () => void;
}

/** Subscribes by address: first the address, then whose key it is. Nothing is stored before the reader agreed. */
export function Subscribe({ ask, address, onSubscribed, onClose }: Props) {
  const { say } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const typed = useRef(address);
  const { offer, busy, trouble, look, agree } = useOffer(ask, onSubscribed);

  async function submit(event: Event) {
    event.preventDefault();
    typed.current = field.current?.value ?? '';
    await askForHost(typed.current);
    look({ address: typed.current });
  }

  return (
    <section class="subscribe" aria-label={say('subscribe.open')}>
      {trouble && (
        <p class="note" role="alert">
          {trouble}
        </p>
      )}
      {offer ? (
        <Trust offer={offer} busy={busy} onAgree={agree} onCancel={onClose} />
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <label>
            {say('subscribe.address')}
            <input
              ref={field}
              name="address"
              class="field"
              type="url"
              inputMode="url"
              dir="ltr"
              required
              autofocus
              spellcheck={false}
              placeholder="https://…/head.json#ed25519=…"
              defaultValue={typed.current}
            />
          </label>
          <p class="quiet">{say('subscribe.text')}</p>
          <p class="buttons">
            <button type="submit" class="button primary" disabled={busy}>
              {say(busy ? 'subscribe.looking' : 'subscribe.look')}
            </button>
            <button type="button" class="button" onClick={onClose}>
              {say('subscribe.cancel')}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}

/**
 * With the browser's leave for the host nothing depends on how it is set up; without it, a host that lets others read
 * its files (CORS) will do. To be called in the click.
 */
async function askForHost(address: string): Promise<void> {
  const site = siteOf(address.trim());
  if (site) await browser.permissions.request({ origins: [site.origin] }).catch(() => false);
}
