/** What records say, and how. */
import { contactLink } from '../../contact';
import type { LocalText } from '../../model';
import type { Path } from '../problem';
import type { Check, LintContext } from './context';

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

/** What readers are shown of an entry, or of the pack's head, in the words of its author. */
const SHOWN = ['name', 'role', 'summary', 'text', 'reason', 'publisher', 'title', 'print'] as const;

type Shown = { readonly [K in (typeof SHOWN)[number]]?: LocalText | undefined };

/** Those fields of the whole pack, with where they stand. */
function shownFields({ pack, entries }: LintContext): [field: LocalText, path: Path][] {
  const { name, summary, publisher } = pack;
  const holders: [Shown, Path][] = [
    [{ name, summary }, []],
    [{ name: publisher.name }, ['publisher']],
    ...entries.map(({ entry, path }): [Shown, Path] => [entry as Shown, path]),
  ];
  return holders.flatMap(([holder, path]) =>
    SHOWN.flatMap((key): [LocalText, Path][] => {
      const field = holder[key];
      return field === undefined ? [] : [[field, [...path, key]]];
    }),
  );
}

/** A pack holds text; markup would be shown as typed. */
export const noMarkup: Check = (context) => {
  const { pack, say } = context;
  for (const [field, path] of shownFields(context)) {
    for (const [, text, at] of textsOf(field, path, pack.language)) {
      const tag = /<\/?[a-z][^<>]*>|&(?:[a-z]+|#\d+);/i.exec(text)?.[0];
      if (tag === undefined) continue;
      say('warning', at, `"${tag}" would be shown as typed`, 'Write plain text');
    }
  }
};

/** Characters that turn the direction of text after them (UAX #9): readers are shown them, not their effect. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/u;

export const noTurning: Check = (context) => {
  const { pack, say } = context;
  for (const [field, path] of shownFields(context)) {
    for (const [, text, at] of textsOf(field, path, pack.language)) {
      const found = TURNING.exec(text)?.[0];
      if (found === undefined) continue;
      const code = `U+${found.charCodeAt(0).toString(16).toUpperCase()}`;
      const message = `a character that turns the text after it around (${code}) would be shown as such`;
      say('warning', at, message, 'Remove it: every text is shown in its own direction');
    }
  }
};

/** Mail programs take more than an address from a mailto link. */
export const usableContact: Check = ({ pack, say }) => {
  const { contact } = pack.publisher;
  if (contact === undefined || contactLink({ contact, name: '' }, '', () => '') !== null) return;
  const message = `readers are not given this address ("${contact}"): it could hold more than one`;
  say(
    'warning',
    ['publisher', 'contact'],
    message,
    'Write one plain mailbox, mailto:name@example.org',
  );
};

const base = (tag: string) => tag.split('-')[0]?.toLowerCase();

/** Readers of no other language see the pack's own. */
export const packLanguage: Check = ({ pack, entries, say }) => {
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

/** What another language says is somebody's rendering, and readers are told whose. */
export const namedTranslators: Check = (context) => {
  const { pack, say } = context;
  for (const [field, path] of shownFields(context)) {
    if (typeof field === 'string') continue;
    for (const [tag, text] of Object.entries(field)) {
      if (typeof text !== 'string' || base(tag) === base(pack.language)) continue;
      const message = `this text in another language than the pack's (${tag}) names no translator`;
      say('warning', [...path, tag], message, `Write ${tag}: {text: …, by: …}`);
    }
  }
};
