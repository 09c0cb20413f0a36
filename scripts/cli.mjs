import { runTypeScript } from './lib/dependencies.mjs';

runTypeScript('data/pack/cli/run.ts');
