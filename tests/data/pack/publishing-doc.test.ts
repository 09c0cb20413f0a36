/**
 * docs/publishing.md is a walk-through that works: its commands are run, in their order, with the built command line
 * on plain Node, and print what it shows. ON_RECORD_WRITE_DOCS=1 writes what they print into it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { bundleCli } from '../../../scripts/lib/cli-bundle';

const DOC = fileURLToPath(new URL('../../../docs/publishing.md', import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'walk-'));
afterAll(() => rm(folder, { recursive: true }));
const bin = join(folder, 'bin');
const built = await bundleCli(bin);
await writeFile(join(bin, 'on-record'), `#!/bin/sh\nexec "${process.execPath}" "${built}" "$@"\n`, {
  mode: 0o755,
});

function run(command: string): string {
  // What npm sets for its scripts would send the commands elsewhere.
  const { INIT_CWD: _, npm_lifecycle_event: __, ...env } = process.env;
  const done = spawnSync('sh', ['-c', `${command} 2>&1`], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...env,
      PATH: `${bin}${delimiter}${env.PATH}`,
      ON_RECORD_PASSPHRASE: 'staple cellar violet canoe',
    },
  });
  return done.stdout;
}

/** Changes the pack as a diff block says. */
async function edit(block: string): Promise<void> {
  const lines = block.trimEnd().split('\n');
  const side = (sign: string) =>
    lines
      .filter((line) => line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const path = join(folder, 'varn-dam/pack.yaml');
  const text = await readFile(path, 'utf8');
  expect(text.split(side('-'))).toHaveLength(2);
  await writeFile(
    path,
    text.replace(side('-'), () => side('+')),
  );
}

/** Without what is another for every author and every moment. */
const masked = (text: string) =>
  text
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, 'TIME')
    .replace(/withdrawn: \d{4}-\d\d-\d\d, reason: …/g, 'withdrawn: TODAY, reason: …')
    .replace(/(?<![a-z2-7])(?:[a-z2-7]{4} ){7}[a-z2-7]{4}/g, 'FINGERPRINT')
    .replace(/#ed25519=[a-z2-7]{32}/g, '#ed25519=FINGERPRINT');

it('shows what its commands print', async () => {
  const doc = await readFile(DOC, 'utf8');
  let written = '';
  let at = 0;
  let commands = 0;
  for (const block of doc.matchAll(/^```(console|diff)\n(.*?)^```$/gms)) {
    const [whole, kind, body = ''] = block;
    if (kind === 'diff') {
      await edit(body);
      continue;
    }
    const shown = body.split(/^(?=\$ )/m).map((piece) => {
      const command = piece.slice(2, piece.indexOf('\n'));
      const expected = piece.slice(piece.indexOf('\n') + 1);
      const printed = run(command).replace(/^(?=\$ )/gm, ' ');
      commands++;
      if (!process.env.ON_RECORD_WRITE_DOCS)
        expect(masked(printed), command).toBe(masked(expected));
      return `$ ${command}\n${masked(printed) === masked(expected) ? expected : printed}`;
    });
    written += `${doc.slice(at, block.index)}\`\`\`console\n${shown.join('')}\`\`\``;
    at = block.index + whole.length;
  }
  expect(commands).toBeGreaterThan(10);
  if (process.env.ON_RECORD_WRITE_DOCS) await writeFile(DOC, written + doc.slice(at));
}, 300_000);
