/** What a reader can set, its defaults, and how what is stored is read: never trusted, never a reason to fail. */

/** By resting on a mark, by resting with a key held, or by click and tap alone. */
export const OPENS = ['rest', 'key', 'click'] as const;

/** Keys that a pointer's event tells of, and that by themselves do nothing in a page. */
export const HOVER_KEYS = ['shift', 'alt', 'ctrl'] as const;

/** How long the pointer rests on a mark before its card opens, in ms; the first is the style sheet's. */
export const RESTS_MS = [500, 300, 1000] as const;

export interface HoverSettings {
  readonly opens: (typeof OPENS)[number];
  readonly key: (typeof HOVER_KEYS)[number];
  readonly restMs: (typeof RESTS_MS)[number];
}

/** `page`: cards go by the page behind them, the extension's own pages by the browser. */
export const THEMES = ['page', 'light', 'dark'] as const;

/** How heavy the lines under phrases are. */
export const WEIGHTS = ['quiet', 'hairline', 'strong'] as const;

/** `calm`: repeats in a paragraph are fainter, and so are the many topics of a dense one. `full`: none is. */
export const DENSITIES = ['calm', 'full'] as const;

/** Sizes of a card's text, in px; the first is the style sheet's. */
export const TEXT_SIZES = [13, 12, 15, 17] as const;

/** How marks and cards look. */
export interface Appearance {
  readonly theme: (typeof THEMES)[number];
  readonly weight: (typeof WEIGHTS)[number];
  readonly density: (typeof DENSITIES)[number];
  readonly text: (typeof TEXT_SIZES)[number];
}

/** All that a reader in a page goes by. */
export interface ReaderSettings extends HoverSettings, Appearance {}

/** @returns the settings in what was stored, the first of the choices for each that makes no sense */
export function hoverSettings(stored: unknown): HoverSettings {
  const { opens, key, restMs } = fieldsOf(stored);
  return {
    opens: oneOf(OPENS, opens),
    key: oneOf(HOVER_KEYS, key),
    restMs: oneOf(RESTS_MS, restMs),
  };
}

/** @returns the same of how things look */
export function appearance(stored: unknown): Appearance {
  const { theme, weight, density, text } = fieldsOf(stored);
  return {
    theme: oneOf(THEMES, theme),
    weight: oneOf(WEIGHTS, weight),
    density: oneOf(DENSITIES, density),
    text: oneOf(TEXT_SIZES, text),
  };
}

const fieldsOf = (stored: unknown) => (stored ?? {}) as Record<string, unknown>;

function oneOf<T>(choices: readonly [T, ...T[]], value: unknown): T {
  return choices.find((choice) => choice === value) ?? choices[0];
}

/**
 * Hours between two looks for updates of packs, as a reader may choose. Hosts pay for what is asked, so not less than one.
 */
export const PACES = [1, 3, 6, 12, 24] as const;

export const isPace = (hours: unknown): hours is (typeof PACES)[number] =>
  (PACES as readonly unknown[]).includes(hours);
