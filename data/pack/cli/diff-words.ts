/** What changed in a pack, in words. */
import { firstText } from '../../local-text';
import { type Entry, isRecord } from '../../model';
import { canonicalJson } from '../canonical';
import { type EntryChange, entryOf, type FieldChange, isListChange } from '../diff';
import { shown } from '../problem';
import type { Style } from './style';

/** As much of a value as fits beside its name. In UTF-16 units. */
const MAX_VALUE = 160;

/** What an author knows an entry by, beside its id. */
function titleOf(entry: Entry): string {
  if (isRecord(entry)) return firstText(entry.text);
  if (entry.kind === 'source') return entry.title ?? entry.publisher;
  return entry.kind === 'tombstone' ? firstText(entry.reason) : firstText(entry.name);
}

function valueWords(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string')
    return /\s/.test(value) ? `“${shown(value, MAX_VALUE)}”` : shown(value);
  return shown(canonicalJson(value), MAX_VALUE);
}

/** One field a line: `made: 2024-03-05 → 2024-03-06`. */
function fieldWords(change: FieldChange): string {
  const name = shown(change.path.join('.'));
  if (!isListChange(change))
    return `${name}: ${valueWords(change.before)} → ${valueWords(change.after)}`;
  const items = [
    ...change.removed.map((item) => `− ${valueWords(item)}`),
    ...change.added.map((item) => `+ ${valueWords(item)}`),
  ];
  return `${name}: ${items.join(', ') || 'in another order'}`;
}

export const fieldLines = (fields: readonly FieldChange[]): string =>
  fields.map((field) => `      ${fieldWords(field)}\n`).join('');

const SIGNS: Readonly<Record<EntryChange['change'], string>> = {
  added: '+',
  changed: '~',
  withdrawn: '×',
  removed: '−',
};

/** What kind of entry it is, or was and is. */
function kindOf(change: EntryChange): string {
  if (change.change === 'added' || change.change === 'removed') return entryOf(change).kind;
  const { before, entry } = change;
  if (change.change === 'withdrawn') return before?.kind ?? 'record';
  return before && before.kind !== entry.kind ? `${before.kind} → ${entry.kind}` : entry.kind;
}

/** Each change with its entry, each field on a line of its own. */
export function changeLines(changes: readonly EntryChange[], style: Style): string {
  const lines = changes.map((change) => {
    const entry = entryOf(change);
    const start = `  ${SIGNS[change.change]} ${kindOf(change).padEnd(9)}  ${style.bold(shown(entry.id))}`;
    if (change.change === 'changed') return `${start}\n${fieldLines(change.fields)}`;
    const when = entry.kind === 'tombstone' ? `  withdrawn ${entry.withdrawn}:` : '';
    return `${start}${when}  ${style.dim(shown(titleOf(entry), MAX_VALUE))}\n`;
  });
  return lines.join('');
}

/** "2 added, 1 changed, 1 withdrawn"; "no entry changed" */
export function changeCounts(changes: readonly EntryChange[]): string {
  const order = ['added', 'changed', 'withdrawn', 'removed'] as const;
  const parts = order.flatMap((word) => {
    const n = changes.filter(({ change }) => change === word).length;
    return n > 0 ? [`${n} ${word}`] : [];
  });
  return parts.length > 0 ? `${parts.join(', ')} of its entries` : 'no entry changed';
}
