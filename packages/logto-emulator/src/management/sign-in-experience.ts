import { Hono } from 'hono';
import { z } from 'zod';
import { getConnectors } from '../connectors/index.ts';
import type { Context } from '../context.ts';
import { checkInput, readBody } from '../http/body.ts';
import { RequestError } from '../http/request-error.ts';
import type { SignInExperience } from '../store/types.ts';
import { parseEmailBlocklist } from './email-blocklist.ts';
import { assertNotEmpty, columns } from './entity.ts';
import { nextPasswordExpiration } from './password-expiration.ts';
import { queryOf } from './query.ts';
import {
  checkAdaptiveMfa,
  checkForgotPassword,
  checkMfa,
  checkSignIn,
  checkSignUp,
} from './sign-in-experience-checks.ts';
import {
  type SignInExperiencePatch,
  signInExperiencePatchGuard,
} from './sign-in-experience-guards.ts';

/** Languages of Logto's sign-in pages, one of which must be the fallback. */
const languages =
  'ar cs de en es fa-IR fr it ja ko pl-PL pt-BR pt-PT ru th tr-TR uk-UA zh-CN zh-HK zh-TW'.split(
    ' ',
  );

const queryGuard = z.object({ removeUnusedDemoSocialConnector: z.string().optional() });

/** `/sign-in-exp`: how visitors register and sign in. There is one, the tenant's. */
export function signInExperienceRoutes(context: Context): Hono {
  const { store } = context;
  return new Hono()
    .get('/sign-in-exp', (c) => c.json(store.signInExperience))
    .patch('/sign-in-exp', async (c) => {
      checkInput('query', queryGuard, queryOf(c));
      const patch = await readBody(c, signInExperiencePatchGuard);
      const changes = await resolvePatch(context, patch);
      assertNotEmpty(changes);
      return c.json(store.signInExperiences.update('default', changes));
    });
}

/** Checks a change in Logto's order, and gives what is to be stored. */
async function resolvePatch(
  context: Context,
  patch: SignInExperiencePatch,
): Promise<Partial<SignInExperience>> {
  const current = context.store.signInExperience;
  const { signUp, signIn, mfa, adaptiveMfa, languageInfo, emailBlocklistPolicy } = patch;
  assertProfileFields(patch.signUpProfileFields);
  if (languageInfo && !languages.includes(languageInfo.fallbackLanguage)) {
    throw new RequestError({
      code: 'sign_in_experiences.unsupported_default_language',
      language: languageInfo.fallbackLanguage,
    });
  }
  assertUsernamesDistinct(context, patch.usernamePolicy?.caseSensitive);

  const connectors = await getConnectors(context);
  const currentMfa = current.mfa as { factors: string[]; policy: string };
  if (signUp) checkSignUp(signUp as SignInExperience['signUp'], connectors);
  if (signIn) {
    const effective = (signUp ?? current.signUp) as SignInExperience['signUp'];
    checkSignIn(signIn, effective, connectors, mfa ?? currentMfa);
  }
  if (mfa) checkMfa(mfa, signIn ?? current.signIn);
  checkAdaptiveMfa({ mfa, adaptiveMfa }, { mfa: currentMfa, adaptiveMfa: current.adaptiveMfa });
  if (patch.forgotPasswordMethods) checkForgotPassword(patch.forgotPasswordMethods, connectors);
  const passwordExpiration = nextPasswordExpiration(context, patch, connectors);
  if (patch.hideLogtoBranding) {
    throw invalidInput('Hide Logto branding is not supported in this environment');
  }
  if (patch.customUiCsp?.scriptSrc?.length || patch.customUiCsp?.connectSrc?.length) {
    throw invalidInput('Custom UI CSP configuration is not available');
  }

  return columns({
    ...patch,
    adaptiveMfa:
      mfa && mfa.factors.length === 0 ? (adaptiveMfa ?? { enabled: false }) : adaptiveMfa,
    // Targets without a social connector are dropped, and the emulator has no social connectors.
    socialSignInConnectorTargets: patch.socialSignInConnectorTargets && [],
    emailBlocklistPolicy: emailBlocklistPolicy && parseEmailBlocklist(emailBlocklistPolicy),
    passwordExpiration: patch.passwordExpiration && passwordExpiration,
  }) as Partial<SignInExperience>;
}

function assertProfileFields(fields: { name: string }[] | null | undefined) {
  if (!fields || fields.length === 0) return;
  // The catalogue of custom profile fields has no route here, so none of them exists.
  throw new RequestError({
    code: 'custom_profile_fields.entity_not_exists_with_names',
    names: [...new Set(fields.map(({ name }) => name))].join(', '),
  });
}

/** Names that differ in case only would become one. */
function assertUsernamesDistinct({ store }: Context, caseSensitive: boolean | undefined) {
  if (caseSensitive !== false || store.signInExperience.usernamePolicy.caseSensitive === false)
    return;
  const idsByName = new Map<string, string[]>();
  for (const { id, username } of store.users.list()) {
    if (username === null) continue;
    const name = username.toLowerCase();
    idsByName.set(name, [...(idsByName.get(name) ?? []), id]);
  }
  const conflicts = [...idsByName].filter(([, ids]) => ids.length > 1);
  if (conflicts.length === 0) return;
  const samples = conflicts
    .slice(0, 20)
    .map(([usernameLower, userIds]) => ({ usernameLower, userIds }));
  throw new RequestError(
    { code: 'sign_in_experiences.username_policy_case_conflicts_exist', status: 409 },
    { totalConflicts: conflicts.length, samples },
  );
}

function invalidInput(details: string): RequestError {
  return new RequestError({ code: 'request.invalid_input', details });
}
