/** `cli keygen` */
import { parseArgs } from 'node:util';
import { fingerprint, grouped } from '../../sync/keys';
import type { Role } from '../publish/key-file';
import { keyPath, makeKeys, refuseToOverwrite } from '../publish/key-folder';
import { type Command, UsageError } from './command';
import { newPassphrase, PASSPHRASE_HELP, PASSPHRASE_OPTIONS } from './passphrase';
import { typed } from './report';

const DEFAULT_DIR = 'on-record-keys';

const help = `Usage: npm run -s cli -- keygen [--dir DIR] [--head-only]

Makes two Ed25519 keys, each locked with a passphrase (scrypt, AES-256-GCM):

  head.key.json   the publishing key: signs every version. Stays where you publish
  root.key.json   the root key: says which publishing key is yours. Needed for the first publication
                  and to change keys; keep it offline otherwise. Readers know you by its fingerprint

  --dir DIR     where to; default: ${DEFAULT_DIR}. An existing key is never overwritten
  --head-only   a new publishing key alone, for "rotate"
${PASSPHRASE_HELP}
  --help        this text

Exit code: 0 made, 1 not, 2 not understood.

Examples:
  npm run -s cli -- keygen
  npm run -s cli -- keygen --dir new-keys --head-only
`;

export const keygen: Command = {
  name: 'keygen',
  summary: 'make the keys that you publish with',
  help,
  async run(args, terminal) {
    const { values } = parseArgs({
      args,
      options: {
        dir: { type: 'string' },
        'head-only': { type: 'boolean' },
        ...PASSPHRASE_OPTIONS,
      },
    });
    const folder = values.dir ?? DEFAULT_DIR;
    if (folder === '') throw new UsageError('Name a folder: --dir DIR.');
    const roles: readonly Role[] = values['head-only'] ? ['head'] : ['head', 'root'];
    await refuseToOverwrite(folder, roles);
    const passphrases: Partial<Record<Role, string>> = {};
    for (const role of roles) {
      const before = passphrases.head ?? null;
      passphrases[role] = await newPassphrase(role, terminal, values, before);
    }
    const made = await makeKeys(folder, passphrases);
    for (const role of roles) terminal.out(`Wrote ${typed(keyPath(folder, role))}\n`);
    if (made.root) {
      const print = await fingerprint(made.root);
      terminal.out(`
Your fingerprint, for readers to compare:   ${grouped(print)}
At the end of the address that you publish: #ed25519=${print}

Copy both files and the passphrase to a safe place now: whoever loses them cannot publish to the
same readers again. After the first publication, take root.key.json off this machine.
`);
    }
    return 0;
  },
};
