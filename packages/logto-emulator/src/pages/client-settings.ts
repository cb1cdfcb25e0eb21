import type { SignInExperience } from '../store/types.ts';
import type { Settings } from './client/settings.ts';

/**
 * What the pages need to know of the sign-in experience.
 *
 * @param canSendMail whether an e-mail connector is set up: without one no password can be reset
 */
export function clientSettings(experience: SignInExperience, canSendMail: boolean): Settings {
  const { color, signInMode, signUp, passwordPolicy } = experience;
  const method = experience.signIn.methods.find(
    ({ identifier, password, verificationCode }) =>
      identifier === 'email' && (password || verificationCode),
  );
  const alternatives = signUp.secondaryIdentifiers?.map(({ identifier }) => identifier) ?? [];
  const { length, characterTypes } = passwordPolicy as {
    length?: { min?: number; max?: number };
    characterTypes?: { min?: number };
  };
  const resetMethods = experience.forgotPasswordMethods;
  return {
    color,
    hasLogo: Boolean(experience.branding.logoUrl),
    hideLogtoBranding: experience.hideLogtoBranding,
    signInMode,
    signIn: method && {
      password: method.password,
      verificationCode: method.verificationCode,
      isPasswordPrimary: method.isPasswordPrimary,
    },
    signUpWithEmail: [...signUp.identifiers, ...alternatives].some((identifier) =>
      /^email/.test(identifier),
    ),
    forgotPassword:
      canSendMail && (resetMethods === null || resetMethods.includes('EmailVerificationCode')),
    // What Logto takes when the policy does not say.
    passwordPolicy: {
      min: length?.min ?? 8,
      max: length?.max ?? 256,
      characterTypes: characterTypes?.min ?? 1,
    },
    terms: {
      agree: experience.agreeToTermsPolicy,
      use: experience.termsOfUseUrl ?? undefined,
      privacy: experience.privacyPolicyUrl ?? undefined,
    },
    support: {
      email: experience.supportEmail ?? undefined,
      website: experience.supportWebsiteUrl ?? undefined,
    },
  };
}
