import type { Say } from '../../data/locale';
import type { AskBackground, RecordView } from '../../data/messages';

/**
 * Copies a citation of a record as plain text. What writes it comes with the first one: it is larger than the popup.
 * To be called in a click or key press.
 * @throws {Error} when the browser does not allow it, or the record's pack is gone
 */
export async function copyCitation(
  ask: AskBackground,
  record: RecordView,
  say: Say,
): Promise<void> {
  const [{ cite }, packs] = await Promise.all([
    import('../../data/cite/cite'),
    ask('packs.list', null),
  ]);
  const pack = packs.find(({ id }) => record.key.startsWith(`${id}#`));
  if (!pack) throw new Error(`the pack of ${record.key} is gone`);
  await navigator.clipboard.writeText(cite('plain', record, pack, say));
}
