/** Looks a page over for what keeps people out, with axe-core (https://github.com/dequelabs/axe-core). */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Finding {
  /** What it found, one line a rule. */
  readonly faults: readonly string[];
  /** The nodes that some rule looked at and passed; inside a shadow root after the selector of its host. */
  readonly passed: readonly (readonly string[])[];
}

/**
 * @param include a selector of what to look at. Default: the page
 * @returns what axe says of it, by all its rules
 */
export async function lookOver(page: Page, include?: string): Promise<Finding> {
  // Evaluated by the debugger: no policy of the page forbids it, and no element is added.
  await page.evaluate(await source);
  const { violations, passes } = await page.evaluate(
    (selector) =>
      (globalThis as unknown as { axe: { run(on: unknown): Promise<AxeResults> } }).axe.run(
        selector ? { include: [selector] } : document,
      ),
    include,
  );
  return {
    faults: violations.map(
      ({ id, help, nodes }) => `${id}: ${help} ${nodes.map(({ html }) => html).join(' ')}`,
    ),
    passed: passes.flatMap(({ nodes }) => nodes.map(({ target }) => target.flat())),
  };
}
