import { useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Icon } from '../../components/Icon';
import { useWords } from '../../components/words';
import type { AskBackground, OfferView } from '../../data/messages';
import { siteOf } from '../../data/site';
import { Trust } from './Trust';

interface Props {
  readonly ask: AskBackground;
  /** A pack was subscribed to. */
  readonly onSubscribed: () => void;
}

type Step =
  | { readonly at: 'address'; readonly busy: boolean; readonly trouble: string | null }
  | {
      readonly at: 'trust';
      readonly offer: OfferView;
      readonly busy: boolean;
      readonly trouble: string | null;
    };

const START: Step = { at: 'address', busy: false, trouble: null };

/** Subscribes by address: first the address, then whose key it is. Nothing is stored before the reader agreed. */
export function Subscribe({ ask, onSubscribed }: Props) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const [step, setStep] = useState<Step>(START);
  const address = useRef<HTMLInputElement>(null);
  const typed = useRef('');

  function close() {
    setOpen(false);
    setStep(START);
  }

  async function look(event: Event) {
    event.preventDefault();
    typed.current = address.current?.value ?? '';
    setStep({ ...START, busy: true });
    try {
      await askForHost(typed.current);
      const offer = await ask('packs.offer', { address: typed.current });
      setStep({ at: 'trust', offer, busy: false, trouble: null });
    } catch (error) {
      setStep({ ...START, trouble: (error as Error).message });
    }
  }

  async function agree(offer: OfferView) {
    setStep({ at: 'trust', offer, busy: true, trouble: null });
    try {
      const { fingerprint } = offer;
      await ask('packs.subscribe', { address: typed.current, fingerprint });
      close();
      onSubscribed();
    } catch (error) {
      setStep({ at: 'trust', offer, busy: false, trouble: (error as Error).message });
    }
  }

  if (!open) {
    return (
      <button type="button" class="button primary" onClick={() => setOpen(true)}>
        <Icon name="plus" />
        {say('subscribe.open')}
      </button>
    );
  }
  return (
    <section class="subscribe" aria-label={say('subscribe.open')}>
      {step.trouble && (
        <p class="note" role="alert">
          {step.trouble}
        </p>
      )}
      {step.at === 'address' ? (
        <form onSubmit={(event) => void look(event)}>
          <label>
            {say('subscribe.address')}
            <input
              ref={address}
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
            <button type="submit" class="button primary" disabled={step.busy}>
              {say(step.busy ? 'subscribe.looking' : 'subscribe.look')}
            </button>
            <button type="button" class="button" onClick={close}>
              {say('subscribe.cancel')}
            </button>
          </p>
        </form>
      ) : (
        <Trust
          offer={step.offer}
          busy={step.busy}
          onAgree={() => void agree(step.offer)}
          onCancel={close}
        />
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
