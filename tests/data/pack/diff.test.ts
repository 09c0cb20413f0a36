import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../data/model';
import { diffEntries, diffFields, type EntryChange } from '../../../data/pack/diff';
import { claim, topic } from '../sync/publisher';

const tombstone = (id: string): Entry => ({
  kind: 'tombstone',
  id,
  about: ['cracks'],
  withdrawn: '2024-11-01',
  reason: 'The source took it back.',
});

/** What happened to which entry. */
const told = (changes: readonly EntryChange[]) =>
  changes.map((change) => {
    const { kind, id } = change.change === 'removed' ? change.before : change.entry;
    return `${change.change} ${kind} ${id}`;
  });

describe('what changed between two versions', () => {
  it('is records added, changed and withdrawn, and other entries gone', () => {
    const before = [topic('cracks'), topic('floods'), claim('a', 'One.'), claim('b', 'Two.')];
    const after = [
      topic('cracks'),
      claim('a', 'One, at least.'),
      tombstone('b'),
      claim('c', 'Three.'),
    ];
    expect(told(diffEntries(before, after))).toEqual([
      'removed topic floods',
      'changed claim a',
      'added claim c',
      'withdrawn tombstone b',
    ]);
  });

  it('is nothing where only the order of entries and keys differs', () => {
    const { kind, ...rest } = claim('a', 'One.');
    expect(
      diffEntries([topic('x'), claim('a', 'One.')], [{ ...rest, kind } as Entry, topic('x')]),
    ).toEqual([]);
  });

  it('keeps what a withdrawn record was, and says where that was never seen', () => {
    const [seen, unseen] = diffEntries([claim('a', 'One.')], [tombstone('a'), tombstone('b')]);
    expect(seen).toMatchObject({ change: 'withdrawn', before: { text: 'One.' } });
    expect(unseen).toMatchObject({ change: 'withdrawn', before: null });
  });

  it('goes into an entry, field by field', () => {
    const before = {
      ...claim('a', 'One.'),
      relations: { denies: ['x', 'y'] },
      made: '2024-10',
    } as Entry;
    const after = {
      ...claim('a', 'One.'),
      relations: { denies: ['y', 'z'], corrects: ['x'] },
      made: '2024-10-18',
      when: '2024-10-17',
    } as Entry;
    const [change] = diffEntries([before], [after]);
    expect(change).toMatchObject({
      change: 'changed',
      fields: [
        { path: ['made'], before: '2024-10', after: '2024-10-18' },
        { path: ['relations', 'corrects'], added: ['x'], removed: [] },
        { path: ['relations', 'denies'], added: ['z'], removed: ['x'] },
        { path: ['when'], before: undefined, after: '2024-10-17' },
      ],
    });
  });

  it('tells a list in another order, and a text that got a translation', () => {
    expect(diffFields({ by: ['a', 'b'] }, { by: ['b', 'a'] })).toEqual([
      { path: ['by'], added: [], removed: [] },
    ]);
    expect(
      diffFields({ text: 'One.' }, { text: { en: 'One.', de: { text: 'Eins.', by: 'X' } } }),
    ).toEqual([
      { path: ['text'], before: 'One.', after: { en: 'One.', de: { text: 'Eins.', by: 'X' } } },
    ]);
  });
});
