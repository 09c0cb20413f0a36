/**
 * A published pack as one file: a tar archive (POSIX.1-2017 ustar,
 * https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_06) of what its folder holds, read
 * where it stands, so that memory does not grow with it. What is in it is believed no more than what a host sends.
 */
import { type Bytes, joined, utf8 } from '../bytes';
import { HEAD } from '../head';
import { Refused } from '../refused';
import { Unreachable } from './port';

/** The subscribe address that a file may name, on one line. Nobody signs it: the reader is shown where it leads. */
export const ADDRESS_FILE = 'address.txt';

const BLOCK = 512;
/** Files of one archive: every part, root and delta that there may be, folders, and some that are not ours. */
const MAX_MEMBERS = 1000;
/** Of an archive; a state has at most a gigabyte, and compressed a fourth of it. In bytes. */
export const MAX_PACK_FILE = 1024 * 1024 * 1024;
const MAX_ADDRESS_FILE = 4096;

/** What of a published folder a client asks for. */
const MEMBER =
  /^(?:\.\/)?(address\.txt|head\.json|root\/\d{1,4}\.json|s\/[0-9a-f]{64}\.ndjson\.gz|d\/\d{1,16}-\d{1,16}\.[0-9a-f]{64}\.ndjson\.gz)$/;

/** Why a file is no pack file: it is something else, or a pack at rest, which nobody has signed. */
export type FileFault = 'file' | 'unsigned';

export interface PackFile {
  /**
   * @param name as below a published folder
   * @throws {Unreachable} where there is none, or it is longer than `limit` bytes
   */
  get(name: string, limit: number): Promise<Bytes>;
  /** The address that it says it is published at, as it stands there; null where it says none. */
  readonly address: string | null;
}

interface Member {
  readonly start: number;
  readonly size: number;
}

/**
 * @param file a handle; only its headers are read now
 * @returns what is in it, or what it is instead
 * @throws {Refused} where it is an archive, and broken
 */
export async function openPackFile(file: Blob): Promise<PackFile | FileFault> {
  if (file.size > MAX_PACK_FILE) throw new Refused('too-large', 'the file is larger than a pack');
  const first = await bytesOf(file, 0, BLOCK);
  if (!isHeader(first)) return looksWritten(first) ? 'unsigned' : 'file';
  const members = await membersOf(file);
  if (!members.has(HEAD)) return 'file';
  const get = async (name: string, limit: number) => {
    const member = members.get(name);
    if (!member) throw new Unreachable('not-found', `the file has no ${name}`);
    if (member.size > limit) throw new Unreachable('too-large', `${name} is too large`);
    return bytesOf(file, member.start, member.size);
  };
  const named = members.has(ADDRESS_FILE) ? await get(ADDRESS_FILE, MAX_ADDRESS_FILE) : null;
  return { get, address: named && new TextDecoder().decode(named).trim() };
}

const bytesOf = async (file: Blob, start: number, size: number): Promise<Bytes> =>
  new Uint8Array(await file.slice(start, start + size).arrayBuffer());

const text = (header: Bytes, at: number, length: number): string => {
  const field = header.subarray(at, at + length);
  const end = field.indexOf(0);
  return String.fromCharCode(...(end < 0 ? field : field.subarray(0, end)));
};

const octal = (header: Bytes, at: number, length: number): number => {
  const digits = text(header, at, length).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
};

/** Where the fields of a header stand. */
const AT = { name: 0, size: 124, checksum: 148, type: 156, magic: 257, prefix: 345 } as const;

const isHeader = (header: Bytes) =>
  header.length === BLOCK && text(header, AT.magic, 6).startsWith('ustar') && sumFits(header);

/** The sum of all bytes, those of the sum itself taken as spaces. */
function sumOf(header: Bytes): number {
  return header.reduce(
    (sum, byte, at) => sum + (at >= AT.checksum && at < AT.checksum + 8 ? 0x20 : byte),
    0,
  );
}

const sumFits = (header: Bytes) => sumOf(header) === octal(header, AT.checksum, 8);

const isEnd = (header: Bytes) => header.every((byte) => byte === 0);

async function membersOf(file: Blob): Promise<ReadonlyMap<string, Member>> {
  const members = new Map<string, Member>();
  let count = 0;
  for (let at = 0; at < file.size; ) {
    const header = await bytesOf(file, at, BLOCK);
    if (header.length === BLOCK && isEnd(header)) break;
    const size = octal(header, AT.size, 12);
    const start = at + BLOCK;
    if (!isHeader(header) || !(size >= 0) || start + size > file.size || ++count > MAX_MEMBERS) {
      throw new Refused('malformed', 'the archive is broken, or cut off');
    }
    const prefix = text(header, AT.prefix, 155);
    const path = text(header, AT.name, 100);
    const name = MEMBER.exec(prefix ? `${prefix}/${path}` : path)?.[1];
    const isFile = ['0', ''].includes(text(header, AT.type, 1));
    if (name !== undefined && isFile) {
      // Which of two counts would be for the reader's program to choose.
      if (members.has(name)) throw new Refused('malformed', `the archive has two of ${name}`);
      members.set(name, { start, size });
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return members;
}

/** Whether it is text: YAML, or the JSON that `build` makes. */
const looksWritten = (bytes: Bytes) => bytes.length > 0 && bytes.every((byte) => byte > 8);

/** @returns the archive of some files, the same for the same files */
export function writePackFile(files: ReadonlyMap<string, Uint8Array>): Bytes {
  const blocks: Uint8Array[] = [];
  for (const [name, bytes] of files) {
    blocks.push(headerOf(name, bytes.length), bytes);
    blocks.push(new Uint8Array((BLOCK - (bytes.length % BLOCK)) % BLOCK));
  }
  return joined([...blocks, new Uint8Array(2 * BLOCK)]);
}

/** With no owner and no time: who made it, and when, is for the signature to say. */
function headerOf(name: string, size: number): Bytes {
  const header = new Uint8Array(BLOCK);
  const put = (at: number, value: string) => header.set(utf8(value), at);
  const digits = (value: number, width: number) => `${value.toString(8).padStart(width, '0')}\0`;
  if (name.length > 100) throw new RangeError(`${name} is too long for an archive`);
  put(AT.name, name);
  put(100, digits(0o644, 7));
  put(108, digits(0, 7));
  put(116, digits(0, 7));
  put(AT.size, digits(size, 11));
  put(136, digits(0, 11));
  put(AT.type, '0');
  put(AT.magic, 'ustar\x0000');
  put(AT.checksum, `${sumOf(header).toString(8).padStart(6, '0')}\0 `);
  return header;
}
