/** The address at which a publisher is told of a record of theirs. */
import { onOneLine } from './bidi';
import { LIMITS } from './limits';
import type { Say } from './locale';
import type { Key, PackView } from './messages';

/**
 * One recipient, and nothing that adds a header (RFC 6068): a "%0D%0ABcc:" would write to others, with
 * the reader's name on it.
 */
const MAILBOX = /^mailto:[^\s?&#%,;:<>"@\\]+@[^\s?&#%,;:<>"@\\]+$/i;

/** What a publisher writes where the record's id belongs: a variable of RFC 6570. */
const RECORD = '{record}';

function webAddress(contact: string, key: Key): string | null {
  const address = contact.replaceAll(RECORD, encodeURIComponent(key.toWellFormed()));
  if (!URL.canParse(address)) return null;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && !username && !password ? address : null;
}

/**
 * @param pack whose contact is asked: a page, opened as it is unless the publisher wrote `{record}` in its
 *   address, or a mailbox
 * @param key the record that it is about
 * @returns an http(s) or mailto address that names the record; null where the pack has none, or one that
 *   could do something else
 */
export function contactLink(
  { contact, name }: Pick<PackView, 'contact' | 'name'>,
  key: Key,
  say: Say,
): string | null {
  if (contact === null || contact.length > LIMITS.url) return null;
  if (!/^mailto:/i.test(contact)) return webAddress(contact, key);
  if (!MAILBOX.test(contact)) return null;
  const subject = say('tell.subject', { record: onOneLine(key) });
  const body = say('tell.body', { record: onOneLine(key), pack: onOneLine(name) });
  // Lines of a mail end in CRLF.
  const lines = `${body}\n\n`.replaceAll('\n', '\r\n');
  return `${contact}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}
