import { runTypeScript } from './lib/dependencies.mjs';

runTypeScript('scripts/pictures/main.ts');
