/** Where passphrases come from: a file, the environment, or somebody at a terminal. Never the command line, which others see. */
import type { Signer } from '../../sync/keys';
import type { LockedKey, Role } from '../publish/key-file';
import { Trouble } from '../publish/trouble';
import { readText } from '../read';
import type { Terminal } from './command';
import { UsageError } from './command';

/** For `parseArgs`. */
export const PASSPHRASE_OPTIONS = {
  'passphrase-file': { type: 'string' },
  'root-passphrase-file': { type: 'string' },
} as const;

export const PASSPHRASE_HELP = `  --passphrase-file FILE        holds the passphrase in its first line, for machines without a person;
  --root-passphrase-file FILE   that of the root key, where it is another. In place of files the
                                environment may have ON_RECORD_PASSPHRASE and ON_RECORD_ROOT_PASSPHRASE`;

export interface PassphraseFiles {
  readonly 'passphrase-file'?: string | undefined;
  readonly 'root-passphrase-file'?: string | undefined;
}

/** A new one guards a key that thousands of readers trust, against somebody who has the file and time. */
const MIN_LENGTH = 12;
const MAX_FILE_BYTES = 64 * 1024;
const MAX_TRIES = 3;

const NAMES: Readonly<Record<Role, string>> = { root: 'root key', head: 'publishing key' };

const NOBODY = `Nobody is here to type a passphrase. Give --passphrase-file FILE, or set ON_RECORD_PASSPHRASE.`;

async function fromFile(path: string): Promise<string> {
  const read = await readText(path, MAX_FILE_BYTES);
  if (!('text' in read)) throw new Trouble(path, read.message, read.mend);
  return read.text.split(/\r?\n/)[0] ?? '';
}

/** @returns null where somebody has to be asked */
async function given(role: Role, files: PassphraseFiles): Promise<string | null> {
  const { ON_RECORD_PASSPHRASE, ON_RECORD_ROOT_PASSPHRASE } = process.env;
  const ofRoot = role === 'root';
  if (ofRoot && files['root-passphrase-file']) return fromFile(files['root-passphrase-file']);
  if (ofRoot && ON_RECORD_ROOT_PASSPHRASE) return ON_RECORD_ROOT_PASSPHRASE;
  if (files['passphrase-file']) return fromFile(files['passphrase-file']);
  return ON_RECORD_PASSPHRASE || null;
}

/** @returns asks for the passphrase of a key, again after a slip */
export function unlocker(terminal: Terminal, files: PassphraseFiles) {
  return async (key: LockedKey): Promise<Signer> => {
    const passphrase = await given(key.role, files);
    if (passphrase !== null) return key.unlock(passphrase);
    if (!terminal.secret) throw new UsageError(NOBODY);
    for (let left = MAX_TRIES - 1; ; left--) {
      try {
        return await key.unlock(await terminal.secret(`Passphrase of the ${NAMES[key.role]}: `));
      } catch (error) {
        if (!(error instanceof Trouble) || left === 0) throw error;
        terminal.err(`${error.message}. ${error.mend}.\n`);
      }
    }
  };
}

/**
 * A passphrase for a key that is being made.
 * @param before that of the key made before it, which an empty answer repeats
 */
export async function newPassphrase(
  role: Role,
  terminal: Terminal,
  files: PassphraseFiles,
  before: string | null,
): Promise<string> {
  const passphrase = (await given(role, files)) ?? (await asked(role, terminal, before));
  if ([...passphrase].length >= MIN_LENGTH) return passphrase;
  throw new Trouble(
    `the ${NAMES[role]}`,
    `a passphrase of fewer than ${MIN_LENGTH} characters is soon guessed`,
    'Take a longer one, such as five words that do not belong together',
  );
}

async function asked(role: Role, { secret }: Terminal, before: string | null): Promise<string> {
  if (!secret) throw new UsageError(NOBODY);
  const hint = before === null ? '' : ' (Enter for the same)';
  const first = await secret(`Passphrase for the ${NAMES[role]}${hint}: `);
  if (first === '' && before !== null) return before;
  if ((await secret('Once more: ')) === first) return first;
  throw new Trouble(`the ${NAMES[role]}`, 'the two differ', 'Try again');
}
