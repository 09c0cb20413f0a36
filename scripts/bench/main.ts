/** `npm run bench -- NAME`: a table for people on stderr, one JSON object as the last line of stdout. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/dependencies.mjs';

const FOLDER = join(ROOT, 'tests/bench');

/** What a file of tests/bench exports. */
interface Bench {
  readonly run: () => Promise<Record<string, unknown>>;
}

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3));
const [name = ''] = process.argv.slice(2);
const file = join(FOLDER, `${name}.ts`);

if (!names.includes(name)) {
  console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`);
  process.exitCode = 2;
} else {
  const { run } = (await import(file)) as Bench;
  console.log(JSON.stringify(await run()));
}
