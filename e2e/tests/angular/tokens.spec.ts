import { expect, test } from '../../src/fixtures.ts';
import { startedSample } from '../../src/stack-addresses.ts';

test('a sign-out revokes the refresh token', { tag: '@trap:revocation' }, async ({
  sample,
  visitor,
  page,
  stack,
  request,
  sampleName,
}) => {
  await visitor.register(sample);
  const stored = await page.evaluate(() =>
    [...Object.values(localStorage), ...Object.values(sessionStorage)].join(),
  );
  const [, refresh_token = ''] = /"refresh_token":"([^"]+)"/.exec(stored) ?? [];
  expect(refresh_token).not.toBe('');
  await sample.signOut();
  await sample.expectSignedOut();

  const { appId } = startedSample(stack, sampleName).placeholders;
  const answer = await request.post(`${stack.logto}/oidc/token`, {
    form: { grant_type: 'refresh_token', refresh_token, client_id: appId },
  });
  expect(answer.status()).toBe(400);
  expect(await answer.json()).toMatchObject({ error: 'invalid_grant' });
});
