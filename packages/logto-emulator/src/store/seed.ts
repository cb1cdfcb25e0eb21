import type { Store } from './store.ts';
import type { SignInExperience } from './types.ts';

/** The one tenant of an open-source Logto. */
export const tenantId = 'default';

/** The resource whose tokens open the Management API. */
export const managementApi = 'https://default.logto.app/api';

/** The role behind an application's `isAdmin`; hidden from the lists of roles, as in Logto. */
export const internalAdminRole = 'admin-role';

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
  const roles = [
    {
      id: internalAdminRole,
      name: '#internal:admin',
      description: 'Internal admin role for Logto tenant default.',
    },
    {
      id: 'management-api-access',
      name: 'Logto Management API access',
      description: 'This default role grants access to the Logto management API.',
    },
  ];
  for (const role of roles) {
    store.roles.put({ tenantId, ...role, type: 'MachineToMachine', isDefault: false });
    store.roleScopes.put({ roleId: role.id, scopeId: 'management-api-all' });
  }
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
