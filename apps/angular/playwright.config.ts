import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  timeout: 60_000,
  use: {
    baseURL: 'http://localhost:4200',
    // A Chromium that is there, instead of the one that `npx playwright install` fetches.
    launchOptions: { executablePath: process.env.CHROMIUM_PATH },
  },
  webServer: { command: 'npm run demo', url: 'http://localhost:4200', timeout: 180_000 },
});
