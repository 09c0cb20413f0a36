/** Bytes as text and back: UTF-8, base64, base32, hex. */
import { Refused } from './refused';

/** What WebCrypto and streams take: bytes that no other thread can change. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const utf8 = (text: string): Bytes => encoder.encode(text);

/**
 * @param what names them in the error
 * @throws {Refused} when they are not UTF-8
 */
export function textOf(bytes: Uint8Array, what: string): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new Refused('malformed', `${what} is not UTF-8`, { cause });
  }
}

/** Standard base64 with padding (RFC 4648 §4). */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/**
 * Takes one spelling only, so that one content has one text.
 * @throws {Refused} on anything that {@link base64} does not write
 */
export function fromBase64(text: string, what: string): Bytes {
  let raw: string;
  try {
    raw = atob(text);
  } catch (cause) {
    throw new Refused('malformed', `${what} is not base64`, { cause });
  }
  const bytes = Uint8Array.from(raw, (unit) => unit.charCodeAt(0));
  if (base64(bytes) !== text)
    throw new Refused('malformed', `${what} is not base64 as RFC 4648 §4 has it`);
  return bytes;
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Lower case, without the digits 0 and 1, which are read as letters (RFC 4648 §6). */
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** @param bytes a multiple of five, so that no padding is needed */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += BASE32[(held >>> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return text;
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

export function joined(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
