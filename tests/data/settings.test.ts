import { expect, test } from 'vitest';
import { hoverSettings } from '../../data/settings';

test('a setting that was stored is what holds', () => {
  expect(hoverSettings({ opens: 'key', key: 'alt' })).toEqual({ opens: 'key', key: 'alt' });
});

test('what makes no sense is the default, each by itself', () => {
  const usual = { opens: 'rest', key: 'shift' };
  for (const stored of [undefined, null, 7, 'click', [], {}, { opens: 'never', key: 3 }]) {
    expect(hoverSettings(stored)).toEqual(usual);
  }
  expect(hoverSettings({ opens: 'click', key: 'meta' })).toEqual({ opens: 'click', key: 'shift' });
});
