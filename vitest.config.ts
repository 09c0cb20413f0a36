import './tests/node20.ts';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [preact()],
  test: {
    include: ['tests/{data,components,entrypoints,scripts}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
  },
});
