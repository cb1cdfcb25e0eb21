import type { LoadedConnector } from '../../connectors/index.ts';
import type { Context } from '../../context.ts';
import { RequestError } from '../../http/request-error.ts';
import type { JsonObject } from '../../store/types.ts';
import { isForgotPasswordAvailable } from './forgot-password.ts';
import {
  passwordExpirationGuard,
  type SignInExperiencePatch,
} from './sign-in-experience-guards.ts';

/**
 * When passwords expire after a change of the sign-in experience. The time since when is the server's:
 * it is set when expiration is turned on and kept while it stays on.
 *
 * @throws RequestError 422 without a period, or without a way to replace an expired password
 */
export function nextPasswordExpiration(
  { store, clock }: Context,
  patch: SignInExperiencePatch,
  connectors: readonly LoadedConnector[],
): JsonObject {
  const current = store.signInExperience.passwordExpiration;
  const result = passwordExpirationGuard.safeParse(
    patch.passwordExpiration?.enabled === false
      ? { enabled: false }
      : { ...current, ...patch.passwordExpiration },
  );
  if (!result.success) {
    throw new RequestError({
      code: 'sign_in_experiences.password_expiration_invalid_period_days',
      status: 422,
    });
  }
  if (!result.data.enabled) {
    return result.data as JsonObject;
  }

  const methods = patch.forgotPasswordMethods ?? store.signInExperience.forgotPasswordMethods;
  const available = isForgotPasswordAvailable(connectors, methods);
  if (!available.email && !available.phone) {
    throw new RequestError({
      code: 'sign_in_experiences.password_expiration_requires_forgot_password',
      status: 422,
    });
  }
  const since = current.enabled ? current.enabledAt : undefined;
  return { ...result.data, enabledAt: since ?? clock.now().getTime() };
}
