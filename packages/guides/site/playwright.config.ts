import { launchOptions } from '@dm-kit/chromium';
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests',
  outputDir: '../dist/site-results',
  // Builds the site and serves it: its address reaches the workers through the environment.
  globalSetup: './tests/serve-site.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // axe reads the longest pages for seconds where cores are few.
  timeout: 90_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [[process.env.CI ? 'dot' : 'list']],
  use: {
    launchOptions: await launchOptions(),
    screenshot: 'only-on-failure',
    permissions: ['clipboard-read', 'clipboard-write'],
  },
});
