import { runTypeScript } from './lib/dependencies.mjs';

runTypeScript('scripts/zip/main.ts');
