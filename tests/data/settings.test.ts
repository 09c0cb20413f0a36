import { expect, test } from 'vitest';
import { appearance, hoverSettings } from '../../data/settings';

test('a setting that was stored is what holds', () => {
  const hover = { opens: 'key', key: 'alt', restMs: 300 } as const;
  expect(hoverSettings(hover)).toEqual(hover);
  const look = { theme: 'dark', weight: 'strong', density: 'full', text: 17 } as const;
  expect(appearance(look)).toEqual(look);
});

test('what makes no sense is the default, each by itself', () => {
  const usual = { opens: 'rest', key: 'shift', restMs: 500 };
  for (const stored of [undefined, null, 7, 'click', [], {}, { opens: 'never', key: 3 }]) {
    expect(hoverSettings(stored)).toEqual(usual);
  }
  expect(hoverSettings({ opens: 'click', restMs: 1 })).toEqual({ ...usual, opens: 'click' });
  const plain = { theme: 'page', weight: 'quiet', density: 'calm', text: 13 };
  for (const stored of [undefined, 'dark', { theme: 'red', text: '17' }]) {
    expect(appearance(stored)).toEqual(plain);
  }
  expect(appearance({ text: 12, weight: 9 })).toEqual({ ...plain, text: 12 });
});
