/** The style sheet of the marks in the weights that a reader can choose. */
import type { Appearance } from '../../data/settings';

type Weight = Appearance['weight'];

/** What becomes of each line of marks.css. Records and records with a denial stay apart by more than strength. */
const LINES: Readonly<Record<Exclude<Weight, 'quiet'>, Readonly<Record<string, string>>>> = {
  hairline: { 'dotted 2px': 'dotted 1px', 'double 1px': 'solid 1px' },
  strong: {
    'dotted 2px': 'solid 2px',
    'double 1px': 'double 2px',
    'dotted 1px': 'dotted 2px',
    'solid 1px': 'double 1px',
  },
};

/**
 * @param css marks.css, minified or not
 * @returns it with lines of that weight; what is hovered or focused looks the same in all
 */
export function weighed(css: string, weight: Weight): string {
  if (weight === 'quiet') return css;
  const lines = LINES[weight];
  return css.replace(/::highlight\(([\w-]+)\)\s*\{[^}]*\}/g, (rule, name: string) =>
    name.includes('active')
      ? rule
      : rule.replace(/(dotted|double|solid) \dpx/, (line) => lines[line] ?? line),
  );
}
