import { runTypeScript } from './lib/dependencies.mjs';

runTypeScript('scripts/build/cli.ts');
