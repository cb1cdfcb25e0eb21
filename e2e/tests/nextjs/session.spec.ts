import { expect, test } from '../../src/fixtures.ts';
import { Sample } from '../../src/pages/sample.ts';
import { Visitor } from '../../src/visitor.ts';

test('an open tab follows a sign-out and the next sign-in of another one', {
  tag: '@trap:follow-session',
}, async ({ sample, visitor, context, mailbox }) => {
  await visitor.register(sample);
  const tab = new Sample(await context.newPage(), sample.name, sample.url);
  await tab.open('/profile');
  await tab.expectProfile(visitor.address);

  await sample.signOut();
  await sample.expectSignedOut();
  await tab.expectSignedOut();

  const other = new Visitor(mailbox);
  await other.register(sample);
  await tab.expectSignedIn(other.address);
});

test('an answer that arrives after a sign-out does not undo it', {
  tag: '@trap:session-cookie',
}, async ({ sample, visitor, page, context }) => {
  await visitor.register(sample);
  const tab = new Sample(await context.newPage(), sample.name, sample.url);
  // The server answers while the visitor is signed in, and the browser gets it when he is not.
  await tab.page.route('**/profile', async (route) => {
    const response = await route.fetch();
    await sample.signOut();
    await sample.expectSignedOut();
    await route.fulfill({ response });
  });
  await tab.open('/profile');

  await page.reload();
  await sample.expectSignedOut();
});

test('a link to a guarded page begins one sign-in', { tag: '@trap:full-page' }, async ({
  sample,
  logto,
  page,
}) => {
  const signIns: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/oidc/auth') {
      signIns.push(request.resourceType());
    }
  });
  await sample.open();
  await sample.openProfile();
  await logto.expectSignIn();
  expect(signIns).toEqual(['document']);
});

test('the browser can ask for no token', { tag: '@trap:hidden-tokens' }, async ({
  sample,
  visitor,
  page,
}) => {
  await visitor.register(sample);
  const session = await page.request.get(`${sample.url}/api/auth/session`);
  expect(await session.json()).toMatchObject({ user: { email: visitor.address } });
  expect(await session.text()).not.toMatch(/eyJ|[Tt]oken/);

  await sample.openProfile();
  await sample.expectProfile(visitor.address);
  await page.reload();
  expect(await page.content()).not.toContain('eyJ');
});
