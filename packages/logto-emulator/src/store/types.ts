/** Entities in the shape in which Logto's Management API answers them; times are milliseconds. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = Record<string, Json>;

export type ApplicationType =
  | 'Native'
  | 'SPA'
  | 'Traditional'
  | 'MachineToMachine'
  | 'Protected'
  | 'SAML';

export interface Application {
  tenantId: string;
  id: string;
  name: string;
  /** Internal: what clients present stands in `ApplicationSecret`. */
  secret: string;
  description: string | null;
  type: ApplicationType;
  oidcClientMetadata: {
    redirectUris: string[];
    postLogoutRedirectUris: string[];
    backchannelLogoutUri?: string;
    backchannelLogoutSessionRequired?: boolean;
    logoUri?: string;
  };
  customClientMetadata: {
    corsAllowedOrigins?: string[];
    idTokenTtl?: number;
    refreshTokenTtl?: number;
    refreshTokenTtlInDays?: number;
    tenantId?: string;
    alwaysIssueRefreshToken?: boolean;
    rotateRefreshToken?: boolean;
    allowTokenExchange?: boolean;
    isDeviceFlow?: boolean;
  };
  protectedAppMetadata: JsonObject | null;
  customData: JsonObject;
  isThirdParty: boolean;
  appLevelAccessControlEnabled: boolean;
  createdAt: number;
}

export interface ApplicationSecret {
  tenantId: string;
  applicationId: string;
  name: string;
  value: string;
  createdAt: number;
  expiresAt: number | null;
}

export interface User {
  tenantId: string;
  id: string;
  username: string | null;
  primaryEmail: string | null;
  primaryPhone: string | null;
  /** A scrypt hash as `src/experience/password.ts` writes it; never answered. */
  passwordEncrypted: string | null;
  passwordEncryptionMethod: string | null;
  name: string | null;
  avatar: string | null;
  profile: JsonObject;
  applicationId: string | null;
  identities: JsonObject;
  customData: JsonObject;
  logtoConfig: JsonObject;
  mfaVerifications: Json[];
  isSuspended: boolean;
  isPasswordExpired: boolean;
  lastSignInAt: number | null;
  passwordUpdatedAt: number | null;
  createdAt: number;
  updatedAt: number;
}

/** A connector as it is stored; what its factory adds (name, logo, …) is added when it is answered. */
export interface Connector {
  tenantId: string;
  id: string;
  connectorId: string;
  syncProfile: boolean;
  enableTokenStorage: boolean;
  config: JsonObject;
  metadata: JsonObject;
  createdAt: number;
}

export interface Resource {
  tenantId: string;
  id: string;
  name: string;
  indicator: string;
  isDefault: boolean;
  accessTokenTtl: number;
}

export interface Scope {
  tenantId: string;
  id: string;
  resourceId: string;
  name: string;
  description: string | null;
  createdAt: number;
}

export interface Role {
  tenantId: string;
  id: string;
  name: string;
  description: string;
  type: 'User' | 'MachineToMachine';
  isDefault: boolean;
}

export interface RoleScope {
  roleId: string;
  scopeId: string;
}

export interface ApplicationRole {
  applicationId: string;
  roleId: string;
}

export interface UserRole {
  userId: string;
  roleId: string;
}

export interface Organization {
  tenantId: string;
  id: string;
  name: string;
  description: string | null;
  customData: JsonObject;
  isMfaRequired: boolean;
  color: JsonObject;
  branding: JsonObject;
  customCss: string | null;
  createdAt: number;
}

export interface OrganizationUser {
  organizationId: string;
  userId: string;
}

/** An invitation as it is stored: one whose time is over is answered as `Expired`. */
export interface OrganizationInvitation {
  tenantId: string;
  id: string;
  inviterId: string | null;
  /** The address that was invited. */
  invitee: string;
  acceptedUserId: string | null;
  organizationId: string;
  status: 'Pending' | 'Accepted' | 'Expired' | 'Revoked';
  createdAt: number;
  updatedAt: number;
  expiresAt: number;
}

export interface EmailTemplate {
  tenantId: string;
  id: string;
  languageTag: string;
  templateType: string;
  details: {
    subject: string;
    content: string;
    contentType?: 'text/html' | 'text/plain';
    replyTo?: string;
    sendFrom?: string;
  };
  createdAt: number;
}

export type SignInIdentifier = 'username' | 'email' | 'phone';

export interface SignInMethod {
  identifier: SignInIdentifier;
  password: boolean;
  verificationCode: boolean;
  isPasswordPrimary: boolean;
}

export interface SignInExperience {
  tenantId: string;
  id: string;
  color: { primaryColor: string; isDarkModeEnabled: boolean; darkPrimaryColor: string };
  branding: JsonObject;
  hideLogtoBranding: boolean;
  languageInfo: { autoDetect: boolean; fallbackLanguage: string };
  termsOfUseUrl: string | null;
  privacyPolicyUrl: string | null;
  agreeToTermsPolicy: 'Automatic' | 'ManualRegistrationOnly' | 'Manual';
  signIn: { methods: SignInMethod[] };
  signUp: {
    identifiers: SignInIdentifier[];
    password: boolean;
    verify: boolean;
    secondaryIdentifiers?: { identifier: string; verify?: boolean }[];
  };
  socialSignIn: JsonObject;
  socialSignInConnectorTargets: string[];
  signInMode: 'SignIn' | 'Register' | 'SignInAndRegister';
  customCss: string | null;
  customContent: JsonObject;
  customUiAssets: JsonObject | null;
  customUiCsp: JsonObject;
  passwordPolicy: JsonObject;
  mfa: JsonObject;
  adaptiveMfa: JsonObject;
  singleSignOnEnabled: boolean;
  supportEmail: string | null;
  supportWebsiteUrl: string | null;
  unknownSessionRedirectUrl: string | null;
  captchaPolicy: JsonObject;
  sentinelPolicy: JsonObject;
  emailBlocklistPolicy: JsonObject;
  verificationCodePolicy: JsonObject;
  forgotPasswordMethods: string[] | null;
  passkeySignIn: JsonObject;
  signUpProfileFields: Json;
  passwordExpiration: JsonObject;
  usernamePolicy: JsonObject;
}

/** A verification code that was sent; `id` is that of the verification and its type. */
export interface Passcode {
  id: string;
  email: string;
  code: string;
  tryCount: number;
  createdAt: number;
}

export type OneTimeTokenStatus = 'active' | 'consumed' | 'revoked' | 'expired';

/** What a link in an application's own mail carries: it signs in, or registers, the owner of the address. */
export interface OneTimeToken {
  tenantId: string;
  id: string;
  email: string;
  token: string;
  /** `interactionEvent`: the one thing that the token is good for. */
  context: { interactionEvent?: string; jitOrganizationIds?: string[] };
  status: OneTimeTokenStatus;
  createdAt: number;
  expiresAt: number;
}

/** What users may see and change of their account. */
export interface AccountCenter {
  tenantId: string;
  id: string;
  enabled: boolean;
  fields: Record<string, 'Off' | 'ReadOnly' | 'Edit'>;
  webauthnRelatedOrigins: string[];
  deleteAccountUrl: string | null;
  customCss: string | null;
  profileFields: Json;
}

/** A proof that a signed-in user gave, or is about to give. */
export interface AccountVerification {
  id: string;
  /** Whose proof it is; none for an address that the user does not have yet. */
  userId?: string;
  /** The address that a code went to; none for a password. */
  email?: string;
  templateType?: string;
  verified: boolean;
  expiresAt: number;
}

/** When messages went to a recipient lately. */
export interface MessageSends {
  recipient: string;
  times: number[];
}

/** When passwords and codes for an identifier were wrong lately. */
export interface FailedAttempts {
  identifier: string;
  times: number[];
  blockedUntil?: number;
}
