import { runTypeScript } from './lib/dependencies.mjs';

runTypeScript('scripts/test/main.ts');
