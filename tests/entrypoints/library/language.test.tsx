// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { Language } from '../../../entrypoints/library/Language';
import { show, textOf } from '../../components/show';

it('says so when another language cannot be had', async () => {
  const place = show(<Language onLocale={() => Promise.reject(new Error('No such language.'))} />);
  const box = place.querySelector('select');
  await act(() => void box?.dispatchEvent(new Event('change', { bubbles: true })));
  await vi.waitFor(() =>
    expect(textOf(place.querySelector('[role=alert]'))).toBe('No such language.'),
  );
});
