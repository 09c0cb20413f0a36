/** What a page's scripts can find out by looking at their own world: the marks, and nothing else. */
import { chromium, type Page } from '@playwright/test';
import { ensureChromium } from '../../../scripts/lib/browsers';
import { expect, test } from './fixtures';
import { expectReadAndLeftAlone, visit } from './visit';

/** Objects that a careless extension patches or leaves something on. */
const LOOKED_AT = [
  'window',
  'document',
  'navigator',
  'customElements',
  'CSS',
  ...[
    'Array',
    'CSSStyleSheet',
    'CustomElementRegistry',
    'Document',
    'Element',
    'Event',
    'EventTarget',
    'Function',
    'Highlight',
    'HighlightRegistry',
    'History',
    'HTMLElement',
    'MutationObserver',
    'Node',
    'Object',
    'Promise',
    'Range',
    'Selection',
    'ShadowRoot',
    'Text',
  ].flatMap((name) => [name, `${name}.prototype`]),
] as const;

/** Every property of those objects, as a page's script would describe it. */
const globalsOf = (page: Page) =>
  page.evaluate((paths) => {
    const object = (path: string) =>
      path.split('.').reduce<object>((at, name) => Reflect.get(at, name), globalThis);
    return Object.fromEntries(
      paths.map((path) => [
        path,
        Reflect.ownKeys(object(path))
          .map((key) => {
            const found = Object.getOwnPropertyDescriptor(object(path), key);
            const { value, get, set, ...flags } = found ?? {};
            // What a patch cannot fake: a function of the browser says that it is one.
            const made = [value, get, set].map((each) =>
              typeof each === 'function' ? Function.prototype.toString.call(each) : typeof each,
            );
            return [String(key), ...made, JSON.stringify(flags)].join(' ');
          })
          .sort(),
      ]),
    );
  }, LOOKED_AT);

test('sees the globals and prototypes of a browser without the extension', async ({
  running,
  site,
}) => {
  const plain = await chromium.launch({
    executablePath: ensureChromium().path,
    // Playwright's own headless is the old shell, whose globals may be others.
    headless: false,
    args: ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const without = await plain.newPage();
    await without.goto(site.url('sample'));
    const visited = await visit(running.context, site.url('sample'));
    await expectReadAndLeftAlone(visited);
    const before = await globalsOf(without);
    const now = await globalsOf(visited.page);
    expect(before['Node.prototype']?.join()).toContain('function appendChild() { [native code] }');
    for (const path of LOOKED_AT) expect(now[path], path).toEqual(before[path]);

    // A patch of each kind would be seen.
    await visited.page.evaluate(() => {
      const { appendChild } = Node.prototype;
      Node.prototype.appendChild = function <T extends Node>(node: T): T {
        return appendChild.call(this, node) as T;
      };
      Object.assign(window, { leftover: true });
    });
    const patched = await globalsOf(visited.page);
    expect(LOOKED_AT.filter((path) => patched[path]?.join() !== before[path]?.join())).toEqual([
      'window',
      'Node.prototype',
    ]);
    await visited.close();
  } finally {
    await plain.close();
  }
});

for (const name of ['sample', 'dark', 'strict', 'hostile']) {
  test(`leaves the page "${name}" as it was, with marks and after a card`, async ({
    running,
    site,
  }) => {
    const visited = await visit(running.context, site.url(name));
    await expectReadAndLeftAlone(visited);
    await visited.close();
  });
}
