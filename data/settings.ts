/** What a reader can set, its defaults, and how what is stored is read: never trusted, never a reason to fail. */

/** By resting on a mark, by resting with a key held, or by click and tap alone. */
export const OPENS = ['rest', 'key', 'click'] as const;

/** Keys that a pointer's event tells of, and that by themselves do nothing in a page. */
export const HOVER_KEYS = ['shift', 'alt', 'ctrl'] as const;

export interface HoverSettings {
  readonly opens: (typeof OPENS)[number];
  readonly key: (typeof HOVER_KEYS)[number];
}

/** @returns the settings in what was stored, the first of the choices for each that makes no sense */
export function hoverSettings(stored: unknown): HoverSettings {
  const { opens, key } = (stored ?? {}) as Record<string, unknown>;
  return { opens: oneOf(OPENS, opens), key: oneOf(HOVER_KEYS, key) };
}

function oneOf<T>(choices: readonly [T, ...T[]], value: unknown): T {
  return choices.find((choice) => choice === value) ?? choices[0];
}
