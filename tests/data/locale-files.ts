/** The locale files as tests see them, and which of their messages the sources say. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../../data/locale';

const ROOT = join(import.meta.dirname, '../..');

type Messages = Readonly<Record<string, Message>>;

const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as unknown;

/** The tags that public/locales has a file for. */
export const FILES = readdirSync(join(ROOT, 'public/locales')).map((file) => file.slice(0, -5));

/** The messages of one language, by key. */
export const messagesOf = (tag: string) => read(`public/locales/${tag}.json`) as Messages;

/** The tags that the manifest's own messages are there in. */
export const MANIFEST_FILES = readdirSync(join(ROOT, 'public/_locales'));

/** What the manifest shows in one language (https://developer.chrome.com/docs/extensions/reference/api/i18n). */
export function manifestMessagesOf(tag: string): Messages {
  const entries = Object.entries(
    read(`public/_locales/${tag}/messages.json`) as Record<string, { message: string }>,
  );
  return Object.fromEntries(entries.map(([key, { message }]) => [key, message]));
}

/** The one text of a message, or its plural forms. */
export const formsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);

/** The names of a text's `{placeholders}`, in order of the alphabet. */
export const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();

function sourcesOf(room: string): string[] {
  return readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

/** Keys whose last part is itself made of parts: `sync.${trouble}`, where a trouble may be `store.${problem}`. */
const MADE_IN_TWO_STEPS = ['sync.store.*'];

/**
 * Which keys the sources say: as a literal, or by a template such as `kind.${kind}`, each of whose
 * holes takes one part of a key that stands in the sources as a literal or as the name of a property.
 */
export function keysSaid(keys: readonly string[]): Set<string> {
  const code = ['entrypoints', 'components', 'data'].flatMap(sourcesOf).join('\n');
  const literals = new Set([...code.matchAll(/(['"])([\w.-]+)\1/g)].map(([, , text]) => text));
  const names = new Set([...code.matchAll(/\b(\w+)\??:/g)].map(([, name]) => name));
  const templates = [...code.matchAll(/`([a-z]+\.(?:[\w.-]|\$\{[^`{}]*\})*)`/g)]
    .map(([, text = '']) => text)
    .map((text) => text.replace(/\$\{[^}]*\}/g, '*'))
    .filter((text) => text.includes('*'))
    .concat(MADE_IN_TWO_STEPS)
    .map((text) => text.replaceAll('.', '\\.').replaceAll('*', '([\\w-]+)'))
    .map((pattern) => new RegExp(`^${pattern}$`));
  const isMade = (key: string) =>
    templates.some((template) =>
      template
        .exec(key)
        ?.slice(1)
        .every((part) => literals.has(part) || names.has(part)),
    );
  return new Set(keys.filter((key) => literals.has(key) || isMade(key)));
}
