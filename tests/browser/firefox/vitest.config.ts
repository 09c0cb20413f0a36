import '../../node20.ts';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/browser/firefox/*.test.ts'],
    // One Firefox for the whole run: it takes seconds to start.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
