import { runTypeScript } from './lib/dependencies.mjs';

runTypeScript('scripts/start/main.ts');
