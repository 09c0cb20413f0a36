import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pickBrowser } from '../../scripts/lib/browsers';

const folder = mkdtempSync(join(tmpdir(), 'on-record-browsers-'));

/** A program that answers --version as a browser does. */
function browser(name: string, version: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\necho "${version}"\n`);
  chmodSync(path, 0o755);
  return path;
}

const nobody = { variable: 'ON_RECORD_CHROMIUM', path: undefined };

describe.skipIf(process.platform === 'win32')('finding a browser', () => {
  const recent = browser('recent', 'Chromium 156.0.8078.79 built on Debian');
  const old = browser('old', 'Chromium 120.0.1.2');
  const broken = join(folder, 'broken');
  writeFileSync(broken, '#!/bin/sh\nexit 127\n');
  chmodSync(broken, 0o755);

  it('takes the first that starts and is recent enough', () => {
    const found = pickBrowser([join(folder, 'missing'), broken, old, recent], 137, nobody);
    expect(found).toEqual({ path: recent, version: 'Chromium 156.0.8078.79 built on Debian' });
  });

  it('finds none where none will do', () => {
    expect(pickBrowser([broken, old], 137, nobody)).toBeNull();
  });

  it('never replaces a browser that a person named, but says what is wrong with it', () => {
    const named = (path: string) => () =>
      pickBrowser([recent], 137, { variable: 'ON_RECORD_CHROMIUM', path });
    expect(named(old)).toThrow(`ON_RECORD_CHROMIUM=${old} is Chromium 120.0.1.2, older than 137`);
    expect(named(broken)).toThrow('is not there or does not start');
    expect(named('/nowhere/chromium')).toThrow('is not there or does not start');
  });
});
