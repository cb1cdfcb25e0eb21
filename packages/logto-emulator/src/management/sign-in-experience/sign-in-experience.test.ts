import { expect, test } from 'vitest';
import { createTestPackages } from '../../../test/support/connector-packages.ts';
import { createTestClient } from '../../../test/support/management-client.ts';

/** A client whose tenant has an e-mail connector, or none. */
async function createClient(withConnector = true) {
  await using packages = await createTestPackages();
  const client = await createTestClient([await packages.add()]);
  await client.context.connectorFactories();
  if (withConnector) {
    await client.call('POST', '/connectors', { connectorId: 'test', config: { token: 't' } });
  }
  const patch = (json: unknown) => client.call('PATCH', '/sign-in-exp', json);
  return { ...client, patch, code: async (json: unknown) => (await patch(json)).body.code };
}

function method(identifier: string, password: boolean, verificationCode: boolean) {
  return {
    identifier,
    password,
    verificationCode,
    isPasswordPrimary: false,
  };
}
const emailCode = {
  signUp: { identifiers: ['email'], password: false, verify: true },
  signIn: { methods: [method('email', false, true)] },
};
function codeOf(name: string) {
  return `sign_in_experiences.${name}`;
}

test('the sign-in experience takes e-mail codes when there is a connector', async () => {
  const { call, patch } = await createClient();
  const before = (await call('GET', '/sign-in-exp')).body;
  const { status, body } = await patch(emailCode);
  expect(status).toBe(200);
  expect(body).toEqual({ ...before, ...emailCode });
  expect((await call('GET', '/sign-in-exp')).body).toEqual(body);
});

test('without a connector, nothing that sends can be turned on', async () => {
  const { patch, code } = await createClient(false);
  expect(await patch({ signUp: emailCode.signUp })).toMatchObject({
    status: 400,
    body: {
      code: codeOf('enabled_connector_not_found'),
      message: 'Enabled Email connector not found.',
    },
  });
  expect(await code({ signIn: emailCode.signIn })).toBe(codeOf('enabled_connector_not_found'));
  expect(await code({ forgotPasswordMethods: ['EmailVerificationCode'] })).toBe(
    codeOf('forgot_password_method_requires_connector'),
  );
});

test.each([
  ['passwordless_requires_verify', { identifiers: ['email'], password: false, verify: false }],
  ['enabled_connector_not_found', { identifiers: ['phone'], password: false, verify: true }],
  [
    'duplicated_sign_up_identifiers',
    { identifiers: ['email', 'email'], password: false, verify: true },
  ],
  [
    'duplicated_sign_up_identifiers',
    {
      identifiers: ['email'],
      password: false,
      verify: true,
      secondaryIdentifiers: [{ identifier: 'emailOrPhone', verify: true }],
    },
  ],
  [
    'missing_sign_up_identifiers',
    {
      identifiers: [],
      password: false,
      verify: true,
      secondaryIdentifiers: [{ identifier: 'email', verify: true }],
    },
  ],
  [
    'passwordless_requires_verify',
    {
      identifiers: ['username'],
      password: true,
      verify: true,
      secondaryIdentifiers: [{ identifier: 'email' }],
    },
  ],
])('%s: %j', async (name, signUp) => {
  const { code } = await createClient();
  expect(await code({ signUp })).toBe(codeOf(name));
});

test('each way to sign in has a factor, and a code where registration asks for no password', async () => {
  const { patch, code } = await createClient();
  expect(await code({ signIn: { methods: [method('email', false, false)] } })).toBe(
    codeOf('at_least_one_authentication_factor'),
  );
  await patch(emailCode);
  expect(await code({ signIn: { methods: [method('email', true, false)] } })).toBe(
    codeOf('code_sign_in_must_be_enabled'),
  );
});

test('MFA and sign-in do not take the same code', async () => {
  const { patch, code } = await createClient();
  const mfa = { factors: ['EmailVerificationCode'], policy: 'UserControlled' };
  expect((await patch({ mfa })).status).toBe(200);
  expect(await code({ signIn: emailCode.signIn })).toBe(
    codeOf('email_verification_code_cannot_be_used_for_sign_in'),
  );
  await patch({ mfa: { factors: [], policy: 'UserControlled' } });
  await patch(emailCode);
  expect(await code({ mfa })).toBe(codeOf('email_verification_code_cannot_be_used_for_mfa'));
});

test.each([
  ['duplicated_mfa_factors', { mfa: { factors: ['Totp', 'Totp'], policy: 'NoPrompt' } }],
  ['backup_code_cannot_be_enabled_alone', { mfa: { factors: ['BackupCode'], policy: 'NoPrompt' } }],
  ['adaptive_mfa_requires_mfa', { adaptiveMfa: { enabled: true } }],
  [
    'adaptive_mfa_requires_non_skippable_policy',
    { mfa: { factors: ['Totp'], policy: 'NoPrompt' }, adaptiveMfa: { enabled: true } },
  ],
  [
    'non_adaptive_mfa_requires_skippable_policy',
    { mfa: { factors: ['Totp'], policy: 'PromptOnlyAtSignInMandatory' } },
  ],
  ['password_expiration_invalid_period_days', { passwordExpiration: { enabled: true } }],
  [
    'password_expiration_requires_forgot_password',
    { passwordExpiration: { enabled: true, validPeriodDays: 3 } },
  ],
  [
    'unsupported_default_language',
    { languageInfo: { autoDetect: true, fallbackLanguage: 'af-ZA' } },
  ],
  ['invalid_custom_email_blocklist_format', { emailBlocklistPolicy: { customBlocklist: ['x'] } }],
])('%s', async (name, json) => {
  const { code } = await createClient();
  const answered = await code(json);
  // The union of the guard refuses it before the check does.
  const byGuard = name === 'password_expiration_invalid_period_days';
  expect(answered).toBe(byGuard ? 'guard.invalid_input' : codeOf(name));
});

test('the time since when passwords expire is the server’s', async () => {
  const { patch, clock } = await createClient();
  const start = clock.now().getTime();
  const on = (validPeriodDays: number) =>
    patch({
      forgotPasswordMethods: ['EmailVerificationCode'],
      passwordExpiration: { enabled: true, validPeriodDays, enabledAt: 5 },
    });
  expect((await on(3)).body.passwordExpiration).toEqual({
    enabled: true,
    validPeriodDays: 3,
    enabledAt: start,
  });
  clock.advance(1000);
  expect((await on(4)).body.passwordExpiration.enabledAt).toBe(start);
});

test('what is stored is cleaned up as Logto does', async () => {
  const { patch } = await createClient();
  const { body } = await patch({
    termsOfUseUrl: '',
    socialSignInConnectorTargets: ['google'],
    passwordPolicy: { rejects: { pwned: false } },
    emailBlocklistPolicy: { customBlocklist: ['@a.co', '@a.co'] },
    customUiCsp: { scriptSrc: [] },
  });
  expect(body).toMatchObject({
    termsOfUseUrl: null,
    socialSignInConnectorTargets: [],
    passwordPolicy: {
      rejects: { pwned: false, repetitionAndSequence: true, userInfo: true, words: [] },
    },
    emailBlocklistPolicy: { customBlocklist: ['@a.co'] },
    customUiCsp: {},
  });
});

test.each([
  [{ hideLogtoBranding: true }],
  [{ customUiCsp: { scriptSrc: ['https://example.com'] } }],
  [{ emailBlocklistPolicy: { blockDisposableAddresses: true } }],
])('%j needs Logto Cloud', async (json) => {
  const { code } = await createClient();
  expect(await code(json)).toBe('request.invalid_input');
});

test('user names that differ in case keep the policy from ignoring case', async () => {
  const { call, patch } = await createClient();
  const usernamePolicy = {
    caseSensitive: false,
    minLength: 1,
    maxLength: 128,
    allowedChars: { lowercase: true, uppercase: true, numbers: true, underscore: true },
  };
  const ids = [];
  for (const username of ['ada', 'Ada', 'bob']) {
    ids.push((await call('POST', '/users', { username })).body.id);
  }
  const data = { totalConflicts: 1, samples: [{ usernameLower: 'ada', userIds: ids.slice(0, 2) }] };
  expect(await patch({ usernamePolicy })).toMatchObject({ status: 409, body: { data } });
  const path = '/sign-in-exp/username-policy/case-sensitivity-conflicts';
  expect((await call('GET', path)).body).toEqual(data);
  await call('DELETE', `/users/${ids[0]}`);
  expect((await patch({ usernamePolicy })).body).toMatchObject({ usernamePolicy });
});

test('a body that sets nothing is refused', async () => {
  const { patch } = await createClient();
  expect(await patch({})).toMatchObject({ status: 422, body: { code: 'entity.invalid_input' } });
});
