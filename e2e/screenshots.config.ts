import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { launchOptions } from '@dm-kit/chromium';
import { defineConfig } from '@playwright/test';

const { executablePath = '', env, ...rest } = await launchOptions();

/** The fonts of the browser's package and none of the machine's: text looks the same everywhere. */
const fonts = join(tmpdir(), 'dm-kit-screenshots-fonts.conf');
writeFileSync(
  fonts,
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(dirname(executablePath), 'fonts/fonts')}</dir>
  <cachedir>${join(dirname(executablePath), 'screenshots-fonts-cache')}</cachedir>
</fontconfig>
`,
);

/** The images of the guides: `pnpm docs:screenshots` takes them, `--check` compares. */
export default defineConfig({
  testDir: 'screenshots',
  snapshotPathTemplate: '{testDir}/../../docs/images/{arg}{ext}',
  globalSetup: './src/start-stack.ts',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  // What a curve more or less in a letter is, and no more.
  expect: { toHaveScreenshot: { maxDiffPixelRatio: 0.002, animations: 'disabled', caret: 'hide' } },
  reporter: [['list']],
  use: {
    launchOptions: { executablePath, ...rest, env: { ...env, FONTCONFIG_FILE: fonts } },
    viewport: { width: 880, height: 600 },
    colorScheme: 'light',
    locale: 'en-US',
    timezoneId: 'UTC',
  },
});
