/** Contrast of the colours, computed from the style sheet by WCAG 2.2's formulas. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync(join(import.meta.dirname, '../../components/tokens.css'), 'utf8');

type Theme = 'light' | 'dark';

function token(name: string, theme: Theme): string {
  const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\);`).exec(CSS);
  const value = found?.[theme === 'light' ? 1 : 2];
  if (!value) throw new Error(`no token ${name}`);
  return value;
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** What is written on what. */
const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['bg', 'sunken', 'hover']],
  ['ink-2', ['bg', 'sunken', 'hover']],
  ['ink-3', ['bg', 'sunken', 'hover']],
  ['claim', ['bg', 'sunken', 'hover']],
  ['denial', ['bg', 'sunken', 'hover']],
  ['statement', ['bg', 'sunken', 'hover']],
  ['event', ['bg', 'sunken', 'hover']],
  ['inverse', ['inverse-bg']],
  ['stale', ['bg', 'stale-soft']],
];

/** Borders of controls, the line of record, outlines of focus. */
const SHAPES: typeof TEXT = [
  ['line-2', ['bg', 'sunken']],
  ['focus', ['bg', 'sunken', 'hover']],
  // Ties, and the box around the sentence's own figure.
  ['denial', ['bg', 'hover']],
  ['ink-3', ['bg', 'hover']],
  ['inverse-bg', ['bg', 'sunken']],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const pairs = (table: typeof TEXT) =>
    table.flatMap(([front, backs]) => backs.map((back) => [front, back] as const));

  it.each(pairs(TEXT))('text in %s can be read on %s', (front, back) => {
    expect(contrast(token(front, theme), token(back, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(SHAPES))('a shape in %s can be seen on %s', (front, back) => {
    expect(contrast(token(front, theme), token(back, theme))).toBeGreaterThanOrEqual(3);
  });
});

it('measures in px, since a page’s font size reaches into the card', () => {
  const sheets = [
    '../../components/tokens.css',
    '../../components/record.css',
    '../../components/line.css',
    '../../components/blocks.css',
    '../../components/actions.css',
    '../../entrypoints/card/card.css',
  ];
  for (const sheet of sheets) {
    const css = readFileSync(join(import.meta.dirname, sheet), 'utf8');
    expect(css, sheet).not.toMatch(/\d(?:rem|em|vw|ch)\b/);
  }
});
