import { runTypeScript } from './lib/dependencies.mjs';

runTypeScript('scripts/gallery/main.ts');
