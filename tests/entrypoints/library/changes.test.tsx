// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import type { AskBackground } from '../../../data/messages';
import type { ChangeView, VersionView } from '../../../data/pack-messages';
import { Changes } from '../../../entrypoints/library/Changes';
import { crack, date, pack } from '../../components/sample';
import { show, textOf } from '../../components/show';

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)));

const change = (given: Partial<ChangeView>): ChangeView => ({
  change: 'added',
  kind: 'claim',
  key: crack.key,
  record: crack,
  title: crack.text.text,
  fields: [],
  ...given,
});

const version = (given: Partial<VersionView> = {}): VersionView => ({
  pack,
  version: 8,
  before: 7,
  edition: null,
  signed: date('2024-11-02'),
  counts: { added: 1, changed: 1, withdrawn: 0, removed: 1 },
  changes: [
    change({ key: 'a#1' }),
    change({
      key: 'a#2',
      change: 'changed',
      fields: [
        { field: 'made', before: '18 Oct 2024', after: '19 Oct 2024' },
        { field: 'sameAs', before: null, after: 'Q1' },
      ],
    }),
    change({ key: 'a#3', change: 'removed', kind: 'topic', record: null, title: 'Old topic' }),
  ],
  seen: null,
  ...given,
});

async function changes(versions: readonly VersionView[]) {
  const asked: unknown[] = [];
  let seen = 0;
  const ask = (async (type: string, given: unknown) => {
    asked.push([type, given]);
    return type === 'changes.list' ? versions : null;
  }) as AskBackground;
  const place = show(<Changes ask={ask} pack={null} onSeen={() => seen++} />);
  await settle();
  await settle();
  return { place, asked, seen: () => seen };
}

describe('what changed, in the library', () => {
  it('is told by version: what is new, what is another field by field, what is gone', async () => {
    const { place } = await changes([version()]);
    expect(textOf(place.querySelector('h2'))).toContain('version 7 → 8');
    const rows = [...place.querySelectorAll('.change')].map((row) => textOf(row));
    expect(rows[0]).toContain('New');
    expect(rows[1]).toContain('Said on 18 Oct 2024 → 19 Oct 2024');
    expect(rows[1]).toContain('Other detail (sameAs) Q1');
    expect(rows[2]).toContain('Removed');
    expect(textOf(place.querySelector('.change del'))).toBe('18 Oct 2024');
    expect(place.querySelectorAll('.change del')[1]?.textContent).toBe('Old topic');
  });

  it('counts as looked at once it was listed, and stays on show', async () => {
    const { place, asked, seen } = await changes([version()]);
    expect(asked).toEqual([
      ['changes.list', { pack: null, all: false }],
      ['changes.seen', { pack: null }],
    ]);
    expect(seen()).toBe(1);
    expect(place.querySelectorAll('.change')).toHaveLength(3);
  });

  it('says where nothing changed, where nobody compared, and how many are not listed', async () => {
    expect(textOf((await changes([])).place)).toContain(
      'Nothing has changed since you last looked.',
    );
    expect(textOf((await changes([version({ counts: null, changes: [] })])).place)).toContain(
      'not compared entry by entry',
    );
    const counts = { added: 900, changed: 0, withdrawn: 0, removed: 0 };
    expect(textOf((await changes([version({ counts })])).place)).toContain(
      '897 more changes are not listed.',
    );
  });
});
