import { Hono } from 'hono';
import { z } from 'zod';
import { getConnectors } from '../../connectors/index.ts';
import type { Context } from '../../context.ts';
import { checkInput, readBody } from '../../http/body.ts';
import { RequestError } from '../../http/request-error.ts';
import type { SignInExperience } from '../../store/types.ts';
import { assertNotEmpty, columns } from '../common/entity.ts';
import { queryOf } from '../common/query.ts';
import { parseEmailBlocklist } from './email-blocklist.ts';
import { nextPasswordExpiration } from './password-expiration.ts';
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
import { usernameConflicts } from './username-conflicts.ts';

/** Languages of Logto's sign-in pages, one of which must be the fallback. */
const languages =
  'ar cs de en es fa-IR fr it ja ko pl-PL pt-BR pt-PT ru th tr-TR uk-UA zh-CN zh-HK zh-TW'.split(
    ' ',
  );

const conflictsGuard = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
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
    })
    .get('/sign-in-exp/username-policy/case-sensitivity-conflicts', (c) => {
      const { limit } = checkInput('query', conflictsGuard, queryOf(c));
      const conflicts = usernameConflicts(context);
      return c.json({ totalConflicts: conflicts.length, samples: conflicts.slice(0, limit) });
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
  if (signUp) {
    checkSignUp(signUp as SignInExperience['signUp'], connectors);
  }
  if (signIn) {
    const effective = (signUp ?? current.signUp) as SignInExperience['signUp'];
    checkSignIn(signIn, effective, connectors, mfa ?? currentMfa);
  }
  if (mfa) {
    checkMfa(mfa, signIn ?? current.signIn);
  }
  checkAdaptiveMfa({ mfa, adaptiveMfa }, { mfa: currentMfa, adaptiveMfa: current.adaptiveMfa });
  if (patch.forgotPasswordMethods) {
    checkForgotPassword(patch.forgotPasswordMethods, connectors);
  }
  const passwordExpiration = nextPasswordExpiration(context, patch, connectors);
  if (patch.hideLogtoBranding) {
    throw invalidInput('Hide Logto branding is not supported in this environment');
  }
  const customUiCsp = patch.customUiCsp && withoutEmptyLists(patch.customUiCsp);
  if (customUiCsp && Object.keys(customUiCsp).length > 0) {
    throw invalidInput('Custom UI CSP configuration is not available');
  }

  return columns({
    ...patch,
    adaptiveMfa:
      mfa && mfa.factors.length === 0 ? (adaptiveMfa ?? { enabled: false }) : adaptiveMfa,
    // Targets without a social connector are dropped, and the emulator has no social connectors.
    socialSignInConnectorTargets: patch.socialSignInConnectorTargets && [],
    customUiCsp,
    emailBlocklistPolicy: emailBlocklistPolicy && parseEmailBlocklist(emailBlocklistPolicy),
    passwordExpiration: patch.passwordExpiration && passwordExpiration,
  }) as Partial<SignInExperience>;
}

function assertProfileFields(fields: { name: string }[] | null | undefined) {
  if (!fields || fields.length === 0) {
    return;
  }
  // The catalogue of custom profile fields has no route here, so none of them exists.
  throw new RequestError({
    code: 'custom_profile_fields.entity_not_exists_with_names',
    names: [...new Set(fields.map(({ name }) => name))].join(', '),
  });
}

/** Names that differ in case only would become one. */
function assertUsernamesDistinct(context: Context, caseSensitive: boolean | undefined) {
  const { usernamePolicy } = context.store.signInExperience;
  if (caseSensitive !== false || usernamePolicy.caseSensitive === false) {
    return;
  }
  const conflicts = usernameConflicts(context);
  if (conflicts.length === 0) {
    return;
  }
  throw new RequestError(
    { code: 'sign_in_experiences.username_policy_case_conflicts_exist', status: 409 },
    { totalConflicts: conflicts.length, samples: conflicts.slice(0, 20) },
  );
}

function withoutEmptyLists(lists: Record<string, string[] | undefined>) {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list?.length));
}

function invalidInput(details: string): RequestError {
  return new RequestError({ code: 'request.invalid_input', details });
}
