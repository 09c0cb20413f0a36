import { runTypeScript } from './lib/dependencies.mjs';

const [, , ...args] = process.argv;
if (args[0] === 'store') runTypeScript('scripts/pictures/store.ts', args.slice(1));
else runTypeScript('scripts/pictures/main.ts', args);
