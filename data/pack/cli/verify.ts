/** `cli verify URL|DIR` */
import { parseArgs } from 'node:util';
import { readAddress } from '../../sync/address';
import { grouped } from '../../sync/keys';
import { rootFingerprint } from '../../sync/root';
import { shown } from '../problem';
import { type HttpPlace, httpPlace } from '../publish/http-place';
import { folderPlace, type Place } from '../publish/place';
import type { Finding } from '../publish/trying';
import { type Verified, verifyPlace } from '../publish/verify';
import { verifyMirrors } from '../publish/verify-mirrors';
import type { Step } from '../publish/verify-step';
import { type Command, progressOn, type Terminal, UsageError } from './command';
import { count, typed } from './report';
import { styleOf } from './style';

const help = `Usage: npm run -s cli -- verify [--from URL|DIR] [--json] URL|DIR

Does what a reader's browser does with a published pack, and says all that is wrong and how to mend it:
keys and signatures, every part and delta, sizes, and when it has to be signed anew. Of an address
also what its host adds: redirects, caching, permission for browsers (CORS), and whether its mirrors
serve the same. An address with
#ed25519=… must lead to that key.

  --from URL|DIR   what readers have now (your host, before you upload): can they go on from there?
  --json           one line of JSON a finding, and nothing else, on stdout:
                   {"severity","file","message","mend"}
  --help           this text

Exit code: 0 nothing wrong (warnings may be), 1 something is, 2 not understood.

Examples:
  npm run -s cli -- verify public/my-pack --from https://example.org/my-pack/
  npm run -s cli -- verify 'https://example.org/my-pack/head.json#ed25519=…'
`;

interface Named {
  readonly place: Place | HttpPlace;
  readonly pin: string | null;
}

/** @throws {UsageError} when it is an address that no reader could subscribe by */
function placeOf(text: string): Named {
  if (!/^[a-z][a-z0-9+.-]+:/i.test(text)) return { place: folderPlace(text), pin: null };
  const address = readAddress(text, true);
  if (typeof address === 'object') return { place: httpPlace(address.folder), pin: address.pin };
  const why = {
    none: 'This is no address of a pack.',
    insecure: 'Readers fetch over https:// only.',
    private: 'Readers are never sent to machines of their own network.',
    fingerprint: 'The fingerprint behind #ed25519= is not one: 32 letters and digits.',
  }[address];
  throw new UsageError(`${text}: ${why}`);
}

function findingLines(name: string, findings: readonly Finding[], terminal: Terminal): string {
  const style = styleOf(terminal);
  const base = /^https?:/.test(name) ? name : `${typed(name).replace(/\/$/, '')}/`;
  return findings
    .map(({ severity, file, message, mend }) => {
      const word = severity === 'error' ? style.error('error  ') : style.warning('warning');
      // A mirror's file is named with its address.
      const where = /^https?:/.test(file) ? file : base + file;
      return `${style.bold(shown(where, Infinity))}  ${word}  ${shown(`${message}. ${mend}`, Infinity)}\n`;
    })
    .join('');
}

const STEPS: Readonly<Record<Step['by'], string>> = {
  head: 'fetch the new head alone; its content is the same',
  delta: 'fetch one delta',
  snapshot: 'fetch the whole pack',
};

const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024)} KB`;

async function overview({ trusted, step }: Verified): Promise<string> {
  if (!trusted) return '';
  const { head, root } = trusted;
  const lines = [
    `${shown(head.name, Infinity)}, by ${shown(head.publisher, Infinity)} (${head.pack})`,
    `  version ${head.seq}, signed ${head.issued}, holds until ${head.expires}`,
    `  ${count(head.state.count, 'entry', 'entries')}, ${kilobytes(head.state.bytes)} in ${count(head.snapshot.length, 'part')}; ${count(head.deltas.length, 'delta')}`,
    `  root ${root.version}, fingerprint ${grouped(await rootFingerprint(root))}`,
    ...(head.mirrors.length > 0 ? [`  also at ${head.mirrors.join(', ')}`] : []),
    ...(head.movedTo ? [`  moved to ${head.movedTo}`] : []),
    ...(head.ended !== undefined ? [`  ended: ${shown(head.ended, Infinity)}`] : []),
    ...(step
      ? [
          `  readers with version ${step.seq} ${STEPS[step.by]}${step.bytes > 0 ? ` (${kilobytes(step.bytes)} before compression)` : ''}`,
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

export const verify: Command = {
  name: 'verify',
  summary: 'check a published pack as a reader would, and say what is wrong',
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args,
      options: { from: { type: 'string' }, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [text, ...more] = positionals;
    if (text === undefined || more.length > 0)
      throw new UsageError('Name one published folder or address.');
    const { place, pin } = placeOf(text);
    const from = values.from === undefined ? null : placeOf(values.from).place;
    const found = await verifyPlace(place, pin, new Date(), progressOn(terminal), from);
    const findings = [...found.findings];
    if ('findings' in place) {
      findings.push(...place.findings());
      if (found.trusted) findings.push(...(await verifyMirrors(found.trusted, httpPlace)));
    }
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const warnings = findings.length - errors;
    if (values.json) {
      for (const finding of findings) terminal.out(`${JSON.stringify(finding)}\n`);
    } else {
      terminal.out(await overview(found));
      if (findings.length > 0) terminal.out('\n');
      terminal.out(findingLines(place.name, findings, terminal));
      const counts = [
        ...(errors > 0 ? [count(errors, 'error')] : []),
        ...(warnings > 0 ? [count(warnings, 'warning')] : []),
      ];
      terminal.out(`\n${counts.length > 0 ? counts.join(' and ') : 'Nothing wrong'}.\n`);
    }
    return errors > 0 ? 1 : 0;
  },
};
