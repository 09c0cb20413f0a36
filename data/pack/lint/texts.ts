/** What records say, and how. */
import type { LocalText } from '../../model';
import type { Path } from '../problem';
import type { Check } from './context';

/** Each text with its language and where it stands. */
function textsOf(text: LocalText, path: Path, language: string): [string, string, Path][] {
  if (typeof text === 'string') return [[language, text, path]];
  return Object.entries(text).map(([tag, one]) => [
    tag,
    typeof one === 'string' ? one : one.text,
    [...path, tag],
  ]);
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^the\s+/, '');

/** English verbs of saying; "Ukraine will …" may well be what Ukraine said. */
const SAYS =
  /^\s+(?:\S+\s+){0,2}(?:said|says|told|stated|states|announced|claimed|claims|denied|denies|confirmed|added|warned|called|declared|described|argued|insisted|reported|wrote|noted|estimated)\b/;

/** The card puts the speaker first; a text that does so too reads "Kirby: Kirby said …". */
export const repeatedSpeaker: Check = ({ pack, records, byId, say }) => {
  for (const { entry, path } of records) {
    const names = (entry.by ?? []).flatMap((id) => {
      const actor = byId.get(id)?.entry;
      if (actor?.kind !== 'actor') return [];
      const own = textsOf(actor.name, [], pack.language).map(([, name]) => name);
      return [...own, ...(actor.aliases ?? [])];
    });
    for (const [, text, at] of textsOf(entry.text, [...path, 'text'], pack.language)) {
      const said = plain(text);
      const name = names.find(
        (candidate) =>
          said.startsWith(plain(candidate)) && SAYS.test(said.slice(plain(candidate).length)),
      );
      if (name === undefined) continue;
      const message = `this text begins with its speaker ("${name}"), who stands before it anyway`;
      say('warning', at, message, 'Begin with what was said');
    }
  }
};

/** A pack holds text; markup would be shown as typed. */
export const noMarkup: Check = ({ pack, entries, say }) => {
  for (const { entry, path } of entries) {
    const fields: [string, LocalText | undefined][] = [
      ['name', 'name' in entry ? entry.name : undefined],
      ['summary', 'summary' in entry ? entry.summary : undefined],
      ['text', 'text' in entry ? entry.text : undefined],
      ['reason', 'reason' in entry ? entry.reason : undefined],
    ];
    for (const [key, field] of fields) {
      if (field === undefined) continue;
      for (const [, text, at] of textsOf(field, [...path, key], pack.language)) {
        const tag = /<\/?[a-z][^<>]*>|&(?:[a-z]+|#\d+);/i.exec(text)?.[0];
        if (tag === undefined) continue;
        say('warning', at, `"${tag}" would be shown as typed`, 'Write plain text');
      }
    }
  }
};

/** Readers of no other language see the pack's own. */
export const packLanguage: Check = ({ pack, entries, say }) => {
  const base = (tag: string) => tag.split('-')[0]?.toLowerCase();
  for (const { entry, path } of entries) {
    for (const key of ['name', 'text'] as const) {
      const field =
        key in entry ? (entry as Partial<Record<typeof key, LocalText>>)[key] : undefined;
      if (field === undefined || typeof field === 'string') continue;
      if (Object.keys(field).some((tag) => base(tag) === base(pack.language))) continue;
      const message = `"${key}" is not given in the pack's own language (${pack.language})`;
      say('warning', [...path, key], message, `Add ${pack.language}: …`);
    }
  }
};
