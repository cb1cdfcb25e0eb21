import { launchOptions } from '@dm-kit/chromium';
import { freePort } from '@dm-kit/processes';
import { expect, test } from 'vitest';
import { Stranger } from './stranger.ts';

// Somebody's own project, with the packages as its development dependencies. Its files: `projects/`.

test('signs a user in, in a Vitest project', async () => {
  await using stranger = await Stranger.come();
  await stranger.copy('vitest');
  await stranger.install(
    '@dm-kit/local',
    'vitest@5.1.1',
    'openid-client@6.9.0',
    'fetch-cookie@3.2.0',
  );
  const run = await stranger.run('npx', 'vitest', 'run');
  expect(run).toMatchObject({ code: 0, stdout: expect.stringMatching(/Tests\s+2 passed \(2\)/) });
});

test('signs a user in, in a Playwright project', async () => {
  await using stranger = await Stranger.come();
  await stranger.copy('playwright');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  await stranger.write('local.config.json', JSON.stringify(application(url)));
  await stranger.install('@dm-kit/local', '@playwright/test@1.65.1', 'openid-client@6.9.0');
  const { env, ...browser } = await launchOptions();
  const run = await stranger
    .with({ ...env, APPLICATION_URL: url, BROWSER: JSON.stringify(browser) })
    .run('npx', 'playwright', 'test');
  expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('1 passed') });
});

/** As the README of `@dm-kit/local` describes it. */
function application(url: string) {
  return {
    name: 'A stranger',
    type: 'web',
    url,
    redirectUris: ['/callback'],
    settings: {
      file: '.env',
      values: {
        ISSUER: '{issuer}',
        APP_ID: '{appId}',
        APP_SECRET: '{appSecret}',
        INBOX: '{inbox}',
      },
    },
    start: 'node application.js',
  };
}
