/** Ed25519 keys (RFC 8032) through WebCrypto, and how they are written and compared by people. */
import { type Bytes, base32, fromBase64, sha256, utf8 } from './bytes';
import { Refused } from './refused';

const ALGORITHM = 'Ed25519';
const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/** A public key as files have it: its 32 bytes in base64. */
export type PublicKey = string;

/**
 * What people compare and addresses carry: 160 bits, as 8 groups of 4 on the screen. Nobody makes a second
 * key with the same 160 bits; a whole hash would be 52 characters, which nobody compares.
 */
const FINGERPRINT_BYTES = 20;
export const FINGERPRINT = /^[a-z2-7]{32}$/;

/** So that no other hash of a key that somebody may publish is taken for a fingerprint. */
const FINGERPRINT_DOMAIN = utf8('on-record fingerprint 1\n');

/**
 * @returns 32 characters of base32
 * @throws {Refused} when it is no key
 */
export async function fingerprint(key: PublicKey): Promise<string> {
  const raw = keyBytes(key);
  const input = new Uint8Array(FINGERPRINT_DOMAIN.length + raw.length);
  input.set(FINGERPRINT_DOMAIN);
  input.set(raw, FINGERPRINT_DOMAIN.length);
  return base32((await sha256(input)).subarray(0, FINGERPRINT_BYTES));
}

/** @returns the fingerprint in groups of four, for people */
export const grouped = (print: string): string => print.match(/.{1,4}/g)?.join(' ') ?? '';

function keyBytes(key: PublicKey): Bytes {
  const raw = fromBase64(key, 'a key');
  if (raw.length !== KEY_BYTES)
    throw new Refused('malformed', `a key has ${raw.length} bytes, not ${KEY_BYTES}`);
  return raw;
}

/** A key pair in use. */
export interface Signer {
  readonly key: PublicKey;
  sign(message: Bytes): Promise<Bytes>;
}

/** A private key as WebCrypto exports it (PKCS #8, RFC 8410). */
export type PrivateKey = Bytes;

/** @returns a new key pair */
export async function generateKey(): Promise<{ signer: Signer; secret: PrivateKey }> {
  const pair = (await crypto.subtle.generateKey(ALGORITHM, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
  const secret = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  return { signer: await signerOf(secret), secret };
}

/** @throws {Error} when the bytes are no Ed25519 private key */
export async function signerOf(secret: PrivateKey): Promise<Signer> {
  const key = await crypto.subtle.importKey('pkcs8', secret, ALGORITHM, true, ['sign']);
  const { x = '' } = await crypto.subtle.exportKey('jwk', key);
  const raw = x.replaceAll('-', '+').replaceAll('_', '/');
  return {
    key: `${raw}${'='.repeat((4 - (raw.length % 4)) % 4)}`,
    sign: async (message) => new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, message)),
  };
}

/** @returns whether the signature is the key's over the message; false for a key or signature that is none */
export async function verify(key: PublicKey, message: Bytes, signature: Bytes): Promise<boolean> {
  if (signature.length !== SIGNATURE_BYTES) return false;
  try {
    const imported = await crypto.subtle.importKey('raw', keyBytes(key), ALGORITHM, false, [
      'verify',
    ]);
    return await crypto.subtle.verify(ALGORITHM, imported, signature, message);
  } catch {
    return false;
  }
}
