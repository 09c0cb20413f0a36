/**
 * What the reader costs in a page, beside an empty extension, the least that any reader must do, and mark.js;
 * how it is measured and read: docs/benchmarks.md.
 * Flags: --pages 54 --loads 5 --only ours-500,floor --verbose --trace NAME
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../../scripts/lib/browsers';
import { table } from './mentions/table';
import { openBrowser } from './page/browser';
import { unlike } from './page/figures';
import { type Noticed, noticed } from './page/person';
import { figuresOf, heapOverText, noticedFigures, showVariants, showWorst } from './page/report';
import { readPages, type SavedPage, servePages } from './page/saved';
import { scriptSizes } from './page/sizes';
import { addressOf, takeTurns } from './page/turns';
import { makeVariants, VARIANTS, type Variant, type VariantName } from './page/variants';
import { showWhere } from './page/where';

function flags() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      pages: { type: 'string', default: '1000' },
      loads: { type: 'string', default: '5' },
      only: { type: 'string', default: VARIANTS.join(',') },
      verbose: { type: 'boolean', default: false },
      trace: { type: 'string' },
    },
  });
  const only = values.only.split(',').filter(Boolean);
  const strange = only.filter((name) => !(VARIANTS as readonly string[]).includes(name));
  if (strange.length > 0) {
    throw new Error(`--only takes some of ${VARIANTS.join(', ')}; not ${strange.join(', ')}`);
  }
  return {
    pages: Number(values.pages),
    loads: Number(values.loads),
    only: [...new Set(['empty', ...only])] as VariantName[],
    verbose: values.verbose,
    trace: values.trace,
  };
}

/** So many of the pages, as far apart in the list as can be: neighbours are of one publisher. */
function some(pages: readonly SavedPage[], count: number): SavedPage[] {
  if (count >= pages.length) return [...pages];
  return Array.from(
    { length: count },
    (_, i) => pages[Math.floor((i * pages.length) / count)],
  ).filter((page) => page !== undefined);
}

/** Cards are waited for: some pages will do. */
const NOTICED_PAGES = 20;

const named = (variants: readonly Variant[], name: VariantName): Variant => {
  const found = variants.find((variant) => variant.name === name);
  if (!found) throw new Error(`${name} was not made`);
  return found;
};

/** @returns what docs/benchmarks.md says of each key */
export async function run(): Promise<Record<string, unknown>> {
  const { pages: count, loads: rounds, only, verbose, trace } = flags();
  const { path: chromium, version } = ensureChromium();
  const { kind, pages } = readPages();
  if (kind !== 'saved pages')
    console.error('../shared/pages is not there: generated pages instead');
  const folder = mkdtempSync(join(tmpdir(), 'on-record-page-bench-'));
  const server = await servePages(pages);
  try {
    const names = trace === undefined ? only : (['empty', 'ours-500'] as const);
    const { variants, built } = await makeVariants(folder, names, pages, trace !== undefined);
    const browser = await openBrowser(chromium, variants);
    try {
      if (trace !== undefined) {
        const page = pages.find(({ name }) => name.startsWith(trace));
        if (!page) throw new Error(`no page is called ${trace}`);
        const pair = { empty: named(variants, 'empty'), ours: named(variants, 'ours-500') };
        console.error(await showWhere(browser, server.origin, page, pair, rounds));
        return { page: page.name, chromium: version };
      }
      const chosen = some(pages, count);
      const loads = await takeTurns(browser, server.origin, chosen, variants, rounds);
      const ours = variants.find(({ name }) => name === 'ours-500');
      const notices: Noticed[] = [];
      for (const page of ours ? some(chosen, NOTICED_PAGES) : []) {
        if (!ours) break;
        notices.push(await noticed(browser, ours.host, addressOf(server.origin, ours, page)));
      }
      console.error(`\n${showVariants(loads)}\n`);
      if (verbose && only.includes('ours-500')) console.error(`${showWorst(loads, 'ours-500')}\n`);
      for (const line of unlike(loads)) console.error(`not alike: ${line}`);
      const figures = {
        ...figuresOf(loads),
        ...scriptSizes(built),
        ...noticedFigures(notices),
        heapOverTextLargest: heapOverText(loads, chosen),
      };
      console.error(
        table(
          Object.entries(figures)
            .filter(([, value]) => typeof value !== 'object')
            .map(([key, value]) => [key, String(value)]),
        ),
      );
      return { ...figures, chromium: version, corpus: kind };
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
