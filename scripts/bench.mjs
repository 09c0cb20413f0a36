import { runTypeScript } from './lib/dependencies.mjs';

runTypeScript('scripts/bench/main.ts');
