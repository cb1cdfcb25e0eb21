import { expect, test } from '../../src/fixtures.ts';
import { takeRole } from '../../src/management.ts';

test('the notes API answers those who may read notes, and nobody else', {
  tag: '@trap:protected-api',
}, async ({ sample, logto, visitor, stack, request }) => {
  expect((await request.get(`${sample.url}/api/notes`)).status()).toBe(401);

  await visitor.register(sample);
  await sample.openProfile();
  await sample.expectProfile(visitor.address);
  await expect(sample.main.getByText('Buy milk')).toBeVisible();

  await takeRole(stack.access, visitor.address, 'note-reader');
  await sample.signOut();
  await sample.expectSignedOut();
  await sample.signIn();
  await logto.signInWith(visitor.address);
  await logto.enterCode(await visitor.readCode());
  await sample.openProfile();
  await sample.expectProfile(visitor.address);
  await expect(sample.main.getByText('Your account may not read notes.')).toBeVisible();
  await expect(sample.main.getByText('Buy milk')).toHaveCount(0);
});
