/**
 * A private key at rest: encrypted with a passphrase, in a file that says by itself how. scrypt (RFC 7914) makes
 * guessing dear, AES-256-GCM notices any change, to what stands around the secret too.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import * as v from 'valibot';
import { fromBase64 } from '../../sync/bytes';
import { type PrivateKey, type PublicKey, type Signer, signerOf } from '../../sync/keys';
import { Refused } from '../../sync/refused';
import { canonicalJson } from '../canonical';
import { Trouble } from './trouble';

/** What a key may sign: roots, kept offline, or heads, with every publication. */
export type Role = 'root' | 'head';

/**
 * OWASP's first choice for scrypt (2^17, 8, 1): 128 MB and about half a second a guess.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
const COST = 2 ** 17;
const BLOCK = 8;

/** A file that somebody else wrote must not take the whole machine: 128 · N · r bytes are at most 1 GB. */
const MAX_COST = 2 ** 20;

const whole = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(max));
const base64 = v.pipe(v.string(), v.maxLength(1000));

const schema = v.strictObject({
  format: v.literal('on-record-key-1'),
  role: v.picklist(['root', 'head']),
  publicKey: base64,
  kdf: v.strictObject({
    name: v.literal('scrypt'),
    N: v.pipe(
      whole(MAX_COST),
      v.check((n) => n > 1 && (n & (n - 1)) === 0),
    ),
    r: whole(BLOCK),
    p: whole(4),
    salt: base64,
  }),
  cipher: v.strictObject({ name: v.literal('aes-256-gcm'), nonce: base64, tag: base64 }),
  secret: base64,
});
type KeyFile = v.InferOutput<typeof schema>;

function stretched(passphrase: string, { N, r, p, salt }: KeyFile['kdf']): Promise<Buffer> {
  const options = { N, r, p, maxmem: 128 * N * r * 2 };
  // One passphrase, typed on two machines, may come in two compositions.
  return new Promise((resolve, reject) =>
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}

/** Everything but the secret and its tag, so that neither role nor cost can be changed unnoticed. */
const bound = ({ format, role, publicKey, kdf }: Omit<KeyFile, 'cipher' | 'secret'>): Buffer =>
  Buffer.from(canonicalJson({ format, role, publicKey, kdf }));

/**
 * @param cost scrypt's N; tests take less than the default
 * @returns the file's text
 */
export async function lockKey(
  role: Role,
  publicKey: PublicKey,
  secret: PrivateKey,
  passphrase: string,
  cost: number = COST,
): Promise<string> {
  const salt = randomBytes(16).toString('base64');
  const kdf = { name: 'scrypt', N: cost, r: BLOCK, p: 1, salt } as const;
  const open = { format: 'on-record-key-1', role, publicKey, kdf } as const;
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await stretched(passphrase, kdf), nonce);
  cipher.setAAD(bound(open));
  const locked = Buffer.concat([cipher.update(secret), cipher.final()]);
  const file: KeyFile = {
    ...open,
    cipher: {
      name: 'aes-256-gcm',
      nonce: nonce.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
    },
    secret: locked.toString('base64'),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** A key whose secret is still locked. */
export interface LockedKey {
  readonly role: Role;
  readonly publicKey: PublicKey;
  /** @throws {Trouble} when the passphrase is another */
  unlock(passphrase: string): Promise<Signer>;
}

/**
 * @param where the file, for errors
 * @throws {Trouble} when the text is no key of this role
 */
export function readKey(text: string, role: Role, where: string): LockedKey {
  const broken = (message: string) =>
    new Trouble(where, message, `Take the copy that you kept, or make new keys with "keygen"`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw broken('this is no key of On Record');
  }
  const { success, output: file } = v.safeParse(schema, value);
  if (!success) throw broken('this is no key that this version of On Record can read');
  if (file.role !== role) {
    throw new Trouble(where, `this is the ${file.role} key`, `Name the ${role} key's file so`);
  }
  return {
    role,
    publicKey: file.publicKey,
    async unlock(passphrase) {
      const signer = await unlocked(file, passphrase).catch((error: unknown) => {
        if (error instanceof Refused) throw broken(error.message);
        throw error;
      });
      if (!signer) throw new Trouble(where, 'the passphrase does not open this key', 'Try again');
      if (signer.key !== file.publicKey) throw broken('its two halves do not belong together');
      return signer;
    },
  };
}

async function unlocked(file: KeyFile, passphrase: string): Promise<Signer | null> {
  const { nonce, tag } = file.cipher;
  const key = await stretched(passphrase, file.kdf);
  const options = { authTagLength: 16 };
  const decipher = createDecipheriv('aes-256-gcm', key, fromBase64(nonce, 'the nonce'), options);
  decipher.setAAD(bound(file));
  let secret: Buffer;
  try {
    decipher.setAuthTag(fromBase64(tag, 'the tag'));
    secret = Buffer.concat([
      decipher.update(fromBase64(file.secret, 'the secret')),
      decipher.final(),
    ]);
  } catch (error) {
    if (error instanceof Refused) throw error;
    return null;
  }
  return signerOf(new Uint8Array(secret));
}
