import { expect, test } from '../../src/fixtures.ts';
import { takeRole } from '../../src/management.ts';

const tag = '@trap:protected-api';

test('the profile shows what the API has for those who may read it', { tag }, async ({
  sample,
  visitor,
  page,
}) => {
  await visitor.register(sample);
  const answer = page.waitForResponse('**/api/notes');
  await sample.openProfile();
  expect((await answer).status()).toBe(200);
  const notes = sample.main.getByRole('region', { name: 'Notes' });
  await expect(notes.getByRole('listitem')).toHaveCount(2);
  await expect(notes.getByText('The API accepts the access token')).toBeVisible();
});

test('without the role, the profile does not ask', { tag }, async ({
  sample,
  logto,
  visitor,
  stack,
}) => {
  await visitor.register(sample);
  await takeRole(stack.access, visitor.address, 'note-reader');
  await sample.signOut();
  await sample.expectSignedOut();
  await sample.signIn();
  await logto.signInWith(visitor.address);
  await logto.enterCode(await visitor.readCode());
  await sample.expectSignedIn(visitor.address);
  await sample.openProfile();
  await expect(sample.main.getByText('Your account may not read notes.')).toBeVisible();
});
