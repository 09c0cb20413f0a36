/**
 * What a publisher signs: the exact bytes of a payload and what kind of payload it is, in a DSSE envelope
 * (https://github.com/secure-systems-lab/dsse/blob/master/envelope.md). Nothing of a payload is parsed before a
 * signature over its bytes was checked, and what was signed as a root is never taken for a head.
 */
import * as v from 'valibot';
import { type Bytes, base64, fromBase64, joined, textOf, utf8 } from './bytes';
import { type PublicKey, type Signer, verify } from './keys';
import { Refused } from './refused';

/** The kinds of payload. The version of the format is part of the name: a newer one is not even looked into. */
export const PAYLOADS = {
  head: 'application/vnd.on-record.head.v1+json',
  root: 'application/vnd.on-record.root.v1+json',
} as const;
export type PayloadKind = keyof typeof PAYLOADS;

/** The design's cap on the one mutable file; roots are smaller still. In bytes. */
export const MAX_ENVELOPE = 16 * 1024;

/** An old and a new key sign a root; nothing is signed by more. */
const MAX_SIGNATURES = 4;

const envelope = v.strictObject({
  payloadType: v.string(),
  payload: v.string(),
  signatures: v.pipe(
    v.array(v.strictObject({ keyid: v.string(), sig: v.string() })),
    v.maxLength(MAX_SIGNATURES),
  ),
});

/** The bytes that are signed: DSSE's pre-authentication encoding. */
function signed(kind: PayloadKind, payload: Bytes): Bytes {
  const type = utf8(PAYLOADS[kind]);
  return joined([utf8(`DSSEv1 ${type.length} `), type, utf8(` ${payload.length} `), payload]);
}

/**
 * @param payload canonical JSON
 * @returns the file's text
 */
export async function seal(
  kind: PayloadKind,
  payload: string,
  signers: readonly Signer[],
): Promise<string> {
  const bytes = utf8(payload);
  const message = signed(kind, bytes);
  const signatures = await Promise.all(
    signers.map(async (signer) => ({ keyid: signer.key, sig: base64(await signer.sign(message)) })),
  );
  return `${JSON.stringify({ payloadType: PAYLOADS[kind], payload: base64(bytes), signatures })}\n`;
}

/** An envelope whose payload has not been looked at. */
export interface Sealed {
  readonly kind: PayloadKind;
  readonly payload: Bytes;
  readonly signatures: readonly { readonly key: PublicKey; readonly signature: Bytes }[];
}

/**
 * @param what names the file in errors
 * @throws {Refused} when it is no envelope of this kind
 */
export function readEnvelope(kind: PayloadKind, file: Bytes, what: string): Sealed {
  if (file.length > MAX_ENVELOPE)
    throw new Refused('too-large', `${what} has more than ${MAX_ENVELOPE} bytes`);
  const { success, output } = v.safeParse(envelope, parseJson(textOf(file, what), what));
  if (!success) throw new Refused('malformed', `${what} is no signed envelope`);
  if (output.payloadType !== PAYLOADS[kind]) {
    throw new Refused(
      'signature',
      `${what} is signed as ${output.payloadType}, not as ${PAYLOADS[kind]}`,
    );
  }
  const signatures = output.signatures.map(({ keyid, sig }) => ({
    key: keyid,
    signature: fromBase64(sig, `a signature of ${what}`),
  }));
  // Two signatures of one key must never count as two.
  if (new Set(signatures.map(({ key }) => key)).size < signatures.length) {
    throw new Refused('signature', `${what} is signed twice by one key`);
  }
  return { kind, payload: fromBase64(output.payload, `the payload of ${what}`), signatures };
}

/** @returns whether one of the keys signed it */
export async function isSignedBy(sealed: Sealed, keys: readonly PublicKey[]): Promise<boolean> {
  const message = signed(sealed.kind, sealed.payload);
  for (const { key, signature } of sealed.signatures) {
    if (keys.includes(key) && (await verify(key, message, signature))) return true;
  }
  return false;
}

/** The payload of an envelope, as the parser gives it; to be called once a signature was checked. */
export const payloadOf = (sealed: Sealed, what: string): unknown =>
  parseJson(textOf(sealed.payload, what), what);

/** No file of ours is deeper; a parser of JSON recurses. */
const MAX_DEPTH = 32;

/**
 * @throws {Refused} when it is not JSON, or nested more than {@link MAX_DEPTH} levels
 */
export function parseJson(text: string, what: string): unknown {
  if (opensMany(text) && depthOf(text) > MAX_DEPTH)
    throw new Refused('too-large', `${what} is nested more than ${MAX_DEPTH} levels`);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Refused('malformed', `${what} is not JSON`, { cause });
  }
}

/** Whether a text has more opening brackets than there may be levels: hardly any has, and the search is the engine's own. */
function opensMany(text: string): boolean {
  let opened = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      if (++opened > MAX_DEPTH) return true;
    }
  }
  return false;
}

/** @returns the most brackets open at once outside strings; of broken JSON some number */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (inString) {
      if (unit === BACKSLASH) i++;
      else if (unit === QUOTE) inString = false;
    } else if (unit === QUOTE) inString = true;
    // "[" and "{", "]" and "}" differ in one bit.
    else if ((unit | 32) === 123) deepest = Math.max(deepest, ++depth);
    else if ((unit | 32) === 125) depth--;
  }
  return deepest;
}

const QUOTE = 34;
const BACKSLASH = 92;
