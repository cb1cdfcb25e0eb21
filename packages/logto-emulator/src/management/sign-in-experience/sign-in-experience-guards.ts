import { languageTagGuard } from '@logto/language-kit';
import { z } from 'zod';
import { stringEnum } from '../common/guards.ts';

const hexColor = z.string().regex(/^#[\da-f]{3}([\da-f]{3})?$/i);
const url = z.string().url();
const optionalUrl = url.optional().nullable().or(z.literal(''));
const identifier = stringEnum('username', 'email', 'phone');
const mfaFactor = stringEnum(
  'Totp',
  'WebAuthn',
  'BackupCode',
  'EmailVerificationCode',
  'PhoneVerificationCode',
);

const passwordPolicyGuard = z.object({
  length: z
    .object({
      min: z.number().int().min(1).default(8),
      max: z.number().int().min(1).default(256),
    })
    .default({})
    .optional(),
  characterTypes: z
    .object({ min: z.number().int().min(1).max(4).optional().default(1) })
    .default({})
    .optional(),
  rejects: z
    .object({
      pwned: z.boolean().default(true),
      repetitionAndSequence: z.boolean().default(true),
      userInfo: z.boolean().default(true),
      words: z.string().array().default([]),
    })
    .default({})
    .optional(),
});

const usernamePolicyGuard = z
  .object({
    caseSensitive: z.boolean(),
    minLength: z.number().int().min(1).max(128),
    maxLength: z.number().int().min(1).max(128),
    allowedChars: z.object({
      lowercase: z.boolean(),
      uppercase: z.boolean(),
      numbers: z.boolean(),
      underscore: z.boolean(),
    }),
  })
  .refine(({ minLength, maxLength }) => minLength <= maxLength, {
    message: 'Minimum length cannot exceed maximum length.',
    path: ['maxLength'],
  })
  .refine(
    ({ allowedChars }) =>
      allowedChars.lowercase || allowedChars.uppercase || allowedChars.underscore,
    {
      message:
        'At least one of lowercase, uppercase, or underscore must be enabled. Usernames cannot start with a number, so numbers alone are not allowed.',
      path: ['allowedChars'],
    },
  );

export const colorGuard = z.object({
  primaryColor: hexColor,
  isDarkModeEnabled: z.boolean(),
  darkPrimaryColor: hexColor,
});

export const brandingGuard = z
  .object({ logoUrl: url, darkLogoUrl: url, favicon: url, darkFavicon: url })
  .partial();

/** When passwords expire; `enabledAt` is kept by the server. */
export const passwordExpirationGuard = z.union([
  z.object({ enabled: z.literal(false).optional() }),
  z.object({
    enabled: z.literal(true),
    validPeriodDays: z.number().int().min(1),
    enabledAt: z.number().int().nonnegative().optional(),
  }),
]);

/** The body of `PATCH /sign-in-exp`. */
export const signInExperiencePatchGuard = z
  .object({
    color: colorGuard,
    branding: brandingGuard,
    hideLogtoBranding: z.boolean(),
    languageInfo: z.object({ autoDetect: z.boolean(), fallbackLanguage: languageTagGuard }),
    agreeToTermsPolicy: stringEnum('Automatic', 'ManualRegistrationOnly', 'Manual'),
    signIn: z.object({
      methods: z
        .object({
          identifier,
          password: z.boolean(),
          verificationCode: z.boolean(),
          isPasswordPrimary: z.boolean(),
        })
        .array(),
    }),
    signUp: z.object({
      identifiers: identifier.array(),
      password: z.boolean(),
      verify: z.boolean(),
      secondaryIdentifiers: z
        .object({
          identifier: z.union([identifier, stringEnum('emailOrPhone')]),
          verify: z.boolean().optional(),
        })
        .array()
        .optional(),
    }),
    socialSignIn: z.object({
      automaticAccountLinking: z.boolean().optional(),
      skipRequiredIdentifiers: z.boolean().optional(),
    }),
    socialSignInConnectorTargets: z.string().array(),
    signInMode: stringEnum('SignIn', 'Register', 'SignInAndRegister'),
    customCss: z.string().nullable(),
    customContent: z.record(z.string()),
    customUiAssets: z.object({ id: z.string(), createdAt: z.number() }).nullable(),
    customUiCsp: z
      .object({
        scriptSrc: z.string().array().optional(),
        connectSrc: z.string().array().optional(),
      })
      .strict(),
    passwordPolicy: passwordPolicyGuard,
    mfa: z.object({
      factors: mfaFactor.array(),
      policy: stringEnum(
        'UserControlled',
        'Mandatory',
        'PromptOnlyAtSignIn',
        'PromptAtSignInAndSignUp',
        'NoPrompt',
        'PromptAtSignInAndSignUpMandatory',
        'PromptOnlyAtSignInMandatory',
      ),
      organizationRequiredMfaPolicy: stringEnum('NoPrompt', 'Mandatory').optional(),
    }),
    adaptiveMfa: z.object({ enabled: z.boolean().optional() }),
    singleSignOnEnabled: z.boolean(),
    captchaPolicy: z.object({ enabled: z.boolean().optional() }),
    sentinelPolicy: z.object({
      maxAttempts: z.number().optional(),
      lockoutDuration: z.number().optional(),
    }),
    emailBlocklistPolicy: z.object({
      blockDisposableAddresses: z.boolean().optional(),
      blockSubaddressing: z.boolean().optional(),
      customBlocklist: z.string().array().optional(),
      customAllowlist: z.string().array().optional(),
    }),
    forgotPasswordMethods: stringEnum('EmailVerificationCode', 'PhoneVerificationCode')
      .array()
      .nullable(),
    passkeySignIn: z
      .object({ enabled: z.boolean(), showPasskeyButton: z.boolean(), allowAutofill: z.boolean() })
      .partial(),
    signUpProfileFields: z.object({ name: z.string() }).array().nullable(),
    usernamePolicy: usernamePolicyGuard,
    termsOfUseUrl: optionalUrl,
    privacyPolicyUrl: optionalUrl,
    supportEmail: z.string().email().optional().nullable().or(z.literal('')),
    supportWebsiteUrl: optionalUrl,
    unknownSessionRedirectUrl: optionalUrl,
    passwordExpiration: passwordExpirationGuard,
    verificationCodePolicy: z.object({
      expirationDuration: z.number().int().min(60).max(3600).optional(),
      maxRetryAttempts: z.number().int().min(1).max(100).optional(),
    }),
  })
  .partial();

export type SignInExperiencePatch = z.output<typeof signInExperiencePatchGuard>;
