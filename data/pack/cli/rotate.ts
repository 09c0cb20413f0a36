/** `cli rotate DIR` */
import { parseArgs } from 'node:util';
import { HEAD } from '../../sync/head';
import { grouped } from '../../sync/keys';
import { rootFingerprint, rootName } from '../../sync/root';
import { rotate } from '../publish/rotate';
import { type Command, progressOn, UsageError } from './command';
import { PASSPHRASE_HELP, PASSPHRASE_OPTIONS, unlocker } from './passphrase';
import { DEFAULT_TERM, termOf } from './term';

const help = `Usage: npm run -s cli -- rotate DIR --keys OLD --new-keys NEW [--term 90d]

Changes the keys of a published pack, because one was stolen or lost or is old. The old root key signs the new
ones, so readers go on by themselves, and addresses with the old fingerprint stay good.

  --keys OLD       the folder with the root key that readers trust now
  --new-keys NEW   the folder of the new keys ("keygen --dir NEW"). With a publishing key alone
                   ("keygen --head-only") the root key, and your fingerprint, stay what they are
  --term 90d       how long the new ${HEAD} holds. Default: ${DEFAULT_TERM}
${PASSPHRASE_HELP}
  --help           this text

Readers who have seen a higher version from a thief of the old publishing key come back, too.

Exit code: 0 changed, 1 not, 2 not understood.

Example:
  npm run -s cli -- keygen --dir keys-2027
  npm run -s cli -- rotate public/my-pack --keys on-record-keys --new-keys keys-2027
`;

export const rotateKeys: Command = {
  name: 'rotate',
  summary: 'change the keys of a published pack; readers follow by themselves',
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args,
      options: {
        keys: { type: 'string' },
        'new-keys': { type: 'string' },
        term: { type: 'string' },
        ...PASSPHRASE_OPTIONS,
      },
      allowPositionals: true,
    });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw new UsageError('Name one published folder.');
    const { keys, 'new-keys': newKeys } = values;
    if (!keys || !newKeys)
      throw new UsageError(
        'Name the folders of the old and the new keys: --keys OLD --new-keys NEW.',
      );
    const { head, root, newRootKey } = await rotate(folder, {
      keys,
      newKeys,
      now: new Date(),
      term: termOf(values.term),
      unlock: unlocker(terminal, values),
      progress: progressOn(terminal),
    });
    terminal.out(
      `Version ${head.seq} of ${head.pack}, under ${rootName(root.version)}. Holds until ${head.expires}.\n`,
    );
    terminal.out(
      newRootKey
        ? `Your fingerprint from now on: ${grouped(await rootFingerprint(root))}\nAddresses with the old one stay good.\n`
        : 'Your fingerprint stays what it is.\n',
    );
    terminal.out(
      `Upload ${rootName(root.version)} first, ${HEAD} last; publish with --keys ${newKeys}.\n`,
    );
    return 0;
  },
};
