import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { WEIGHTS } from '../../../data/settings';
import { weighed } from '../../../entrypoints/marks/weights';

const css = readFileSync(
  new URL('../../../entrypoints/marks/marks.css', import.meta.url),
  'utf8',
).replace(/\/\*.*?\*\//gs, '');

/** The line of each highlight of a sheet: `rest` → `dotted 2px`. */
const linesOf = (sheet: string) =>
  new Map(
    [...sheet.matchAll(/::highlight\(on-record-([\w-]+)\)\s*\{[^}]*underline (\w+ \dpx)/g)].map(
      ([, name = '', line = '']) => [name, line],
    ),
  );

test('the quiet sheet is the one that is written', () => {
  expect(weighed(css, 'quiet')).toBe(css);
  expect(linesOf(css).get('rest')).toBe('dotted 2px');
});

test.each(WEIGHTS)('in %s a record and one with a denial differ, in links too', (weight) => {
  const lines = linesOf(weighed(css, weight));
  expect(lines.size).toBe(linesOf(css).size);
  for (const link of ['', 'link-']) {
    for (const dark of ['', '-dark']) {
      const line = (style: string) => lines.get(`${link}${style}${dark}`);
      expect(line('rest')).toBeDefined();
      expect(line('denial')).not.toBe(line('rest'));
      expect(line('faint')).toBeDefined();
    }
  }
});

test('a hovered mark looks the same in every weight, and minified rules are read alike', () => {
  const active = (sheet: string) => linesOf(sheet).get('active-denial-dark');
  expect(active(weighed(css, 'strong'))).toBe(active(css));
  const minified = css.replace(/\s+/g, ' ').replaceAll(' {', '{');
  expect(linesOf(weighed(minified, 'strong'))).toEqual(linesOf(weighed(css, 'strong')));
});
