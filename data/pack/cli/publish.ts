/** `cli publish PACK DIR` */
import { parseArgs } from 'node:util';
import { readAddress, subscribeAddress } from '../../sync/address';
import { HEAD } from '../../sync/head';
import { grouped } from '../../sync/keys';
import { rootFingerprint } from '../../sync/root';
import { diffEntries } from '../diff';
import { lintPack } from '../lint';
import type { ParsedPack } from '../parse';
import { refuseFileInside, savePackFile } from '../publish/pack-file';
import { folderPlace } from '../publish/place';
import { type Outcome, publish } from '../publish/publish';
import { readTrusted } from '../publish/published';
import { readPack } from '../read';
import { type Command, progressOn, type Terminal, UsageError } from './command';
import { changeCounts } from './diff-words';
import { PASSPHRASE_HELP, PASSPHRASE_OPTIONS, unlocker } from './passphrase';
import { count, problemLines } from './report';
import { DEFAULT_TERM, termOf } from './term';

const help = `Usage: npm run -s cli -- publish PACK DIR --keys DIR [options]
       npm run -s cli -- publish --renew DIR --keys DIR

Writes the next version of a pack into a folder that any static host can serve: first the files that
never change, ${HEAD} last. Upload the folder in that order, too. The first time it is signed with the root
key as well, which later versions do without.

  --keys DIR       the folder that "keygen" made
  --term 90d       how long it holds (12h, 90d, 4w; at most 400d): readers are told that a pack which
                   is not signed anew by then is stale. Default: ${DEFAULT_TERM}
  --renew          signs what is published anew, with nothing changed
  --mirror URL     another folder that serves the same files; may be given several times. Holds for
                   later versions; "--mirror none" takes them back
  --moved-to URL   readers go on there from now on; "none" takes it back
  --end "why"      the last version: readers keep the pack, and are told why nothing comes any more
  --resume         takes --end back
  --file FILE.tar  also writes what is published as one file, for readers who get it by mail or on a
                   stick; it goes through the same checks. With --address URL it says where newer
                   versions are, which readers then follow
  --prune          removes files that neither this version nor the one before it needs
${PASSPHRASE_HELP}
  --help           this text

Errors of "lint" stop it. So do records that were published and are gone without a tombstone, ids that
are used again, a folder that is older than what was published with these keys, and foreign keys.

Exit code: 0 published, or nothing to publish; 1 not, 2 not understood.

Examples:
  npm run -s cli -- publish my-pack/ public/my-pack --keys on-record-keys
  npm run -s cli -- publish --renew public/my-pack --keys on-record-keys --passphrase-file /run/secret
`;

/** @returns null when the pack cannot be published; what keeps it from that is said */
async function readFit(path: string, terminal: Terminal): Promise<ParsedPack | null> {
  const progress = progressOn(terminal);
  const parsed = await readPack(path, progress);
  const { problems } = lintPack(parsed, Date.now(), progress);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (parsed.pack && errors.length === 0) {
    const warnings = problems.length;
    if (warnings > 0)
      terminal.err(
        `${count(warnings, 'warning')}; "lint" shows ${warnings > 1 ? 'them' : 'it'}.\n`,
      );
    return parsed;
  }
  terminal.err(problemLines(errors, { ...terminal, colours: false }));
  terminal.err('Nothing is published before this is mended.\n');
  return null;
}

/** @throws {UsageError} when it is no address that readers may be sent to */
function folderOf(option: string, text: string): string {
  const address = readAddress(text, false);
  if (typeof address === 'object') return address.folder;
  const why = {
    none: 'is no address',
    insecure: 'does not begin with https://',
    private: 'is of a machine that readers cannot reach',
    fingerprint: 'has a broken fingerprint',
  }[address];
  throw new UsageError(`${option} ${text} ${why}. Give the https:// address of a folder.`);
}

function mirrorsOf(given: readonly string[] | undefined): readonly string[] | null | undefined {
  if (given === undefined) return undefined;
  return given.includes('none') ? null : given.map((url) => folderOf('--mirror', url));
}

async function say(outcome: Exclude<Outcome, { kind: 'refused' }>, terminal: Terminal) {
  const { head } = outcome;
  if (outcome.kind === 'unchanged') {
    terminal.out(
      `Nothing changed since version ${head.seq} of ${head.pack}, which holds until ${head.expires}. --renew prolongs that.\n`,
    );
    return;
  }
  const { root, before, after, files, pruned } = outcome;
  const changes = before ? diffEntries(before.buckets.flat(), after.buckets.flat()) : [];
  const what = before ? changeCounts(changes) : count(head.state.count, 'entry', 'entries');
  terminal.out(`Version ${head.seq} of ${head.pack}: ${what}.\n`);
  const deltas = head.deltas.length;
  terminal.out(
    `${count(files, 'new file')} and ${HEAD}; ${count(head.snapshot.length, 'part')}, ${count(deltas, 'delta')}. Holds until ${head.expires}.\n`,
  );
  if (pruned > 0) terminal.out(`Removed ${count(pruned, 'file')} that nobody needs any more.\n`);
  if (head.seq === 1) {
    const print = await rootFingerprint(root);
    terminal.out(`
Upload the folder, ${HEAD} last, and give readers its address there with your fingerprint behind it:
  https://YOUR-HOST/…/${HEAD}#ed25519=${print}
Your fingerprint: ${grouped(print)}
`);
  }
}

/** The address at which readers follow the pack, with its fingerprint. */
async function addressOf(home: string, folder: string): Promise<string> {
  const trusted = await readTrusted(folderPlace(folder), null);
  if (!trusted) throw new Error('what was just published is gone');
  return subscribeAddress(home, await rootFingerprint(trusted.root));
}

export const publishPack: Command = {
  name: 'publish',
  summary: "write a pack's next version into a folder for a static host",
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args,
      options: {
        keys: { type: 'string' },
        term: { type: 'string' },
        renew: { type: 'boolean' },
        mirror: { type: 'string', multiple: true },
        'moved-to': { type: 'string' },
        end: { type: 'string' },
        resume: { type: 'boolean' },
        prune: { type: 'boolean' },
        file: { type: 'string' },
        address: { type: 'string' },
        ...PASSPHRASE_OPTIONS,
      },
      allowPositionals: true,
    });
    const { renew = false, keys } = values;
    const folder = positionals.at(-1);
    const pack = positionals.length === 2 ? positionals[0] : undefined;
    if (folder === undefined || positionals.length > 2 || (pack === undefined && !renew))
      throw new UsageError('Name a pack, and the folder to publish it into.');
    if (!keys)
      throw new UsageError('Name the folder of your keys: --keys DIR ("keygen" makes it).');
    if (values.resume && values.end !== undefined)
      throw new UsageError('--end and --resume do not go together.');
    if (values.address !== undefined && values.file === undefined)
      throw new UsageError('--address goes with --file: it says where the file leads.');
    const home = values.address === undefined ? null : folderOf('--address', values.address);
    if (values.file !== undefined) refuseFileInside(folder, values.file);
    const term = termOf(values.term);
    const mirrors = mirrorsOf(values.mirror);
    const moved = values['moved-to'];
    const parsed = pack === undefined ? null : await readFit(pack, terminal);
    if (pack !== undefined && !parsed) return 1;
    const outcome = await publish(parsed, folder, {
      keys,
      now: new Date(),
      term,
      renew,
      mirrors,
      movedTo:
        moved === undefined || moved === 'none' ? moved && null : folderOf('--moved-to', moved),
      ended: values.resume ? null : values.end,
      prune: values.prune ?? false,
      unlock: unlocker(terminal, values),
      progress: progressOn(terminal),
    });
    if (outcome.kind === 'refused') {
      terminal.err(problemLines(outcome.problems, { ...terminal, colours: false }));
      terminal.err('Nothing is published before this is mended.\n');
      return 1;
    }
    await say(outcome, terminal);
    if (values.file !== undefined) {
      const address = home === null ? null : await addressOf(home, folder);
      await savePackFile(folder, outcome.head, values.file, address);
      terminal.out(`Wrote ${values.file}${address === null ? ', which names no address' : ''}.\n`);
    }
    return 0;
  },
};
