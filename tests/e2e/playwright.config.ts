import { defineConfig } from '@playwright/test';
import { browserLaunchOptions } from '../../scripts/browser.ts';

const report = process.env['TEST_REPORT'];

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: '../../.cache/playwright',
  globalSetup: './serve-sites.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  reporter: report === undefined ? 'list' : [['dot'], ['json', { outputFile: report }]],
  use: { launchOptions: await browserLaunchOptions(), serviceWorkers: 'block' },
});
