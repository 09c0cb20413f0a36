/** The page's mentions as a list, for the popup and for walking them by keyboard. */
import { type Interaction, type Mention, type Reading, stands, startOf } from '../reader/contract';
import { endOf, phraseOf } from './mention';
import { type Hit, hitOn, rectsOf } from './places';
import { createScrolled } from './scrolled';

export interface MentionWalk extends Pick<Interaction, 'list' | 'open' | 'show' | 'back' | 'step'> {
  /** Goes to the phrase that was gone to last, else to the first one in view. @returns whether there is one */
  openHere(): boolean;
}

/** What becomes of a mention once it has been scrolled into view. */
export interface Arrival {
  /** Opens its card. */
  readonly go: (hit: Hit) => void;
  /** Lights it for a moment. */
  readonly light: (mention: Mention) => void;
}

export function createMentionWalk(
  mentions: Pick<Reading, 'inOrder'>,
  { go, light }: Arrival,
): MentionWalk {
  let listed: readonly Mention[] = [];
  let current: Mention | null = null;
  const scrolled = createScrolled();

  const visit = (mention: Mention): boolean => {
    if (!stands(mention.block)) return false;
    current = mention;
    bringIntoView(mention);
    go(hitOn(mention));
    return true;
  };

  /** One stop a phrase: topics that share it share its card. */
  const allStops = () => visible(mentions).filter((one, i, all) => !sharesStart(one, all[i - 1]));

  const standing = () => (current && stands(current.block) && isInView(current) ? current : null);

  return {
    list() {
      listed = visible(mentions);
      return listed.map((mention, index) => ({
        index,
        topic: mention.topic,
        phrase: phraseOf(mention),
      }));
    },
    open(index) {
      const mention = listed[index] ?? visible(mentions)[index];
      return mention !== undefined && visit(mention);
    },
    show(index) {
      const mention = listed[index] ?? visible(mentions)[index];
      if (!mention || !stands(mention.block)) return false;
      const [node] = mention.block.pieces;
      if (!node) return false;
      current = mention;
      scrolled.go(node, () => bringIntoView(mention));
      light(mention);
      return true;
    },
    back: scrolled.back,
    openHere() {
      const stops = allStops();
      const stop = standing() ?? stops.at(firstFromView(stops, 1));
      return stop !== undefined && visit(stop);
    },
    step(by) {
      const stops = allStops();
      const here = standing();
      const at = here ? stops.findIndex((stop) => stop === here || sharesStart(stop, here)) : -1;
      const next = at >= 0 ? at + by : firstFromView(stops, by);
      const stop = stops.at(next % stops.length);
      return stop !== undefined && visit(stop);
    },
  };
}

function visible(mentions: Pick<Reading, 'inOrder'>): Mention[] {
  return mentions
    .inOrder()
    .filter(({ block }) => block.pieces[0]?.parentElement?.checkVisibility(VISIBLE));
}

const VISIBLE = { visibilityProperty: true, contentVisibilityAuto: false };

function sharesStart(a: Mention, b: Mention | undefined): boolean {
  return a.block === b?.block && startOf(a) === startOf(b);
}

/** Where to begin when no mention is current: at the top edge of what the reader sees. */
function firstFromView(stops: readonly Mention[], by: 1 | -1): number {
  const below = stops.findIndex((stop) => (rectOf(stop)?.bottom ?? 0) > 0);
  if (by === 1) return Math.max(below, 0);
  return below < 0 ? -1 : below - 1;
}

function rectOf(mention: Mention): DOMRect | undefined {
  return rectsOf(mention.block, startOf(mention), endOf(mention))[0];
}

function isInView(mention: Mention): boolean {
  const rect = rectOf(mention);
  return rect !== undefined && rect.bottom > 0 && rect.top < innerHeight;
}

/**
 * Jumps, as find-in-page does: a smooth scroll would leave card and mark behind, and is not for
 * everybody.
 */
function bringIntoView(mention: Mention): void {
  const element = mention.block.pieces[0]?.parentElement;
  element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  // The block may be taller than the window.
  const rect = rectOf(mention);
  if (rect && (rect.top < 0 || rect.bottom > innerHeight)) {
    scrollBy({ top: rect.top - innerHeight / 2, behavior: 'instant' });
  }
}
