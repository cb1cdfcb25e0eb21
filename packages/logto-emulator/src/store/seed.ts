import type { Store } from './store.ts';
import type { SignInExperience } from './types.ts';

/** The one tenant of an open-source Logto. */
export const tenantId = 'default';

/** The resource whose tokens open the Management API. */
export const managementApi = 'https://default.logto.app/api';

/** Puts into an empty store what a fresh Logto has. */
export function seedStore(store: Store, now: Date): void {
  store.signInExperiences.put(defaultSignInExperience());
  store.resources.put({
    tenantId,
    id: 'management-api',
    name: 'Logto Management API',
    indicator: managementApi,
    isDefault: false,
    accessTokenTtl: 3600,
  });
  store.scopes.put({
    tenantId,
    id: 'management-api-all',
    resourceId: 'management-api',
    name: 'all',
    description: 'Default scope for Management API, allows all permissions.',
    createdAt: now.getTime(),
  });
}

function defaultSignInExperience(): SignInExperience {
  return {
    tenantId,
    id: 'default',
    color: { primaryColor: '#6139F6', isDarkModeEnabled: false, darkPrimaryColor: '#8768F8' },
    branding: {
      logoUrl: 'https://logto.io/logo.svg',
      darkLogoUrl: 'https://logto.io/logo-dark.svg',
    },
    hideLogtoBranding: false,
    languageInfo: { autoDetect: true, fallbackLanguage: 'en' },
    termsOfUseUrl: null,
    privacyPolicyUrl: null,
    agreeToTermsPolicy: 'Automatic',
    signIn: {
      methods: [
        {
          identifier: 'username',
          password: true,
          verificationCode: false,
          isPasswordPrimary: true,
        },
      ],
    },
    signUp: { identifiers: ['username'], password: true, verify: false },
    socialSignIn: {},
    socialSignInConnectorTargets: [],
    signInMode: 'SignInAndRegister',
    customCss: null,
    customContent: {},
    customUiAssets: null,
    customUiCsp: {},
    passwordPolicy: {},
    mfa: { factors: [], policy: 'UserControlled' },
    adaptiveMfa: {},
    singleSignOnEnabled: false,
    supportEmail: null,
    supportWebsiteUrl: null,
    unknownSessionRedirectUrl: null,
    captchaPolicy: {},
    sentinelPolicy: {},
    emailBlocklistPolicy: {},
    verificationCodePolicy: {},
    forgotPasswordMethods: [],
    passkeySignIn: {},
    signUpProfileFields: null,
    passwordExpiration: {},
    usernamePolicy: {
      caseSensitive: true,
      minLength: 1,
      maxLength: 128,
      allowedChars: { lowercase: true, uppercase: true, numbers: true, underscore: true },
    },
  };
}
