/** `cli serve DIR` */
import { parseArgs } from 'node:util';
import { subscribeAddress } from '../../sync/address';
import { rootFingerprint } from '../../sync/root';
import { folderPlace } from '../publish/place';
import { readTrusted } from '../publish/published';
import { servePublished } from '../publish/serve';
import { mending, Trouble } from '../publish/trouble';
import { type Command, UsageError } from './command';

const DEFAULT_PORT = 8787;

const help = `Usage: npm run -s cli -- serve [--port ${DEFAULT_PORT}] DIR

Serves a published folder on this machine, to no other, so that you can see it in your own browser
before anybody else does: switch author mode on in the library of On Record, and subscribe by the
address that is printed. Ctrl+C ends it.

  --port N   default: ${DEFAULT_PORT}; 0 takes a free one
  --help     this text

Exit code: 0 ended, 1 not served, 2 not understood.

Example:
  npm run -s cli -- serve public/my-pack
`;

function portOf(text: string | undefined): number {
  const port = text === undefined ? DEFAULT_PORT : Number(text);
  if (text !== '' && Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new UsageError(`--port ${text} is no port.`);
}

const interrupted = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

export const serve: Command = {
  name: 'serve',
  summary: 'serve a published folder on this machine, for a preview',
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args,
      options: { port: { type: 'string' } },
      allowPositionals: true,
    });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw new UsageError('Name one published folder.');
    const port = portOf(values.port);
    const trusted = await mending(folder, 'Look at it with "verify"', () =>
      readTrusted(folderPlace(folder), null),
    );
    if (!trusted) throw new Trouble(folder, 'nothing is published here', 'Publish into it first');
    const served = await servePublished(folder, port).catch((error: unknown) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      throw new Trouble(`port ${port}`, `it cannot be had (${code})`, 'Name another: --port 0');
    });
    const print = await rootFingerprint(trusted.root);
    terminal.out(`${subscribeAddress(served.address, print)}\n`);
    terminal.err('Serving until Ctrl+C.\n');
    await interrupted();
    await served.close();
    return 0;
  },
};
