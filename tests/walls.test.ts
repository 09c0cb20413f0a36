/** The walls of the house (docs/architecture.md): which room may know of which. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

interface Import {
  readonly from: string;
  /** Path below the project for our own files, else the package's name. */
  readonly to: string;
  readonly typeOnly: boolean;
}

function filesOf(room: string): string[] {
  return readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

const STATEMENT =
  /^\s*(?:import|export)\b([^'";]*?)\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf(file: string): Import[] {
  const code = readFileSync(join(ROOT, file), 'utf8');
  return [...code.matchAll(STATEMENT)].map((match) => {
    const target = match[2] ?? match[3] ?? match[4] ?? '';
    const own = target.startsWith('.');
    return {
      from: file,
      to: own
        ? normalize(join(dirname(file), target))
            .split(sep)
            .join('/')
        : target,
      typeOnly: /^\s*type\b/.test(match[1] ?? ''),
    };
  });
}

const importsIn = (room: string) => filesOf(room).flatMap(importsOf);
const say = ({ from, to }: Import) => `${from} → ${to}`;
const isOwn = ({ to }: Import, room: string) => to === room || to.startsWith(`${room}/`);

describe('the walls of the house', () => {
  it('has every room with something in it', () => {
    for (const room of [
      'background',
      'reader',
      'card',
      'popup',
      'sidepanel',
      'library',
      'welcome',
    ]) {
      expect(filesOf(`entrypoints/${room}`), room).not.toHaveLength(0);
    }
  });

  it('lets data know nothing of the surfaces, the components or their libraries', () => {
    const outside = importsIn('data').filter(
      (found) =>
        isOwn(found, 'entrypoints') ||
        isOwn(found, 'components') ||
        /^(preact|@preact|@floating-ui|wxt)(\/|$)/.test(found.to),
    );
    expect(outside.map(say)).toEqual([]);
  });

  it('keeps the browser out of data, so that it runs in Node too', () => {
    const browserWords = /(?<![\w.'"`-])(?:document|window|browser|chrome)\.\w/;
    const offenders = filesOf('data').filter((file) =>
      readFileSync(join(ROOT, file), 'utf8')
        .split('\n')
        .some((line) => !/^\s*(\*|\/\/|\/\*)/.test(line) && browserWords.test(line)),
    );
    expect(offenders).toEqual([]);
  });

  it('keeps Node out of what the extension runs', () => {
    const nodeImports = [
      ...importsIn('data'),
      ...importsIn('components'),
      ...importsIn('entrypoints'),
    ]
      .filter(({ to }) => to.startsWith('node:'))
      .filter(({ from }) => !from.startsWith('data/pack/'));
    expect(nodeImports.map(say)).toEqual([]);
  });

  it('gives components only types of data, and nothing of the surfaces', () => {
    // What a text holds unseen is told by a plain function, which exports need too.
    const functions = /^data\/bidi(\.ts)?$/;
    const offenders = importsIn('components').filter(
      (found) =>
        isOwn(found, 'entrypoints') ||
        (isOwn(found, 'data') && !found.typeOnly && !functions.test(found.to)),
    );
    expect(offenders.map(say)).toEqual([]);
  });

  it('lets a surface know another only by its contract or its style sheet', () => {
    const offenders = importsIn('entrypoints').filter((found) => {
      const home = found.from.split('/').slice(0, 2).join('/');
      return (
        isOwn(found, 'entrypoints') &&
        !isOwn(found, home) &&
        !/\/contract$|\.css\?(?:inline|raw)$/.test(found.to)
      );
    });
    expect(offenders.map(say)).toEqual([]);
  });

  it('makes the pages ask the background: neither reader nor card nor popup holds the data', () => {
    const surfaces = ['reader', 'card', 'popup', 'sidepanel', 'library', 'welcome'];
    const holders = /^data\/(store|search|mentions|pack|sync)(\/|$)/;
    const offenders = surfaces
      .flatMap((surface) => importsIn(`entrypoints/${surface}`))
      .filter((found) => holders.test(found.to) && !found.typeOnly);
    expect(offenders.map(say)).toEqual([]);
  });

  it('renders text as text: nothing writes markup into a document', () => {
    const writers =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment/i;
    const offenders = [...filesOf('components'), ...filesOf('entrypoints')].filter((file) =>
      writers.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(offenders).toEqual([]);
  });

  it('has one way to the database', () => {
    const users = [
      ...importsIn('data'),
      ...importsIn('entrypoints'),
      ...importsIn('components'),
    ].filter(({ to }) => to === 'dexie');
    expect(users.filter(({ from }) => !from.startsWith('data/store/')).map(say)).toEqual([]);
    expect(users).not.toHaveLength(0);
  });

  it('has no file that only passes on what others export', () => {
    const rooms = ['data', 'components', 'entrypoints'];
    const passing = rooms.flatMap(filesOf).filter((file) => {
      const lines = readFileSync(join(ROOT, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() && !/^\s*(\*|\/\/|\/\*)/.test(line));
      return lines.length > 0 && lines.every((line) => /^export .* from /.test(line));
    });
    expect(passing).toEqual([]);
  });
});
