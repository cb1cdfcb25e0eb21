import { samples } from '@dm-kit/samples';
import { startStack } from '@dm-kit/stack';
import { test as base, expect } from '../../src/fixtures.ts';
import { Gate } from '../../src/gate.ts';
import { setRefreshTokenTtl } from '../../src/management.ts';
import { addressesOf, type StackAddresses, startedSample } from '../../src/stack-addresses.ts';

/** Seconds that an access token lives; half of it is over after 8. */
const ttl = 16;

interface OwnStack {
  addresses: StackAddresses;
  /** Between the sample's server and Logto. */
  gate: Gate;
}

/** The same tests' fixtures, on a stack of its own: access tokens live for seconds, and Logto can be away. */
const test = base.extend<{ gate: Gate }, { own: OwnStack }>({
  own: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      await using gate = new Gate();
      const proxy = { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: await gate.open() };
      const gated = samples
        .filter(({ name }) => name === 'nextjs')
        .map((sample) => {
          const { file = '.env.local', values = {} } = sample.application.settings ?? {};
          const settings = { file, values: { ...values, ...proxy } };
          return { ...sample, application: { ...sample.application, settings } };
        });
      await using stack = await startStack({ samples: gated, ports: 'free', accessTokenTtl: ttl });
      await use({ addresses: addressesOf(stack), gate });
    },
    { scope: 'worker' },
  ],
  stack: ({ own }, use) => use(own.addresses),
  gate: ({ own }, use) => use(own.gate),
});

test.describe.configure({ mode: 'serial', timeout: 90_000 });
test.skip(
  (process.env.LOGTO_KIND ?? 'emulator') !== 'emulator',
  'only the emulator can give access tokens that live for seconds',
);

/** Waits until so many seconds have passed since then. */
function until(start: Date, seconds: number) {
  return expect
    .poll(() => Date.now(), { timeout: (seconds + 5) * 1000 })
    .toBeGreaterThan(start.getTime() + seconds * 1000);
}

test('tokens are renewed when half their life is over', { tag: '@trap:early-renewal' }, async ({
  sample,
  visitor,
}) => {
  await visitor.register(sample);
  await sample.openProfile();
  await sample.expectProfile(visitor.address);
  const issued = await sample.issuedAt();

  await until(issued, ttl / 2 + 1);
  await sample.open('/profile');
  await sample.expectProfile(visitor.address);
  const renewed = await sample.issuedAt();
  expect(renewed.getTime()).toBeGreaterThan(issued.getTime());
  expect(renewed.getTime()).toBeLessThan(issued.getTime() + ttl * 1000);
});

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

test('a browser that never saw the new cookie keeps its session', {
  tag: '@trap:joined-renewals',
}, async ({ sample, visitor, context, stack, sampleName }) => {
  // Logto replaces the refresh token of such an application in the last third of its life.
  const { appId } = startedSample(stack, sampleName).placeholders;
  await setRefreshTokenTtl(stack.access, appId, 22);
  await visitor.register(sample);
  const signedIn = new Date();
  const cookies = await context.cookies();
  await until(signedIn, ttl + 1);
  await sample.open('/profile');
  await sample.expectProfile(visitor.address);
  const renewed = new Date();
  await context.clearCookies();
  await context.addCookies(cookies);

  // Logto takes the one before for three more seconds.
  await until(renewed, 4);
  await sample.open('/profile');
  await sample.expectProfile(visitor.address);
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
