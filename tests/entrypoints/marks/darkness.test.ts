import { expect, test } from 'vitest';
import { parseColour } from '../../../entrypoints/marks/darkness';

/** The same near-black and near-white in each way that a browser may hand it over. */
test.each([
  ['rgb(23, 25, 27)', 'rgb(245, 244, 240)'],
  ['rgba(23, 25, 27, 0.9)', 'rgba(245, 244, 240, 1)'],
  ['color(srgb 0.09 0.098 0.106)', 'color(srgb 0.96 0.957 0.94)'],
  ['color(display-p3 0.09 0.098 0.106)', 'color(display-p3 0.96 0.957 0.94)'],
  ['oklch(0.21 0.005 250)', 'oklch(0.97 0.005 90)'],
  ['oklab(0.21 -0.001 -0.004)', 'oklab(0.97 0 0.005)'],
  ['lab(8.5 -0.4 -1.4)', 'lab(96 -0.2 2)'],
])('tells dark from light in %s and %s', (dark, light) => {
  expect(parseColour(dark)?.luminance).toBeLessThan(0.05);
  expect(parseColour(light)?.luminance).toBeGreaterThan(0.8);
});

test('a mid grey stands where WCAG puts it', () => {
  expect(parseColour('rgb(119, 119, 119)')?.luminance).toBeCloseTo(0.184, 1);
});

test('knows what lets the ground behind it through', () => {
  expect(parseColour('rgba(0, 0, 0, 0)')?.alpha).toBe(0);
  expect(parseColour('color(srgb 0 0 0 / 0.25)')?.alpha).toBe(0.25);
  expect(parseColour('rgb(0, 0, 0)')?.alpha).toBe(1);
});

test('says so when it cannot tell', () => {
  expect(parseColour('')).toBeNull();
  expect(parseColour('url(#x)')).toBeNull();
});
