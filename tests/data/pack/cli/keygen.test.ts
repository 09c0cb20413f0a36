/** `cli keygen`, and keys at rest. */
import { readFile, stat } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { keygen } from '../../../../data/pack/cli/keygen';
import { readSecret } from '../../../../data/pack/cli/tty';
import { lockKey, readKey } from '../../../../data/pack/publish/key-file';
import { generateKey } from '../../../../data/sync/keys';
import { called, folderOf } from './called';

const files = await folderOf({
  short: 'too short\n',
  long: 'staple cellar violet canoe\r\nsecond line',
});
afterAll(files.remove);
afterEach(() => {
  vi.unstubAllEnvs();
});
vi.setConfig({ testTimeout: 60_000 });

const CHEAP = 2 ** 10;
const SECRET = 'staple cellar violet canoe';

async function locked(cost = CHEAP): Promise<{ text: string; key: string }> {
  const { signer, secret } = await generateKey();
  return { text: await lockKey('head', signer.key, secret, SECRET, cost), key: signer.key };
}

describe('keygen', () => {
  it('makes two keys that nobody else can read, and prints the fingerprint twice', async () => {
    const dir = files.path('keys');
    const { code, out, err } = await called([
      'keygen',
      '--dir',
      dir,
      '--passphrase-file',
      files.path('long'),
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [, groups = ''] =
      /readers to compare: {3}((?:[a-z2-7]{4} ){7}[a-z2-7]{4})\n/.exec(out) ?? [];
    expect(out).toContain(`#ed25519=${groups.replaceAll(' ', '')}\n`);
    for (const role of ['root', 'head'] as const) {
      const path = files.path(`keys/${role}.key.json`);
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      const key = readKey(await readFile(path, 'utf8'), role, path);
      expect((await key.unlock(SECRET)).key).toBe(key.publicKey);
    }
    // So that they are not committed by mistake.
    expect(await readFile(files.path('keys/.gitignore'), 'utf8')).toBe('*\n');
  });

  it('never overwrites a key', async () => {
    const dir = files.path('twice');
    const args = ['keygen', '--head-only', '--dir', dir, '--passphrase-file', files.path('long')];
    expect((await called(args)).out).toBe(`Wrote ${dir}/head.key.json\n`);
    const before = await readFile(files.path('twice/head.key.json'), 'utf8');
    const { code, err } = await called(args);
    expect(code).toBe(1);
    expect(err).toBe(
      `${dir}/head.key.json: there is a key already, and readers may trust it. Name another folder with --dir; "rotate" changes keys.\n`,
    );
    expect(await readFile(files.path('twice/head.key.json'), 'utf8')).toBe(before);
  });

  it('takes the passphrase from the environment, but not a short one, and none from nowhere', async () => {
    const args = ['keygen', '--head-only', '--dir', files.path('env')];
    vi.stubEnv('ON_RECORD_PASSPHRASE', '');
    expect(await called(args)).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        'Nobody is here to type a passphrase. Give --passphrase-file FILE',
      ),
    });
    expect((await called([...args, '--passphrase-file', files.path('short')])).err).toBe(
      'the publishing key: a passphrase of fewer than 12 characters is soon guessed. Take a longer one, such as five words that do not belong together.\n',
    );
    vi.stubEnv('ON_RECORD_PASSPHRASE', SECRET);
    expect((await called(args)).code).toBe(0);
  });

  /** With somebody at the terminal who types these lines. */
  async function typing(dir: string, lines: string[]) {
    const asked: string[] = [];
    const run = keygen.run(['--dir', files.path(dir)], {
      out: () => {},
      err: () => {},
      colours: false,
      secret: async (question) => {
        asked.push(question);
        return lines.shift() ?? '';
      },
    });
    return { asked, outcome: await run.catch((error: Error) => error.message) };
  }

  it('asks twice at a terminal, and lets the root key have the same passphrase', async () => {
    vi.stubEnv('ON_RECORD_PASSPHRASE', '');
    expect(await typing('asked', [SECRET, SECRET, ''])).toEqual({
      asked: [
        'Passphrase for the publishing key: ',
        'Once more: ',
        'Passphrase for the root key (Enter for the same): ',
      ],
      outcome: 0,
    });
    expect((await typing('slip', [SECRET, 'staple celler'])).outcome).toBe('the two differ');
  });
});

describe('a question at a terminal', () => {
  it('shows the question, and not what is typed', async () => {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: vi.fn() });
    const output = new PassThrough();
    let shown = '';
    output.on('data', (chunk) => {
      shown += String(chunk);
    });
    const answer = readSecret('Passphrase: ', input, output);
    input.write('hunx');
    input.write('\u007f');
    input.write('ter2\r');
    expect(await answer).toBe('hunter2');
    expect(shown).toBe('Passphrase: \n');
    // Else the terminal itself would show it.
    expect(input.setRawMode).toHaveBeenCalledWith(true);
    expect(input.setRawMode).toHaveBeenLastCalledWith(false);
  });
});

describe('a key at rest', () => {
  it('opens with its passphrase, in either composition, and no other', async () => {
    const { signer, secret } = await generateKey();
    const text = await lockKey('root', signer.key, secret, 'žluťoučký kůň pěl', CHEAP);
    const key = readKey(text, 'root', 'root.key.json');
    expect((await key.unlock('žluťoučký kůň pěl'.normalize('NFD'))).key).toBe(signer.key);
    await expect(key.unlock('zlutoucky kun pel')).rejects.toThrow('the passphrase does not open');
  });

  it.each<[string, (file: Record<string, unknown>) => unknown, string]>([
    ['says another role', (file) => ({ ...file, role: 'root' }), 'this is the root key'],
    ['has a key that no format has', (file) => ({ ...file, comment: '' }), 'this is no key that'],
    [
      'asks for a terabyte',
      (file) => ({ ...file, kdf: { ...(file.kdf as object), N: 2 ** 30 } }),
      'this is no key that',
    ],
    [
      'asks for no whole work',
      (file) => ({ ...file, kdf: { ...(file.kdf as object), N: 1000 } }),
      'this is no key that',
    ],
    ['names another public key', (file) => ({ ...file, publicKey: 'AAAA' }), 'does not open'],
    [
      'has a secret that was changed',
      (file) => ({ ...file, secret: `${String(file.secret).slice(0, -4)}AAA=` }),
      'does not open',
    ],
    ['is a list', () => [], 'this is no key that'],
  ])('is refused when it %s', async (_, change, said) => {
    const { text } = await locked();
    const changed = JSON.stringify(change(JSON.parse(text) as Record<string, unknown>));
    await expect((async () => readKey(changed, 'head', 'f').unlock(SECRET))()).rejects.toThrow(
      said,
    );
  });

  it('cannot be given another role by its bytes: that is under the seal as well', async () => {
    const { text } = await locked();
    const file = JSON.parse(text) as Record<string, unknown>;
    const key = readKey(JSON.stringify({ ...file, role: 'root' }), 'root', 'f');
    await expect(key.unlock(SECRET)).rejects.toThrow('does not open');
  });
});
