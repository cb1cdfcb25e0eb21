import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  timeout: 120_000,
  // `next dev` compiles a page when it is asked for it first.
  expect: { timeout: 30_000 },
  use: {
    baseURL: 'http://localhost:3000',
    // A Chromium that is there, instead of the one that `npx playwright install` fetches.
    launchOptions: { executablePath: process.env.CHROMIUM_PATH },
  },
  webServer: { command: 'npm run demo', url: 'http://localhost:3000', timeout: 120_000 },
});
