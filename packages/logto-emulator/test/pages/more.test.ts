import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClock } from '../../src/clock.ts';
import { openTenant, type Tenant, usernamePasswords } from '../support/tenant.ts';
import { look, readScreens, type Screen, withoutChance } from './screen.ts';
import { launchBrowser, openVisitor } from './visitor.ts';

const recorded = readScreens('logto-1.42/ui-screens-more.json');
/** The addresses that were recorded. */
const address = 'link1795536824363@example.com';

const clock = createClock();
let browser: Browser;
let tenant: Tenant & AsyncDisposable;
beforeAll(async () => {
  [browser, tenant] = await Promise.all([launchBrowser(), openTenant({ clock })]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await tenant[Symbol.asyncDispose]();
});

async function createToken(body: object = {}): Promise<string> {
  const answer = await tenant.api('POST', '/one-time-tokens', { email: address, ...body });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { token: string }).token;
}

/** Opens a link as it stands in an application's mail. */
async function follow(token: string, email = address) {
  const visitor = await openVisitor(browser, tenant);
  const parameters = { one_time_token: token, login_hint: email };
  // A link that works is left again before anything of it can be looked at.
  const start = visitor.start(parameters).catch(() => undefined);
  return { ...visitor, opened: start };
}

async function expectRecorded(
  { page }: Awaited<ReturnType<typeof openVisitor>>,
  label: string,
): Promise<void> {
  const { requests, ...screen } = recorded.get(label) as Screen & { requests?: unknown };
  expect(withoutChance(await look(page))).toEqual(withoutChance(screen));
}

test('a link creates the account, and works once', async () => {
  const token = await createToken();
  const first = await follow(token);
  expect((await first.untilRedirected()).searchParams.has('code')).toBe(true);
  const second = await follow(token);
  await second.page.waitForURL(/one-time-token\/error/);
  await second.page.getByText('Invalid link').waitFor();
  await expectRecorded(second, 'magic link used again');
});

test('a link signs in who has an account', async () => {
  const link = await follow(await createToken());
  expect((await link.untilRedirected()).searchParams.has('code')).toBe(true);
});

test.each([
  ['magic link, other address', undefined, 'eve1795536845600@example.com'],
  ['magic link, unknown token', 'nope', address],
])('%s', async (label, token, email) => {
  const link = await follow(token ?? (await createToken()), email);
  await link.page.waitForURL(/one-time-token\/error/);
  await link.page.getByText('Invalid link').waitFor();
  await expectRecorded(link, label);
});

test('magic link, expired', async () => {
  const token = await createToken({ expiresIn: 60 });
  clock.advance(61_000);
  const link = await follow(token);
  await link.page.waitForURL(/one-time-token\/error/);
  await link.page.getByText('Invalid link').waitFor();
  await expectRecorded(link, 'magic link, expired');
});

test('a link registers where registration is off, and nobody else does', async () => {
  await tenant.api('PATCH', '/sign-in-exp', { signInMode: 'SignIn' });
  const email = 'new1795536854176@example.com';
  const link = await follow(await createToken({ email }), email);
  expect((await link.untilRedirected()).searchParams.has('code')).toBe(true);
  await tenant.api('PATCH', '/sign-in-exp', { signInMode: 'SignInAndRegister' });
});

test('a suspended account ends on its page', async () => {
  const email = 'suspended@example.com';
  const user = await tenant.api('POST', '/users', { primaryEmail: email });
  const { id } = (await user.json()) as { id: string };
  await tenant.api('PATCH', `/users/${id}/is-suspended`, { isSuspended: true });
  const visitor = await openVisitor(browser, tenant);
  await visitor.start();
  await visitor.enterAddress(email);
  await visitor.typeCode(() => tenant.mailbox.codeFor(email));
  await visitor.page.waitForURL(/account-suspended/);
  await expectRecorded(visitor, 'sign-in of a suspended account');
});

test('an address that is not allowed is refused below its field', async () => {
  await tenant.api('PATCH', '/sign-in-exp', {
    emailBlocklistPolicy: { customBlocklist: ['@blocked.example'] },
  });
  const visitor = await openVisitor(browser, tenant);
  await visitor.start({ first_screen: 'register' });
  await visitor.page.locator('[name=identifier]').fill('x@blocked.example');
  await visitor.page.keyboard.press('Enter');
  await visitor.page.getByRole('alert').waitFor();
  await expectRecorded(visitor, 'register: blocked address');
});

describe('a second factor by e-mail', () => {
  const password = 'Nn2@another-horse';
  /** The addresses that were recorded. */
  const email = 'mfa1795536868289@example.com';
  const linked = 'bind1795536882181@example.com';

  async function passwordOnly(username: string, primaryEmail?: string) {
    await tenant.api('PATCH', '/sign-in-exp', {
      ...usernamePasswords,
      mfa: { policy: 'Mandatory', factors: ['EmailVerificationCode'] },
      forgotPasswordMethods: [],
    });
    await tenant.api('POST', '/users', { username, password, primaryEmail });
    const visitor = await openVisitor(browser, tenant);
    await visitor.start();
    await visitor.page.locator('[name=identifier]').fill(username);
    await visitor.page.locator('[name=password]').fill(password);
    await visitor.page.locator('[name=submit]').click();
    return visitor;
  }

  test('is asked for after the password', async () => {
    const visitor = await passwordOnly('mfa', email);
    const { page } = visitor;
    await page.waitForURL(/mfa-verification/);
    await expectRecorded(visitor, 'MFA by e-mail: after the password');
    expect(tenant.mailbox.messages.at(-1)).toMatchObject({ to: email, type: 'MfaVerification' });
    await page.locator('[name=mfaCode_0]').focus();
    await page.keyboard.type('000000');
    await page.getByRole('alert').waitFor();
    await page.locator('[name=mfaCode_5]').focus();
    for (let count = 0; count < 7; count += 1) {
      await page.keyboard.press('Backspace');
    }
    await page.keyboard.type(tenant.mailbox.codeFor(email));
    expect((await visitor.untilRedirected()).searchParams.has('code')).toBe(true);
  });

  test('is added to an account without an address', async () => {
    const visitor = await passwordOnly('bind');
    const { page } = visitor;
    await page.waitForURL(/mfa-binding/);
    await expectRecorded(visitor, 'MFA by e-mail: account without an address');
    await visitor.enterAddress(linked);
    await page.locator('[name=passcode_0]').waitFor();
    await expectRecorded(visitor, 'MFA by e-mail: code sent to the new address');
    expect(tenant.mailbox.messages.at(-1)).toMatchObject({ to: linked, type: 'BindMfa' });
    await visitor.typeCode(() => tenant.mailbox.codeFor(linked));
    expect((await visitor.untilRedirected()).searchParams.has('code')).toBe(true);
  });
});
