import type { SignInExperience } from '../store/types.ts';
import type { IdentifierType } from './client/identifier-type.ts';
import type { Settings } from './client/settings.ts';

/** What an identifier of the sign-in experience is on the pages; the others need more connectors. */
const identifiers: Record<string, IdentifierType> = {
  username: 'username',
  email: 'email',
  emailOrPhone: 'email',
};

function pageIdentifier(identifier: string): IdentifierType[] {
  const known = identifiers[identifier];
  return known ? [known] : [];
}

/**
 * What the pages need to know of the sign-in experience.
 *
 * @param canSendMail whether an e-mail connector is set up: without one no password can be reset
 */
export function clientSettings(experience: SignInExperience, canSendMail: boolean): Settings {
  const { color, signInMode, signUp, passwordPolicy } = experience;
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
    signInMethods: experience.signIn.methods.flatMap((method) => {
      const { password, verificationCode, isPasswordPrimary } = method;
      return pageIdentifier(method.identifier)
        .filter(() => password || verificationCode)
        .map((identifier) => ({ identifier, password, verificationCode, isPasswordPrimary }));
    }),
    signUpIdentifiers: signUp.identifiers.flatMap(pageIdentifier),
    signUpWithEmail: [...signUp.identifiers, ...alternatives].some((identifier) =>
      pageIdentifier(identifier).includes('email'),
    ),
    passwordAfterUsername: signUp.password && alternatives.length === 0,
    usernamePolicy: experience.usernamePolicy,
    singleSignOn: experience.singleSignOnEnabled,
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
