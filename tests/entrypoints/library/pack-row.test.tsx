// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import type { AskBackground } from '../../../data/messages';
import type { SyncView } from '../../../data/pack-messages';
import { PackRow } from '../../../entrypoints/library/PackRow';
import { pack } from '../../components/sample';
import { show } from '../../components/show';

const sync = {
  pack: pack.id,
  folder: 'https://desk.example/dam/',
  at: null,
  trouble: null,
} as SyncView;

it('gives the focus back where a reader thinks twice and keeps the pack', async () => {
  const root = show(
    <PackRow
      ask={(async () => null) as unknown as AskBackground}
      pack={pack}
      sync={sync}
      changes={0}
      onChanged={() => {}}
    />,
  );
  const button = (name: string) => {
    const found = [...root.querySelectorAll('button')].find((one) => one.textContent === name);
    if (!found) throw new Error(`no button "${name}"`);
    return found;
  };
  const remove = button('Remove');
  await act(() => remove.click());
  await act(() => {
    button('Keep').focus();
    button('Keep').click();
  });
  expect(() => button('Keep')).toThrow();
  expect(document.activeElement).toBe(remove);
});
