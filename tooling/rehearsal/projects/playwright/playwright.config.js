import { defineConfig } from '@playwright/test';

const { APPLICATION_URL, BROWSER } = process.env;

export default defineConfig({
  reporter: 'list',
  use: { baseURL: APPLICATION_URL, launchOptions: JSON.parse(BROWSER) },
  webServer: { command: 'npx dm-kit-local --port 0 --mail-port 0', url: APPLICATION_URL },
});
