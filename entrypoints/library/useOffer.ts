import { useState } from 'preact/hooks';
import type { AskBackground } from '../../data/messages';
import type { OfferedAt, OfferView } from '../../data/pack-messages';

export interface Offering {
  readonly offer: OfferView | null;
  readonly busy: boolean;
  readonly trouble: string | null;
  /** Looks at what is offered; nothing is stored. */
  readonly look: (at: OfferedAt) => void;
  /** The reader agreed to the key that was shown. */
  readonly agree: () => void;
}

interface Step {
  readonly at: OfferedAt | null;
  readonly offer: OfferView | null;
  readonly busy: boolean;
  readonly trouble: string | null;
}

const START: Step = { at: null, offer: null, busy: false, trouble: null };

/** The two steps of subscribing: what is offered, and, once the reader has agreed to its key, the pack. */
export function useOffer(ask: AskBackground, onSubscribed: () => void): Offering {
  const [step, setStep] = useState<Step>(START);
  const fail = (error: unknown) =>
    setStep((now) => ({ ...now, busy: false, trouble: (error as Error).message }));

  function look(at: OfferedAt) {
    setStep({ ...START, at, busy: true });
    ask('packs.offer', at).then((offer) => setStep({ ...START, at, offer }), fail);
  }

  function agree() {
    const { at, offer } = step;
    if (!at || !offer) return;
    setStep({ ...step, busy: true, trouble: null });
    ask('packs.subscribe', { ...at, fingerprint: offer.fingerprint }).then(onSubscribed, fail);
  }

  return { ...step, look, agree };
}
