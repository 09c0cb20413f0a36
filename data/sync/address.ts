/** The addresses by which readers subscribe: `https://host/folder/head.json#ed25519=fingerprint`. */
import { HEAD } from './head';
import { FINGERPRINT } from './keys';

/** Where a pack is published, and whose it must be. */
export interface PackAddress {
  /** Ends in "/". */
  readonly folder: string;
  /** The fingerprint of a root key; null where the address gives none, and the reader has to be asked. */
  readonly pin: string | null;
}

/**
 * What is wrong with an address, each a message `subscribe.…`: it is none; it is not https; it names a machine of
 * the reader's own network; its fingerprint is none.
 */
export type AddressFault = 'none' | 'insecure' | 'private' | 'fingerprint';

const MAX_ADDRESS = 2000;

/**
 * @param text as somebody typed or pasted it: head.json may be left out
 * @param author true lets loopback be, over http: for the author's own preview
 */
export function readAddress(text: string, author: boolean): PackAddress | AddressFault {
  const trimmed = text.trim();
  const url = trimmed.length <= MAX_ADDRESS && URL.canParse(trimmed) ? new URL(trimmed) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return 'none';
  const fragment = url.hash.slice(1);
  const [, pin] = /^ed25519=(.*)$/.exec(fragment) ?? [];
  if (fragment !== '' && (pin === undefined || !FINGERPRINT.test(pin))) return 'fingerprint';
  url.hash = '';
  url.search = '';
  const fault = placeFault(url, author);
  if (fault) return fault;
  if (url.pathname.endsWith(`/${HEAD}`)) url.pathname = url.pathname.slice(0, -HEAD.length);
  else if (!url.pathname.endsWith('/')) url.pathname += '/';
  return { folder: url.href, pin: pin ?? null };
}

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Whether packs may be fetched from there. A pack's address, mirror or new home must not make a reader's browser
 * ask machines that only the reader can reach; names that lead to such by DNS cannot be told from here.
 * @returns null where they may
 */
export function placeFault({ protocol, hostname }: URL, author: boolean): AddressFault | null {
  if (author && LOOPBACK.test(hostname)) return null;
  // The parser has made every spelling of an IPv4 address (0x7f.1, 2130706433) one of four numbers.
  const literal = /^[\d.]+$/.test(hostname) || hostname.startsWith('[');
  const local = /(?:^|\.)(?:localhost|local|internal|home\.arpa|lan|intranet)\.?$/.test(hostname);
  if (literal || local || !hostname.includes('.')) return 'private';
  return protocol === 'https:' ? null : 'insecure';
}

/** @returns the address that subscribes to a folder with a fingerprint */
export const subscribeAddress = (folder: string, print: string): string =>
  `${folder}${HEAD}#ed25519=${print}`;
