import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorizationUrl, createPkce } from '../support/authorize.ts';
import { openTenant, redirectUri, type Tenant } from '../support/tenant.ts';
import { look, readScreens, type Screen, withoutChance } from './screen.ts';
import { launchBrowser, openVisitor, type Visitor } from './visitor.ts';

const label = 'magic link of another account than the one signed in';
/** The addresses that were recorded: who is signed in, and whose link is followed. */
const ada = 'switch1795557862130@example.com';
const grace = 'other1795557862130@example.com';

let browser: Browser;
let tenant: Tenant & AsyncDisposable;
let visitor: Visitor;
beforeAll(async () => {
  [browser, tenant] = await Promise.all([launchBrowser(), openTenant()]);
  visitor = await openVisitor(browser, tenant);
  // The application: says nothing, and is there.
  await visitor.page.route(`${redirectUri}**`, (route) =>
    route.fulfill({ body: 'The application' }),
  );
  await visitor.start({ first_screen: 'register' });
  await visitor.enterAddress(ada);
  await untilBack(() => visitor.typeCode(() => tenant.mailbox.codeFor(ada)));
}, 60_000);
afterAll(async () => {
  await browser.close();
  await tenant[Symbol.asyncDispose]();
});

async function api<T>(method: string, path: string, body?: object): Promise<T> {
  return (await (await tenant.api(method, path, body)).json()) as T;
}

/** Does something that leads back to the application, and waits for that. */
async function untilBack(lead: () => Promise<void>): Promise<void> {
  const back = visitor.page.waitForRequest((request) => request.url().startsWith(redirectUri));
  await lead();
  await back;
}

/** Follows a link in the browser in which Ada is signed in. */
async function follow(token: string, email: string): Promise<void> {
  const { challenge } = createPkce();
  const parameters = { one_time_token: token, login_hint: email };
  // A page that leads on at once is left before it has loaded.
  await visitor.page.goto(authorizationUrl(tenant, challenge, parameters)).catch(() => undefined);
}

async function createToken(email: string, context: object = {}): Promise<string> {
  return (await api<{ token: string }>('POST', '/one-time-tokens', { email, context })).token;
}

test("one's own link invites who is signed in, at once", async () => {
  const { id } = await api<{ id: string }>('POST', '/organizations', { name: 'Team' });
  const token = await createToken(ada, { jitOrganizationIds: [id] });
  await untilBack(() => follow(token, ada));
  const members = await api<{ primaryEmail: string }[]>('GET', `/organizations/${id}/users`);
  expect(members.map(({ primaryEmail }) => primaryEmail)).toEqual([ada]);
});

test("somebody else's link asks first, and then signs them in", async () => {
  const { page } = visitor;
  const token = await createToken(grace);
  await follow(token, grace);
  await page.getByText('Back to current account').waitFor();
  const [user] = await api<{ id: string }[]>(
    'GET',
    `/users?search.primaryEmail=${encodeURIComponent(ada)}`,
  );
  const inThisRun = (screen: Screen): Screen =>
    JSON.parse(
      JSON.stringify(withoutChance(screen))
        .replaceAll(/one_time_token=\w+/g, 'one_time_token=TOKEN')
        .replaceAll('ig5bgsn50jjh', user?.id ?? ''),
    );
  const recorded = readScreens('logto-1.42/ui-screens-switch-account.json').get(label) as Screen;
  expect(inThisRun(await look(page))).toEqual(inThisRun(recorded));
  expect((await api<{ status: string }[]>('GET', '/one-time-tokens'))[0]?.status).toBe('active');

  await untilBack(() => page.getByRole('button', { name: `Continue as ${grace}` }).click());
  const signedIn = await api<{ primaryEmail: string; lastSignInAt: number }[]>('GET', '/users');
  signedIn.sort((a, b) => b.lastSignInAt - a.lastSignInAt);
  expect(signedIn[0]?.primaryEmail).toBe(grace);
  // Used up, and it is Grace who is signed in by now.
  await untilBack(() => follow(token, grace));
});

test('a link that is no good is said to be, whoever is signed in', async () => {
  await follow('nope', grace);
  await visitor.page.getByText('Token nope not found.').waitFor();
  await follow(await createToken('eve@example.com'), grace);
  await visitor.page.getByText('Email mismatch with given token.').waitFor();
});
