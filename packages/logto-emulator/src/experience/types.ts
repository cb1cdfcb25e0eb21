import type { Json, OneTimeToken, SignInIdentifier } from '../store/types.ts';

export type InteractionEvent = 'SignIn' | 'Register' | 'ForgotPassword';

/** What a visitor is known by. */
export interface Identifier {
  type: SignInIdentifier;
  value: string;
}

/** A proof that a visitor gave, or is about to give. At most one of a type is kept. */
export type VerificationRecord =
  | {
      id: string;
      /** The second is that of a second factor, which identifies nobody. */
      type: 'EmailVerificationCode' | 'MfaEmailVerificationCode';
      identifier: Identifier;
      templateType: string;
      verified: boolean;
    }
  | {
      id: string;
      type: 'OneTimeToken';
      identifier: Identifier;
      verified: boolean;
      oneTimeTokenContext?: OneTimeToken['context'];
    }
  | { id: string; type: 'Password'; identifier: Identifier; verified: boolean }
  | ({ id: string; type: 'NewPasswordIdentity'; identifier: Identifier } & PasswordDigest);

export interface PasswordDigest {
  passwordEncrypted: string;
  passwordEncryptionMethod: string;
}

/** What the visitor gave for their account; it becomes the user's at registration or at the end. */
export type Profile = Partial<
  {
    username: string;
    primaryEmail: string;
    primaryPhone: string;
    /** The organizations that the user's link invites to. */
    jitOrganizationIds: string[];
  } & PasswordDigest
>;

/** What an interaction keeps of the Experience API, in the interaction of `oidc-provider`. */
export interface ExperienceState {
  interactionEvent: InteractionEvent;
  userId?: string;
  profile: Profile;
  mfa: Record<string, Json>;
  verificationRecords: VerificationRecord[];
  captcha: { verified: boolean; skipped: boolean };
}
