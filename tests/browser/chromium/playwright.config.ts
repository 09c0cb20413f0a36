import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  // One browser at a time: hover has real delays, and two browsers on two cores make them unreal.
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  outputDir: '../../../.output/test/chromium',
  reporter: [['list'], ['json']],
});
