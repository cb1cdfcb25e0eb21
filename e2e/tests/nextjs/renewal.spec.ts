import { expect } from '../../src/fixtures.ts';
import { isPossible, test, ttl } from '../../src/gated.ts';
import { setRefreshTokenTtl } from '../../src/management.ts';
import { startedSample } from '../../src/stack-addresses.ts';
import { until } from '../../src/until.ts';

test.describe.configure({ mode: 'serial', timeout: 90_000 });
test.skip(!isPossible, 'only the emulator can give access tokens that live for seconds');

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

test('a browser that never saw the new cookie keeps its session', {
  tag: '@trap:joined-renewals',
}, async ({ sample, visitor, context, stack, sampleName }) => {
  // Logto replaces the refresh token of such an application in the last third of its life.
  const { appId } = startedSample(stack, sampleName).placeholders;
  await setRefreshTokenTtl(stack.access, appId, 18);
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
