/**
 * Finds the browsers that On Record is run and tested in, and installs a Chromium where there is none.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** The oldest versions that the manifest allows (wxt.config.ts). */
export const OLDEST = { chromium: 137, firefox: 140 } as const;

/** Names a Chromium of one's own choice; checked first and never replaced by a guess. */
export const CHROMIUM_VARIABLE = 'ON_RECORD_CHROMIUM';
export const FIREFOX_VARIABLE = 'ON_RECORD_FIREFOX';

export interface FoundBrowser {
  readonly path: string;
  /** As the browser prints it: "Chromium 156.0.8078.79 …". */
  readonly version: string;
}

/** Commands on the PATH. Google Chrome itself is left out: since 137 it refuses unpacked extensions. */
const CHROMIUM_COMMANDS = [
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const FIREFOX_COMMANDS = ['firefox-esr', 'firefox', 'firefox-developer-edition'];

const MAC = '/Applications';
const WINDOWS = [
  process.env.PROGRAMFILES,
  process.env['PROGRAMFILES(X86)'],
  process.env.LOCALAPPDATA,
];

function onPath(command: string): string[] {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, command));
}

/** Chrome for Testing as `npx @puppeteer/browsers install chrome` leaves it, newest first. */
function chromeForTesting(): string[] {
  const folder = join(
    process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache/puppeteer'),
    'chrome',
  );
  if (!existsSync(folder)) return [];
  const inside = [
    'chrome-linux64/chrome',
    'chrome-win64/chrome.exe',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ];
  return readdirSync(folder)
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((build) => inside.map((file) => join(folder, build, file)));
}

function chromiumCandidates(): string[] {
  return [
    ...chromeForTesting(),
    ...CHROMIUM_COMMANDS.flatMap(onPath),
    join(MAC, 'Chromium.app/Contents/MacOS/Chromium'),
    join(MAC, 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'),
    join(MAC, 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
    ...WINDOWS.flatMap((root) =>
      root
        ? [
            join(root, 'Chromium/Application/chrome.exe'),
            join(root, 'Microsoft/Edge/Application/msedge.exe'),
          ]
        : [],
    ),
    chromium.executablePath(),
  ];
}

function firefoxCandidates(): string[] {
  return [
    ...FIREFOX_COMMANDS.flatMap(onPath),
    join(MAC, 'Firefox.app/Contents/MacOS/firefox'),
    ...WINDOWS.flatMap((root) => (root ? [join(root, 'Mozilla Firefox/firefox.exe')] : [])),
  ];
}

/** Asks a browser for its version; on Windows a browser prints none, and being there is enough. */
function versionOf(path: string): string | null {
  if (platform() === 'win32') return path;
  try {
    return execFileSync(path, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    // There but not able to start, for want of a system library say: as good as absent.
    return null;
  }
}

const majorOf = (version: string) => Number(/(\d+)\.\d/.exec(version)?.[1] ?? Number.NaN);

/**
 * Picks the first browser that starts and is recent enough.
 * @param candidates paths, best first; most will not exist
 * @param chosen a path that a person named; when it does not serve, nothing else is tried
 * @throws {Error} when the chosen one is missing, does not start or is too old
 */
export function pickBrowser(
  candidates: readonly string[],
  oldest: number,
  chosen: { variable: string; path: string | undefined },
): FoundBrowser | null {
  for (const path of chosen.path ? [chosen.path] : candidates) {
    const version = existsSync(path) ? versionOf(path) : null;
    const fits = version !== null && !(majorOf(version) < oldest);
    if (fits) return { path, version };
    if (chosen.path) {
      const why = version
        ? `is ${version}, older than ${oldest}`
        : 'is not there or does not start';
      throw new Error(
        `${chosen.variable}=${path} ${why}. Correct it, or unset it to let one be found.`,
      );
    }
  }
  return null;
}

export const findChromium = (): FoundBrowser | null =>
  pickBrowser(chromiumCandidates(), OLDEST.chromium, {
    variable: CHROMIUM_VARIABLE,
    path: process.env[CHROMIUM_VARIABLE],
  });

export const findFirefox = (): FoundBrowser | null =>
  pickBrowser(firefoxCandidates(), OLDEST.firefox, {
    variable: FIREFOX_VARIABLE,
    path: process.env[FIREFOX_VARIABLE],
  });

function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.error(`$ ${command} ${args.join(' ')}`);
  const options = { stdio: ['ignore', 2, 2] as ['ignore', 2, 2], env: { ...process.env, ...env } };
  return spawnSync(command, args, { ...options, shell: platform() === 'win32' }).status === 0;
}

const isDebianRoot = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs packages of Debian or Ubuntu. Only called as root. */
function aptInstall(packages: string[]): boolean {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  return (
    run('apt-get', ['update'], env) &&
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], env)
  );
}

/**
 * Finds a Chromium or installs one: Playwright's own build, else, as root on Debian or Ubuntu, the package.
 * @throws {Error} with what to do, when neither worked
 */
export function ensureChromium(): FoundBrowser {
  const found = findChromium();
  if (found) return found;
  console.error('No Chromium found; installing one.');
  if (run('npx', ['playwright', 'install', 'chromium']) && !findChromium() && isDebianRoot()) {
    // Downloaded, yet it does not start: a bare image lacks its system libraries.
    run('npx', ['playwright', 'install-deps', 'chromium']);
  }
  if (!findChromium() && isDebianRoot()) aptInstall(['chromium']);
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    `No Chromium could be found or installed. Install Chromium, Chrome for Testing or Edge (${OLDEST.chromium} or newer), or set ${CHROMIUM_VARIABLE} to its path.`,
  );
}
