import { startStack } from '@dm-kit/stack';
import { test as base, expect } from '../../src/fixtures.ts';
import { deleteUser } from '../../src/management.ts';
import { Sample } from '../../src/pages/sample.ts';
import { addressesOf, type StackAddresses } from '../../src/stack-addresses.ts';

const ttlSeconds = 4;

/** Waits until an access token has expired. */
function untilAfter(expiry: Date) {
  return expect
    .poll(() => Date.now(), { timeout: 2 * ttlSeconds * 1000 })
    .toBeGreaterThan(expiry.getTime());
}

/** The same tests' fixtures, on a stack of its own whose access tokens live for seconds. */
const test = base.extend<object, { shortLived: StackAddresses }>({
  shortLived: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      await using stack = await startStack({ ports: 'free', accessTokenTtl: ttlSeconds });
      await use(addressesOf(stack));
    },
    { scope: 'worker' },
  ],
  stack: ({ shortLived }, use) => use(shortLived),
});

test.skip(
  (process.env.LOGTO_KIND ?? 'emulator') !== 'emulator',
  'only the emulator can give access tokens that live for seconds',
);

test('access tokens that expire are renewed, in three tabs at once', async ({
  sample,
  visitor,
  context,
}) => {
  await visitor.register(sample);
  const tabs = [sample];
  for (let more = 0; more < 2; more += 1) {
    tabs.push(new Sample(await context.newPage(), sample.name, sample.url));
  }
  const openAll = async () => {
    await Promise.all(tabs.map((tab) => tab.open('/profile')));
    await Promise.all(tabs.map((tab) => tab.expectProfile(visitor.address)));
    return sample.accessTokenExpiry();
  };

  let expiry = await openAll();
  for (let round = 0; round < 2; round += 1) {
    await untilAfter(expiry);
    // Every tab finds the same expired token, and asks for a new one at the same time.
    const renewed = await openAll();
    expect(renewed.getTime()).toBeGreaterThan(expiry.getTime());
    expiry = renewed;
  }

  await sample.signOut();
  await sample.expectSignedOut();
});

test('a session that Logto no longer renews ends, and the visitor is told', async ({
  sample,
  logto,
  visitor,
  stack,
}) => {
  await visitor.register(sample);
  await sample.openProfile();
  await sample.expectProfile(visitor.address);
  const expiry = await sample.accessTokenExpiry();
  // Away from the sample: an open page may notice by itself, and only once.
  await sample.page.goto('about:blank');
  await deleteUser(stack.access, visitor.address);

  await untilAfter(expiry);
  await sample.open('/profile');
  await sample.expectError('Your session has ended');
  await sample.alert.getByRole('button', { name: 'Try again' }).click();
  await logto.expectSignIn();
});
