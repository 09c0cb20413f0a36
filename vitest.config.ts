import './tests/node20.ts';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { citationCore } from './scripts/lib/citation-core';

export default defineConfig({
  plugins: [preact()],
  resolve: { alias: [citationCore] },
  test: {
    // Its modules are in .js files that Node takes for CommonJS.
    server: { deps: { inline: [/@citation-js/] } },
    include: ['tests/{data,components,entrypoints,scripts}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
  },
});
