import { expect } from '../../src/fixtures.ts';
import { deleteUser } from '../../src/management.ts';
import { Sample } from '../../src/pages/sample.ts';
import { signInsOf, test, untilExpired } from '../../src/short-lived.ts';

test('an access token that expired while the page was closed is renewed', async ({
  sample,
  visitor,
}) => {
  await visitor.register(sample);
  const signIns = signInsOf(sample);
  await sample.openProfile();
  await sample.expectProfile(visitor.address);
  const issued = await sample.issuedAt();
  // Away from the sample: an open page may renew by itself.
  await sample.page.goto('about:blank');

  await untilExpired(issued);
  await sample.open('/profile');
  await sample.expectProfile(visitor.address);
  expect((await sample.issuedAt()).getTime()).toBeGreaterThan(issued.getTime());
  expect(signIns()).toBe(0);
});

test('access tokens that expire are renewed, in three tabs at once', {
  tag: ['@trap:angular/tab-storage', '@trap:nextjs/one-renewal'],
}, async ({ sample, visitor, context }) => {
  // Three pages each round, on two cores.
  test.slow();
  await visitor.register(sample);
  // A page that is open looks every few seconds whether to renew. These tokens live for seconds, too, and what is
  // under way when a page is left is lost: only a page that opens renews here.
  await context.addInitScript(() => {
    Object.assign(window, { setInterval: () => 0 });
  });
  const tabs = [sample];
  for (let more = 0; more < 2; more += 1) {
    tabs.push(new Sample(await context.newPage(), sample.name, sample.url));
  }
  const signIns = tabs.map(signInsOf);
  const openAll = async () => {
    await Promise.all(tabs.map((tab) => tab.open('/profile')));
    await Promise.all(tabs.map((tab) => tab.expectProfile(visitor.address)));
    const issued = await Promise.all(tabs.map((tab) => tab.issuedAt()));
    // Away from the sample, so that every tab finds the same expired token when it comes back.
    await Promise.all(tabs.map((tab) => tab.page.goto('about:blank')));
    return new Date(Math.min(...issued.map((time) => time.getTime())));
  };

  let issued = await openAll();
  for (let round = 0; round < 2; round += 1) {
    await untilExpired(issued);
    const renewed = await openAll();
    expect(renewed.getTime()).toBeGreaterThan(issued.getTime());
    issued = renewed;
  }
  expect(signIns.map((count) => count())).toEqual([0, 0, 0]);
});

test('a session that Logto no longer renews ends, and the visitor is told', {
  tag: '@trap:problems',
}, async ({ sample, logto, visitor, stack }) => {
  await visitor.register(sample);
  await sample.openProfile();
  await sample.expectProfile(visitor.address);
  const issued = await sample.issuedAt();
  // Away from the sample: an open page may notice by itself, and only once.
  await sample.page.goto('about:blank');
  await deleteUser(stack.access, visitor.address);

  await untilExpired(issued);
  await sample.open('/profile');
  await sample.expectError('Your session has ended');
  await sample.alert.getByRole('button', { name: 'Try again' }).click();
  await logto.expectSignIn();
});
