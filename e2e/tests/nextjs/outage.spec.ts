import { expect } from '../../src/fixtures.ts';
import { isPossible, test, ttl } from '../../src/gated.ts';
import { startedSample } from '../../src/stack-addresses.ts';
import { until } from '../../src/until.ts';

test.describe.configure({ mode: 'serial', timeout: 90_000 });
test.skip(!isPossible, 'only the emulator can give access tokens that live for seconds');

test('a session outlives a Logto that is away when tokens are due', {
  tag: '@trap:outage',
}, async ({ sample, visitor, gate }) => {
  await visitor.register(sample);
  await sample.openProfile();
  await sample.expectProfile(visitor.address);
  const issued = await sample.issuedAt();
  const open = gate.shut();

  await until(issued, ttl + 1);
  await sample.open('/profile');
  await sample.expectProfile(visitor.address);
  open();
  await sample.open('/profile');
  await sample.expectProfile(visitor.address);
  expect((await sample.issuedAt()).getTime()).toBeGreaterThan(issued.getTime());
});

test('a sign-out while Logto is away says what it left open', {
  tag: ['@trap:reachable-logto', '@trap:problems'],
}, async ({ sample, visitor, gate }) => {
  await visitor.register(sample);
  const open = gate.shut();
  await sample.signOut();
  await expect(sample.alert).toContainText('Logto does not answer');
  await expect(sample.alert).toContainText('You are signed out of this application');

  open();
  await sample.alert.getByRole('button', { name: 'Sign out' }).click();
  await sample.expectSignedOut();
});

test('a sign-out revokes the refresh token', { tag: '@trap:revocation' }, async ({
  sample,
  visitor,
  request,
  stack,
  sampleName,
  gate,
}) => {
  await visitor.register(sample);
  const [, refresh_token = ''] = /.*"refresh_token":"([^"]+)"/s.exec(gate.traffic) ?? [];
  expect(refresh_token).not.toBe('');
  await sample.signOut();
  await sample.expectSignedOut();

  const { appId, appSecret } = startedSample(stack, sampleName).placeholders;
  const answer = await request.post(`${stack.logto}/oidc/token`, {
    headers: { authorization: `Basic ${btoa(`${appId}:${appSecret}`)}` },
    form: { grant_type: 'refresh_token', refresh_token },
  });
  expect(await answer.json()).toMatchObject({ error: 'invalid_grant' });
});

test('Logto is asked once how it is set up', { tag: '@trap:one-discovery' }, async ({
  sample,
  logto,
  gate,
}) => {
  for (let times = 0; times < 2; times += 1) {
    await sample.open();
    await sample.signIn();
    await logto.expectSignIn();
  }
  expect(gate.traffic.split('GET /oidc/.well-known/openid-configuration').length - 1).toBe(1);
});
