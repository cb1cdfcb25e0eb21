import { expect, test } from 'vitest';
import { destination, startApplication } from '../test/application';

const discovery = '/oidc/.well-known/openid-configuration';

test('Logto is asked once how it is set up', async () => {
  await using application = await startApplication();
  const { logto, signIn } = application;

  for (let times = 0; times < 3; times += 1) {
    await destination(() => signIn('logto', { redirectTo: '/' }));
  }

  expect(logto.count(discovery)).toBe(1);
});

test('Logto is asked again after an outage', async () => {
  await using application = await startApplication();
  const { logto, signIn } = application;
  logto.options.outage = { status: 503, body: {} };
  await destination(() => signIn('logto', { redirectTo: '/' }));
  logto.options.outage = undefined;

  const url = await destination(() => signIn('logto', { redirectTo: '/' }));

  expect(url.pathname).toBe('/oidc/auth');
  expect(logto.count(discovery)).toBe(2);
});
