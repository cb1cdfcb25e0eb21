import { body, connectToLogto } from '@dm-kit/provision';
import { expect, test } from '../../src/fixtures.ts';
import { Sample } from '../../src/pages/sample.ts';
import { startSample } from '../../src/start-sample.ts';

test('an endpoint without http:// ends in a sentence', async ({ page, sampleName, stack }) => {
  await using broken = await startSample(sampleName, stack, { endpoint: 'localhost:3001' });
  const sample = new Sample(page, sampleName, broken.url);
  await sample.open();
  await expect(sample.alert).toContainText('"localhost:3001", is no address');
});

test('an endpoint that Logto does not call itself ends in a sentence', {
  tag: '@trap:problems',
}, async ({ page, sampleName, stack }) => {
  const endpoint = stack.logto.replace('localhost', '127.0.0.1');
  await using broken = await startSample(sampleName, stack, { endpoint });
  const sample = new Sample(page, sampleName, broken.url);
  const remedy = page.waitForEvent('console', (message) =>
    message.text().includes('is not localhost'),
  );
  await sample.open();
  await sample.signIn();
  await sample.expectError('Logto has another address');
  expect((await remedy).text()).toContain(endpoint);
});

test('the App ID of an application with a secret ends in a sentence', {
  tag: ['@trap:problems', '@trap:pushed-request'],
}, async ({ page, sampleName, stack }) => {
  const api = connectToLogto(stack.access);
  const redirectUris = { redirectUris: [], postLogoutRedirectUris: [] };
  const { id } = body(
    await api.POST('/api/applications', {
      body: { name: 'With a secret', type: 'Traditional', oidcClientMetadata: redirectUris },
    }),
  );
  await using broken = await startSample(sampleName, stack, { appId: id });
  await api.PATCH('/api/applications/{id}', {
    params: { path: { id } },
    body: {
      oidcClientMetadata: { ...redirectUris, redirectUris: [`${broken.url}/callback`] as never[] },
    },
  });
  const sample = new Sample(page, sampleName, broken.url);
  await sample.open();
  await sample.signIn();
  await sample.expectError('The application is of another type');
  await api.DELETE('/api/applications/{id}', { params: { path: { id } } });
});

for (const minutes of [10, -10]) {
  test(`a clock that is ${minutes} minutes off ends in a sentence`, {
    tag: '@trap:problems',
  }, async ({ sample, logto, visitor, page }) => {
    await page.addInitScript((milliseconds) => {
      const { now } = Date;
      const Real = Date;
      Date.now = () => now() + milliseconds;
      globalThis.Date = new Proxy(Real, {
        construct: (target, args) =>
          args.length === 0 ? new target(Date.now()) : Reflect.construct(target, args),
      });
    }, minutes * 60_000);
    await sample.open();
    await sample.createAccount();
    await logto.registerWith(visitor.address);
    await logto.enterCode(await visitor.readCode());
    await sample.expectError('The clock of this device is wrong');
  });
}
