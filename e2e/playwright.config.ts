import { launchOptions } from '@dm-kit/chromium';
import { samples } from '@dm-kit/samples';
import { defineConfig } from '@playwright/test';

import type { Options } from './src/fixtures.ts';

/** A real Logto, its database and what else they need share the cores with the browser. */
const isEmulated = (process.env.LOGTO_KIND ?? 'emulator') === 'emulator';

const names = samples.map(({ name }) => name);

export default defineConfig<Options>({
  testDir: 'tests',
  // One stack for the whole run: its addresses reach the workers through the environment.
  globalSetup: './src/start-stack.ts',
  fullyParallel: true,
  // One a core of the smallest machine that runs this. With two a core, three tabs that renew tokens of a few seconds
  // were now and then too late.
  workers: 2,
  // A flaky test is a defect to find.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: isEmulated ? 30_000 : 60_000,
  expect: { timeout: isEmulated ? 10_000 : 20_000 },
  reporter: [[process.env.CI ? 'dot' : 'list'], ['json', { outputFile: 'reports/tests.json' }]],
  use: { launchOptions: await launchOptions(), screenshot: 'only-on-failure', locale: 'en-US' },
  projects: [
    ...names.map((sampleName) => ({
      name: sampleName,
      // What every sample does, and what this one alone has to see to.
      testMatch: new RegExp(`/tests/(samples|${sampleName})/`),
      use: { sampleName },
    })),
    { name: 'together', testDir: 'tests/together' },
    // Passwords change the sign-in experience of the whole Logto: after everything else, and then back.
    {
      name: 'passwords on',
      testMatch: 'password/on.setup.ts',
      dependencies: [...names, 'together'],
      teardown: 'passwords off',
    },
    { name: 'passwords off', testMatch: 'password/off.teardown.ts' },
    ...names.map((sampleName) => ({
      name: `${sampleName} with passwords`,
      testDir: 'tests/password',
      dependencies: ['passwords on'],
      use: { sampleName },
    })),
  ],
});
