/** `cli schema` */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packJsonSchema } from '../json-schema';
import { type Command, UsageError } from './command';

/** Where the schema is committed, for editors. The extension does not ship it (wxt.config.ts). */
const SCHEMA_FILE = fileURLToPath(new URL('../../../public/pack.schema.json', import.meta.url));

const help = `Usage: npm run -s cli -- schema [--write]

Prints the JSON Schema of a pack's files, made from data/model.ts.

  --write   writes it to public/pack.schema.json instead
  --help    this text
`;

export const schema: Command = {
  name: 'schema',
  summary: 'the JSON Schema of a pack, for editors',
  help,
  async run(args, terminal) {
    const { values } = parseArgs({ args, options: { write: { type: 'boolean' } } });
    const text = packJsonSchema();
    if (!values.write) terminal.out(text);
    else {
      // The built file stands elsewhere.
      if (!existsSync(dirname(SCHEMA_FILE)))
        throw new UsageError(
          '--write is for the source of On Record. Write: schema > pack.schema.json',
        );
      const before = await readFile(SCHEMA_FILE, 'utf8').catch(() => '');
      if (before !== text) await writeFile(SCHEMA_FILE, text);
      terminal.err(before === text ? 'Nothing changed.\n' : 'Wrote public/pack.schema.json.\n');
    }
    return 0;
  },
};
