import type { LoadedConnector } from '../../connectors/index.ts';
import { RequestError } from '../../http/request-error.ts';
import type { SignInExperience } from '../../store/types.ts';
import { isForgotPasswordAvailable } from './forgot-password.ts';

type SignUp = SignInExperience['signUp'];
type SignIn = SignInExperience['signIn'];
interface Mfa {
  factors: string[];
  policy: string;
}

const prefix = 'sign_in_experiences';

function assert(condition: unknown, code: string, values: Record<string, unknown> = {}) {
  if (!condition) {
    throw new RequestError({ code: `${prefix}.${code}`, ...values });
  }
}

function assertConnector(connectors: readonly LoadedConnector[], type: 'Email' | 'Sms') {
  const exists = connectors.some(({ factory }) => factory.type === type);
  assert(exists, 'enabled_connector_not_found', { type });
}

/** Whether what a visitor registers with makes sense, and can be verified with the connectors there are. */
export function checkSignUp(signUp: SignUp, connectors: readonly LoadedConnector[]): void {
  const { identifiers, secondaryIdentifiers = [], verify } = signUp;
  const primary = new Set<string>(identifiers);
  const secondary = new Set<string>(secondaryIdentifiers.map(({ identifier }) => identifier));
  assert(secondary.size === 0 || primary.size > 0, 'missing_sign_up_identifiers');

  const isDistinct =
    primary.size === identifiers.length && secondary.size === secondaryIdentifiers.length;
  assert(isDistinct, 'duplicated_sign_up_identifiers');
  for (const identifier of secondary) {
    const same = identifier === 'emailOrPhone' ? ['email', 'phone'] : [identifier];
    assert(!same.some((name) => primary.has(name)), 'duplicated_sign_up_identifiers');
  }

  const all = [...primary, ...secondary];
  assert(verify || all.every((name) => name === 'username'), 'passwordless_requires_verify');
  for (const item of secondaryIdentifiers) {
    assert(item.identifier === 'username' || item.verify, 'passwordless_requires_verify');
  }
  const asks = (name: string) => all.includes(name) || all.includes('emailOrPhone');
  if (asks('email')) {
    assertConnector(connectors, 'Email');
  }
  if (asks('phone')) {
    assertConnector(connectors, 'Sms');
  }
}

/** Whether the ways to sign in have a factor each, and suit registration, connectors and MFA. */
export function checkSignIn(
  { methods }: SignIn,
  signUp: SignUp,
  connectors: readonly LoadedConnector[],
  mfa: Mfa,
): void {
  const byCode = (name: string) =>
    methods.some(({ identifier, verificationCode }) => verificationCode && identifier === name);
  if (byCode('email')) {
    assertConnector(connectors, 'Email');
  }
  if (byCode('phone')) {
    assertConnector(connectors, 'Sms');
  }
  assert(
    methods.every(({ password, verificationCode }) => password || verificationCode),
    'at_least_one_authentication_factor',
  );
  if (signUp.verify && !signUp.password) {
    assert(
      methods.every(
        ({ identifier, verificationCode }) => verificationCode || identifier === 'username',
      ),
      'code_sign_in_must_be_enabled',
    );
  }
  for (const [name, factor] of codeFactors) {
    const conflicts = byCode(name) && mfa.factors.includes(factor);
    assert(!conflicts, `${name}_verification_code_cannot_be_used_for_sign_in`);
  }
}

const codeFactors = [
  ['email', 'EmailVerificationCode'],
  ['phone', 'PhoneVerificationCode'],
] as const;

/** Whether the factors of MFA are distinct, more than backup codes, and not already the first factor. */
export function checkMfa({ factors }: Mfa, { methods }: SignIn): void {
  assert(new Set(factors).size === factors.length, 'duplicated_mfa_factors');
  const onlyBackup = factors.includes('BackupCode') && factors.length === 1;
  assert(!onlyBackup, 'backup_code_cannot_be_enabled_alone');
  for (const [name, factor] of codeFactors) {
    const isFirstFactor = methods.some(
      ({ identifier, verificationCode }) => identifier === name && verificationCode,
    );
    const conflicts = factors.includes(factor) && isFirstFactor;
    assert(!conflicts, `${name}_verification_code_cannot_be_used_for_mfa`);
  }
}

const mandatory = ['PromptAtSignInAndSignUpMandatory', 'PromptOnlyAtSignInMandatory'];

/** Whether the prompts of MFA suit adaptive MFA being on or off. */
export function checkAdaptiveMfa(
  patch: { mfa?: Mfa | undefined; adaptiveMfa?: { enabled?: boolean | undefined } | undefined },
  current: { mfa: Mfa; adaptiveMfa: { enabled?: boolean } },
): void {
  const mfa = patch.mfa ?? current.mfa;
  const enabled =
    patch.adaptiveMfa === undefined
      ? patch.mfa && patch.mfa.factors.length > 0
        ? Boolean(current.adaptiveMfa.enabled)
        : undefined
      : patch.adaptiveMfa.enabled;
  if (enabled === undefined) {
    return;
  }
  const status = 422;
  if (!enabled) {
    const skippable = !mandatory.includes(mfa.policy);
    assert(skippable, 'non_adaptive_mfa_requires_skippable_policy', { status });
    return;
  }
  assert(mfa.factors.length > 0, 'adaptive_mfa_requires_mfa', { status });
  const policyFits = mandatory.includes(mfa.policy);
  assert(policyFits, 'adaptive_mfa_requires_non_skippable_policy', { status });
}

/** Whether each way to replace a forgotten password has its connector. */
export function checkForgotPassword(
  methods: readonly string[],
  connectors: readonly LoadedConnector[],
): void {
  const available = isForgotPasswordAvailable(connectors, methods);
  for (const method of methods) {
    const [works, name] =
      method === 'EmailVerificationCode' ? [available.email, 'email'] : [available.phone, 'sms'];
    assert(works, 'forgot_password_method_requires_connector', { method: name });
  }
}
