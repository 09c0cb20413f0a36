import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Phrase, useWords } from '../../components/words';
import type { AskBackground } from '../../data/messages';

interface Props {
  readonly ask: AskBackground;
  readonly tab: number | null;
  /** Closes the popup when what was begun succeeds; else says the words. */
  readonly leave: (left: Promise<void>, otherwise: string) => void;
}

/** Where the trust prompt is, with the address filled in; nothing is fetched before the reader says so there. */
async function openLibrary(address: string): Promise<void> {
  const url = `/library.html?subscribe=${encodeURIComponent(address)}#packs`;
  await browser.tabs.create({ url });
}

/** Packs that the page offers to its visitors, told quietly: an offer is no recommendation of ours. */
export function PackOffers({ ask, tab, leave }: Props) {
  const { say } = useWords();
  const [offers, setOffers] = useState<readonly string[]>([]);
  useEffect(() => {
    if (tab === null) return;
    // A page that cannot be asked offers nothing.
    ask('page.offers', { tab }).then(setOffers, () => {});
  }, [ask, tab]);

  return offers.map((address) => (
    <p key={address} class="popup-offer">
      <span class="quiet">
        <Phrase id="popup.offer" parts={{ host: <bdi>{new URL(address).host}</bdi> }} />
      </span>
      <button
        type="button"
        class="button bare"
        onClick={() => leave(openLibrary(address), say('popup.library.failed'))}
      >
        {say('popup.offer.look')}
      </button>
    </p>
  ));
}
