import { RequestError } from '../http/request-error.ts';
import type { User } from '../store/types.ts';
import type { ExperienceInteraction } from './interaction.ts';

/** The one factor that the emulator has. */
const factor = 'EmailVerificationCode';

/** Policies that let nobody skip the second factor. */
const mandatory = ['Mandatory', 'PromptAtSignInAndSignUpMandatory', 'PromptOnlyAtSignInMandatory'];

/** `ada1****@example.com`; of a name of four characters or less nothing is shown. */
function maskEmail(email: string): string {
  const [name = '', domain = ''] = email.split('@');
  return `${name.length > 4 ? name.slice(0, 4) : ''}****@${domain}`;
}

function settingsOf({ context }: ExperienceInteraction): { factors: string[]; policy: string } {
  return context.store.signInExperience.mfa as { factors: string[]; policy: string };
}

/** What was noted of the user's own choice. */
function configOf({ logtoConfig }: User): { enabled?: boolean; skipped?: boolean } {
  return (logtoConfig.mfa ?? {}) as { enabled?: boolean; skipped?: boolean };
}

/**
 * At a sign-in: asks for the second factor of a user who has one.
 *
 * @throws RequestError `session.mfa.require_mfa_verification` (403) until it was verified
 */
export function assertMfaVerified(interaction: ExperienceInteraction, user: User): void {
  const { factors, policy } = settingsOf(interaction);
  const isTurnedOff = configOf(user).enabled === false;
  const isRequired =
    factors.includes(factor) &&
    user.primaryEmail !== null &&
    (mandatory.includes(policy) || !isTurnedOff);
  if (!isRequired || interaction.hasVerifiedMfa) {
    return;
  }
  throw new RequestError(
    { code: 'session.mfa.require_mfa_verification', status: 403 },
    {
      availableFactors: [factor],
      maskedIdentifiers: { [factor]: maskEmail(user.primaryEmail ?? '') },
    },
  );
}

/**
 * At the end: asks for a second factor where everybody must have one.
 *
 * @throws RequestError `user.missing_mfa` (422); 501 for factors and policies that the emulator lacks
 */
export function assertMfaFulfilled(interaction: ExperienceInteraction, user: User): void {
  const { factors, policy } = settingsOf(interaction);
  const isAsked =
    factors.length > 0 &&
    policy !== 'NoPrompt' &&
    !(interaction.event === 'Register' && policy.startsWith('PromptOnlyAtSignIn'));
  if (!isAsked) {
    return;
  }
  const hasFactor = Boolean(user.primaryEmail ?? interaction.profile.primaryEmail);
  const { enabled = hasFactor, skipped = false } = configOf(user);
  const isOptional = !mandatory.includes(policy);
  if (isOptional && (enabled || skipped)) {
    return;
  }
  if (isOptional || factors.some((name) => name !== factor)) {
    const what = `multi-factor authentication with the policy ${policy} and ${factors.join(', ')}`;
    throw new RequestError({ code: 'emulator.not_supported', status: 501, what });
  }
  if (!hasFactor) {
    throw new RequestError(
      { code: 'user.missing_mfa', status: 422 },
      { availableFactors: [factor] },
    );
  }
}
